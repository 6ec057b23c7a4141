import { useMemo, useRef, useState } from 'preact/hooks'
import type { DayCount } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { whole } from '../format/numbers.ts'
import { useSize } from '../list/useSize.ts'
import { stack, ticks } from './stack.ts'

const HEIGHT = 200
const LEFT = 44
const BOTTOM = 24
const TOP = 8

/** A rule has the same colour on every page; rules that are no more share the last. */
function colourOf(code: string, rules: { ruleCode: string }[]): number {
  const at = rules.findIndex((rule) => rule.ruleCode === code)
  return at < 0 ? 7 : at % 8
}

/** Alerts by day, stacked by rule. The numbers are beneath it as a table. */
export function DayBars({ counted, label }: { counted: DayCount[]; label: string }) {
  const { words, ruleName, rules } = useDesk()
  const box = useRef<HTMLDivElement>(null)
  const width = Math.max(280, useSize(box).width)
  const bars = useMemo(() => stack(counted), [counted])
  const [at, setAt] = useState<number | null>(null)
  const colours = bars.rules.map((rule) => colourOf(rule, rules))
  if (bars.days.length === 0) return <p class="quiet">{words('nothingYet')}</p>

  const marks = ticks(bars.most)
  const top = marks.at(-1)!
  const y = (n: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / top)
  const step = (width - LEFT) / bars.days.length
  const bar = Math.max(1, Math.min(36, step * 0.78))
  const every = Math.ceil(84 / step)
  const pointed = (event: PointerEvent) => {
    const left = (event.currentTarget as Element).getBoundingClientRect().left
    const day = Math.floor((event.clientX - left - LEFT) / step)
    setAt(day >= 0 && day < bars.days.length ? day : null)
  }
  return (
    <figure class="chart">
      <ul class="legend">
        {bars.rules.map((rule, i) => (
          <li key={rule}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" class={`fill-${colours[i]}`} />
            </svg>
            {ruleName(rule)}{' '}
            <span class="quiet">{whole(at === null ? bars.counts.reduce((sum, row) => sum + row[i]!, 0) : bars.counts[at]![i]!)}</span>
          </li>
        ))}
        <li>
          {at === null ? words('total') : bars.days[at]}{' '}
          <span class="quiet">{whole(at === null ? bars.totals.reduce((sum, n) => sum + n, 0) : bars.totals[at]!)}</span>
        </li>
      </ul>
      <div ref={box}>
        <svg width={width} height={HEIGHT} role="img" aria-label={label} onPointerMove={pointed} onPointerLeave={() => setAt(null)}>
          {marks.map((n) => (
            <g key={n}>
              <line x1={LEFT} x2={width} y1={y(n)} y2={y(n)} class="grid-line" />
              <text x={LEFT - 8} y={y(n) + 4} text-anchor="end" class="axis">
                {whole(n)}
              </text>
            </g>
          ))}
          {at !== null && <rect x={LEFT + at * step} width={step} y={TOP} height={HEIGHT - TOP - BOTTOM} class="pointed" />}
          {bars.counts.map((row, day) => {
            let below = 0
            return row.map((n, rule) => {
              if (n === 0) return null
              const from = below
              below += n
              return (
                <rect
                  key={`${day}-${rule}`}
                  x={LEFT + day * step + (step - bar) / 2}
                  width={bar}
                  y={y(below)}
                  height={Math.max(0.5, y(from) - y(below))}
                  class={`fill-${colours[rule]}`}
                />
              )
            })
          })}
          {bars.days.map((day, i) =>
            i % every === 0 && LEFT + (i + 0.5) * step < width - 30 ? (
              <text key={day} x={LEFT + (i + 0.5) * step} y={HEIGHT - 6} text-anchor="middle" class="axis">
                {day.slice(5)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <DayTable bars={bars} />
    </figure>
  )
}

function DayTable({ bars }: { bars: ReturnType<typeof stack> }) {
  const { words, ruleName } = useDesk()
  return (
    <details>
      <summary>{words('numbers')}</summary>
      <div class="table-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('day')}</th>
              {bars.rules.map((rule) => (
                <th key={rule} scope="col" class="number">
                  {ruleName(rule)}
                </th>
              ))}
              <th scope="col" class="number">
                {words('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.days.map((day, i) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {bars.counts[i]!.map((count, rule) => (
                  <td key={bars.rules[rule]} class="number">
                    {whole(count)}
                  </td>
                ))}
                <td class="number">{whole(bars.totals[i]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
