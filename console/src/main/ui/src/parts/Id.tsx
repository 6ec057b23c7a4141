/** Marks that are not seen and could make a name look like another: shown by their number. Ends of lines stay. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

export function seen(text: string): string {
  return text.replace(UNSEEN, (mark) => `⟨${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`)
}

/** Enough of a text for one line; the end of a long one is of no use in a tooltip. */
export function cut(text: string, most = 300): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`
}

/** A name that others chose, apart from the direction of the text around it. */
export function Id({ value, most = 80 }: { value: string; most?: number }) {
  const shown = seen(cut(value, most))
  return (
    <bdi class="id" title={shown === value ? undefined : seen(cut(value))}>
      {shown}
    </bdi>
  )
}
