/** An answer of the server that is no success. */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

let csrf = ''
let onSignedOut = () => {}

/** What every changing request has to carry; known from the session. */
export function useCsrf(token: string): void {
  csrf = token
}

/** What to do when the session is over. */
export function whenSignedOut(then: () => void): void {
  onSignedOut = then
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return read<T>(await send(path, { method: 'GET', ...(signal ? { signal } : {}) }))
}

/** Changes something. An answer without a body is null. */
export async function change<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { 'X-CSRF-Token': csrf }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  return read<T>(await send(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }))
}

/** A path with its parameters; those that are null are left out. */
export function path(base: string, parameters: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `${base}?${text}` : base
}

async function send(where: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(where, { credentials: 'same-origin', ...init })
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Refused(0, 'UNREACHABLE', 'The console does not answer.')
  }
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.status === 204) return null as T
  const text = await answer.text()
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json')
  if (answer.ok) return (isJson && text ? JSON.parse(text) : null) as T
  if (answer.status === 401) onSignedOut()
  const fault = isJson ? (JSON.parse(text) as { error?: string; message?: string }) : {}
  throw new Refused(answer.status, fault.error ?? `HTTP_${answer.status}`, fault.message ?? answer.statusText)
}
