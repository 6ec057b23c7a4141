import { useState } from 'preact/hooks'
import { webhooks } from '../api/calls.ts'
import type { Webhook } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { inWords } from '../desk/faults.ts'
import { useLoad } from '../desk/load.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { cut, seen } from '../parts/Id.tsx'
import { SeverityMark } from '../parts/Marks.tsx'
import { Failure, Notice, Waiting } from '../parts/Notice.tsx'
import { Time } from '../parts/Time.tsx'
import { known } from '../words/words.ts'
import { AddWebhook } from './AddWebhook.tsx'

/** Where new alerts are told. */
export function WebhooksPage() {
  const { words, say } = useDesk()
  const all = useLoad(webhooks.all, [])
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Webhook | null>(null)
  const apply = async (doing: Promise<unknown>) => {
    try {
      await doing
      all.reload()
      return true
    } catch (failure) {
      say(inWords(failure, words), 'failed')
      all.reload()
      return false
    }
  }
  const test = (webhook: Webhook) =>
    apply(
      webhooks.test(webhook.id).then(({ delivered, message }) => {
        if (delivered) say(words('tested'))
        else say(words('notDelivered', message ?? ''), 'failed')
      }),
    )
  return (
    <div class="page">
      <header class="page-head">
        <h1>{words('webhooks')}</h1>
        <button type="button" class="primary page-action" onClick={() => setAdding(true)}>
          {words('addWebhook')}
        </button>
      </header>
      {all.fault && <Failure fault={all.fault} retry={all.reload} />}
      {!all.value && all.busy && <Waiting />}
      {all.value?.length === 0 && <Notice title={words('noWebhooks')} />}
      {all.value && all.value.length > 0 && (
        <section class="card">
          <div class="table-scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('webhookName')}</th>
                  <th scope="col">{words('kindOfWebhook')}</th>
                  <th scope="col">{words('minSeverity')}</th>
                  <th scope="col">{words('onlyRules')}</th>
                  <th scope="col">{words('lastSent')}</th>
                  <th scope="col">
                    <span class="unseen">{words('details')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.value.map((webhook) => (
                  <Line
                    key={webhook.id}
                    webhook={webhook}
                    onTest={() => void test(webhook)}
                    onEnable={() => void apply(webhooks.enable(webhook.id, webhook.enabled === false))}
                    onRemove={() => setRemoving(webhook)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {adding && (
        <AddWebhook add={(webhook) => apply(webhooks.add(webhook)).then((done) => done && setAdding(false))} onEnd={() => setAdding(false)} />
      )}
      {removing && (
        <Dialog title={words('removeSure', seen(cut(removing.name, 60)))} onClose={() => setRemoving(null)}>
          <footer class="dialog-foot">
            <button type="button" onClick={() => setRemoving(null)}>
              {words('cancel')}
            </button>
            <button
              type="button"
              class="primary danger"
              onClick={() => void apply(webhooks.remove(removing.id)).then((done) => done && setRemoving(null))}
            >
              {words('remove')}
            </button>
          </footer>
        </Dialog>
      )}
    </div>
  )
}

interface LineProps {
  webhook: Webhook
  onTest: () => void
  onEnable: () => void
  onRemove: () => void
}

function Line({ webhook, onTest, onEnable, onRemove }: LineProps) {
  const { words, ruleName } = useDesk()
  const off = webhook.enabled === false
  const kind = `hook_${webhook.kind}`
  return (
    <tr>
      <td>
        <strong>{seen(cut(webhook.name, 60))}</strong> {off && <span class="mark effect">{words('disabled')}</span>}
        <div class="quiet code">{seen(cut(webhook.url, 80))}</div>
      </td>
      <td>{known(kind) ? words(kind) : webhook.kind}</td>
      <td>{webhook.minSeverity && <SeverityMark severity={webhook.minSeverity} />}</td>
      <td>{webhook.rules?.length ? webhook.rules.map(ruleName).join(words.lang === 'zh' ? '、' : ', ') : words('anyRule')}</td>
      <td>
        {webhook.lastSentAt ? <Time at={webhook.lastSentAt} age /> : <span class="quiet">{words('never')}</span>}
        {webhook.lastError && <div class="fault">{seen(cut(webhook.lastError))}</div>}
      </td>
      <td class="cell-buttons">
        <button type="button" class="small" onClick={onTest}>
          {words('test')}
        </button>
        <button type="button" class="small" onClick={onEnable}>
          {words(off ? 'enable' : 'disable')}
        </button>
        <button type="button" class="small" onClick={onRemove}>
          {words('remove')}…
        </button>
      </td>
    </tr>
  )
}
