const WHOLE = new Intl.NumberFormat('en-US')
const MONEY = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function whole(n: number): string {
  return WHOLE.format(n)
}

/** Yuan from fen; without decimals where there are none. */
export function yuan(fen: number): string {
  return `¥${fen % 100 === 0 ? WHOLE.format(fen / 100) : MONEY.format(fen / 100)}`
}

/** A share of 1 in per cent; a dash where there is none. */
export function share(part: number | null | undefined): string {
  if (part === null || part === undefined) return '–'
  const percent = part * 100
  return `${percent > 0 && percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`
}
