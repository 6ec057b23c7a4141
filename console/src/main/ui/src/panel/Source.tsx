import { useMemo } from 'preact/hooks'
import type { Detail } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { Copy } from '../parts/Copy.tsx'
import { seen } from '../parts/Id.tsx'
import { toAlert } from '../place/views.ts'
import { Section } from './Section.tsx'

/** Where it comes from, and how to have it judged again. */
export function Source({ detail }: { detail: Detail }) {
  const { words } = useDesk()
  const { kafka, links } = detail
  const raw = useMemo(() => JSON.stringify(detail.alert, null, 2), [detail.alert])
  return (
    <Section title={words('source')}>
      <p>{words('kafkaPlace', seen(kafka.topic), kafka.partition, kafka.offset)}</p>
      <div class="command">
        <span class="command-name">{words('explainCommand')}</span>
        <code>{seen(links.explain)}</code>
        <Copy text={links.explain} />
      </div>
      <p class="source-links">
        <Copy text={location.origin + toAlert(detail.row.alertId)} label={words('link')} />
        {links.flink && /^https?:\/\//.test(links.flink) && (
          <a href={links.flink} target="_blank" rel="noreferrer noopener">
            {words('flink')} ↗
          </a>
        )}
      </p>
      <details class="raw">
        <summary>{words('raw')}</summary>
        <Copy text={raw} />
        <pre tabIndex={0}>{seen(raw)}</pre>
      </details>
    </Section>
  )
}
