/** Which rows have to be drawn of a list of many of one height. */
export function drawn(count: number, height: number, scrolled: number, shown: number, spare = 8): { first: number; end: number } {
  const first = Math.max(0, Math.floor(scrolled / height) - spare)
  const end = Math.min(count, Math.ceil((scrolled + shown) / height) + spare)
  return { first: Math.min(first, end), end }
}
