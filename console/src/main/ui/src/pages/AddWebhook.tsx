import { useState } from 'preact/hooks'
import type { Severity } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { Dialog } from '../parts/Dialog.tsx'

const KINDS = ['DINGTALK', 'FEISHU', 'WECOM', 'JSON'] as const
const SEVERITIES: Severity[] = ['MINOR', 'GENERAL', 'SERIOUS', 'EXTREME']

export function AddWebhook({ add, onEnd }: { add: (webhook: Record<string, unknown>) => void; onEnd: () => void }) {
  const { words, rules } = useDesk()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<string>('DINGTALK')
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState('')
  const [language, setLanguage] = useState<string>(words.lang)
  const [minSeverity, setMinSeverity] = useState<string>('SERIOUS')
  const [only, setOnly] = useState<string[]>([])
  const submit = (event: Event) => {
    event.preventDefault()
    add({ name: name.trim(), kind, url: url.trim(), language: language.toUpperCase(), minSeverity, rules: only, ...(secret ? { secret } : {}) })
  }
  const chosen = (code: string) => setOnly(only.includes(code) ? only.filter((each) => each !== code) : [...only, code])
  return (
    <Dialog title={words('addWebhook')} onClose={onEnd}>
      <form onSubmit={submit}>
        <label class="field">
          <span>{words('webhookName')}</span>
          <input type="text" autofocus required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words('kindOfWebhook')}</span>
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {words(`hook_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words('address')}</span>
          <input type="url" required maxLength={2000} value={url} onInput={(event) => setUrl(event.currentTarget.value)} />
        </label>
        {kind !== 'WECOM' && (
          <label class="field">
            <span>{words('secret')}</span>
            <input type="password" autocomplete="off" maxLength={500} value={secret} onInput={(event) => setSecret(event.currentTarget.value)} />
          </label>
        )}
        <div class="field-row">
          <label class="field">
            <span>{words('language')}</span>
            <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
              <option value="zh">简体中文</option>
              <option value="en">English</option>
            </select>
          </label>
          <label class="field">
            <span>{words('minSeverity')}</span>
            <select value={minSeverity} onChange={(event) => setMinSeverity(event.currentTarget.value)}>
              {SEVERITIES.map((each) => (
                <option key={each} value={each}>
                  {words(`severity_${each}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <fieldset class="choices">
          <legend>{words('onlyRules')}</legend>
          {rules.map((rule) => (
            <label key={rule.ruleCode} class="check">
              <input type="checkbox" checked={only.includes(rule.ruleCode)} onClick={() => chosen(rule.ruleCode)} /> {words.of(rule.name)}
            </label>
          ))}
        </fieldset>
        <footer class="dialog-foot">
          <button type="button" onClick={onEnd}>
            {words('cancel')}
          </button>
          <button type="submit" class="primary">
            {words('add')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
