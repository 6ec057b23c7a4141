import { useState } from 'preact/hooks'
import { users } from '../api/calls.ts'
import type { RoleName, User } from '../api/types.ts'
import { useDesk } from '../desk/desk.ts'
import { inWords } from '../desk/faults.ts'
import { useLoad } from '../desk/load.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Id } from '../parts/Id.tsx'
import { Failure, Waiting } from '../parts/Notice.tsx'
import { Time } from '../parts/Time.tsx'

const ROLES: RoleName[] = ['VIEWER', 'ANALYST', 'ADMIN']

/** Who may see and decide. */
export function UsersPage() {
  const { words, say } = useDesk()
  const all = useLoad(users.all, [])
  const [adding, setAdding] = useState(false)
  const [renewing, setRenewing] = useState<User | null>(null)
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
  return (
    <div class="page">
      <header class="page-head">
        <h1>{words('users')}</h1>
        <button type="button" class="primary page-action" onClick={() => setAdding(true)}>
          {words('addUser')}
        </button>
      </header>
      {all.fault && <Failure fault={all.fault} retry={all.reload} />}
      {!all.value && all.busy && <Waiting />}
      {all.value && (
        <section class="card">
          <p class="quiet">{words('roleHint')}</p>
          <div class="table-scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('name')}</th>
                  <th scope="col">{words('role')}</th>
                  <th scope="col">{words('col_status')}</th>
                  <th scope="col">{words('lastSignIn')}</th>
                  <th scope="col">
                    <span class="unseen">{words('details')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.value.map((user) => (
                  <Line key={user.name} user={user} apply={apply} onRenew={() => setRenewing(user)} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {adding && (
        <AddUser
          add={(user) => apply(users.add(user)).then((done) => done && setAdding(false))}
          onEnd={() => setAdding(false)}
        />
      )}
      {renewing && (
        <NewPassword
          name={renewing.name}
          set={(password) => apply(users.change(renewing.name, { password })).then((done) => done && setRenewing(null))}
          onEnd={() => setRenewing(null)}
        />
      )}
    </div>
  )
}

interface LineProps {
  user: User
  apply: (doing: Promise<unknown>) => Promise<boolean>
  onRenew: () => void
}

function Line({ user, apply, onRenew }: LineProps) {
  const { words, session } = useDesk()
  const isMe = user.name === session.user.name
  return (
    <tr>
      <td>
        <Id value={user.name} most={60} /> {isMe && <span class="quiet">({words('you')})</span>}
      </td>
      <td>
        <select
          aria-label={`${words('role')}: ${user.name}`}
          value={user.role}
          disabled={isMe}
          onChange={(event) => void apply(users.change(user.name, { role: event.currentTarget.value as RoleName }))}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words(`role_${role}`)}
            </option>
          ))}
        </select>
      </td>
      <td>{words(user.disabled ? 'disabled' : 'active')}</td>
      <td>{user.lastSignInAt ? <Time at={user.lastSignInAt} age /> : <span class="quiet">{words('never')}</span>}</td>
      <td class="cell-buttons">
        <button type="button" class="small" onClick={onRenew}>
          {words('newPassword')}…
        </button>
        {!isMe && (
          <button type="button" class="small" onClick={() => void apply(users.change(user.name, { disabled: !user.disabled }))}>
            {words(user.disabled ? 'enable' : 'disable')}
          </button>
        )}
      </td>
    </tr>
  )
}

function AddUser({ add, onEnd }: { add: (user: { name: string; role: RoleName; password: string }) => void; onEnd: () => void }) {
  const { words } = useDesk()
  const [name, setName] = useState('')
  const [role, setRole] = useState<RoleName>('ANALYST')
  const [password, setPassword] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    add({ name: name.trim(), role, password })
  }
  return (
    <Dialog title={words('addUser')} onClose={onEnd}>
      <form onSubmit={submit}>
        <label class="field">
          <span>{words('name')}</span>
          <input type="text" autofocus required maxLength={100} autocomplete="off" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words('role')}</span>
          <select value={role} onChange={(event) => setRole(event.currentTarget.value as RoleName)}>
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {words(`role_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <PasswordField value={password} onInput={setPassword} />
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

function NewPassword({ name, set, onEnd }: { name: string; set: (password: string) => void; onEnd: () => void }) {
  const { words } = useDesk()
  const [password, setPassword] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    set(password)
  }
  return (
    <Dialog title={`${words('newPassword')}: ${name}`} onClose={onEnd}>
      <form onSubmit={submit}>
        <PasswordField value={password} onInput={setPassword} />
        <footer class="dialog-foot">
          <button type="button" onClick={onEnd}>
            {words('cancel')}
          </button>
          <button type="submit" class="primary">
            {words('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function PasswordField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const { words } = useDesk()
  return (
    <label class="field">
      <span>{words('password')}</span>
      <input type="password" required minLength={12} autocomplete="new-password" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      <span class="hint">{words('password_hint')}</span>
    </label>
  )
}
