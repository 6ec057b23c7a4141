import { useEffect } from 'preact/hooks'
import { decisions } from '../api/calls.ts'
import { useDesk } from '../desk/desk.ts'
import { useLoad } from '../desk/load.ts'
import { Failure, Notice, Waiting } from '../parts/Notice.tsx'
import { MuteTable } from './MuteTable.tsx'

export function MutesPage() {
  const { words, hear } = useDesk()
  const mutes = useLoad(decisions.mutes, [])
  useEffect(() => hear((told) => (told.kind === 'decision' || told.kind === 'bulk') && mutes.reload()), [])
  return (
    <div class="page">
      <header class="page-head">
        <h1>{words('mutes')}</h1>
      </header>
      {mutes.fault && <Failure fault={mutes.fault} retry={mutes.reload} />}
      {!mutes.value && mutes.busy && <Waiting />}
      {mutes.value?.length === 0 && <Notice title={words('noMutes')} />}
      {mutes.value && mutes.value.length > 0 && (
        <section class="card">
          <MuteTable mutes={mutes.value} />
        </section>
      )}
    </div>
  )
}
