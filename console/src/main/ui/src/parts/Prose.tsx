import type { ComponentChildren } from 'preact'
import { toRule } from '../place/views.ts'

/** The little Markdown that rule pages have: paragraphs, lists, code, links to other rules. Anything else is text. */
export function Prose({ text }: { text: string }) {
  return <div class="prose">{blocks(text).map((block, i) => drawn(block, i))}</div>
}

interface Block {
  kind: 'p' | 'ol' | 'ul'
  lines: string[]
}

export function blocks(text: string): Block[] {
  const found: Block[] = []
  let last = null as Block | null
  for (const line of text.split('\n')) {
    const item = /^(?:(\d+)\.|[-*]) +(.*)$/.exec(line)
    if (line.trim() === '') last = null
    else if (item) {
      const kind = item[1] ? 'ol' : 'ul'
      if (last?.kind === kind) last.lines.push(item[2]!)
      else found.push((last = { kind, lines: [item[2]!] }))
    } else if (last) last.lines[last.lines.length - 1] += joined(last.lines.at(-1)!, line.trim())
    else found.push((last = { kind: 'p', lines: [line.trim()] }))
  }
  return found
}

/** Lines of Chinese are joined without a blank. */
function joined(before: string, next: string): string {
  return /[\u3000-\u9fff\uff00-\uffef]$/.test(before) && /^[\u3000-\u9fff\uff00-\uffef]/.test(next) ? next : ` ${next}`
}

function drawn(block: Block, key: number) {
  if (block.kind === 'p') return <p key={key}>{spans(block.lines[0]!)}</p>
  const items = block.lines.map((line, i) => <li key={i}>{spans(line)}</li>)
  return block.kind === 'ol' ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
}

function spans(text: string): ComponentChildren[] {
  return text.split(/(`[^`]+`|\[[^\]]+\]\([A-Z_]+\.md\))/).map((part, i) => {
    if (part.startsWith('`') && part.length > 2) return <code key={i}>{part.slice(1, -1)}</code>
    const link = /^\[([^\]]+)\]\(([A-Z_]+)\.md\)$/.exec(part)
    return link ? (
      <a key={i} href={toRule(link[2]!)}>
        {link[1]}
      </a>
    ) : (
      part
    )
  })
}
