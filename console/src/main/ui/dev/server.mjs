/**
 * The built page over made-up data, to look at it without Kafka: npm run dev, then the address that it prints, with any
 * name and the password "dev". It holds the page to a policy at least as strict as the console's. NEWS_MS=0 keeps it still.
 */
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alertAt, END } from './alerts.mjs'
import { arrive, CHANGE, decide, GET, health, Refusal } from './answers.mjs'

const PAGE = process.env.UI_OUT ?? fileURLToPath(new URL('../../resources/io/xunjian/console/ui', import.meta.url))
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const SELF = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'"
const POLICY = `${SELF}; frame-ancestors 'none'; require-trusted-types-for 'script'`
/** For the accessibility check, which looks at the page in a frame and puts a script into it. */
const FRAMED = `${SELF}; frame-src 'self'; frame-ancestors 'self'`

/** Serves until the process ends; {@code also} maps further paths to files, or to functions of the request's text. */
export async function serve({ port = 0, newsMs = 4000, signedIn = false, framed = false, role = 'ADMIN', also = {} }) {
  const session = { user: { name: 'admin', role }, csrf: 'csrf', version: 'dev' }
  const listeners = new Set()
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1')
    if (typeof also[url.pathname] === 'function') void read(request).then((text) => also[url.pathname](text)).then(() => response.end())
    else if (url.pathname.startsWith('/api/')) void answer(request, response, url)
    else page(response, url.pathname)
  })

  function page(response, path) {
    const own = join(PAGE, path)
    const file = also[path] ?? (path !== '/' && existsSync(own) ? own : join(PAGE, 'index.html'))
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Security-Policy': framed ? FRAMED : POLICY, 'X-Content-Type-Options': 'nosniff' })
    createReadStream(file).pipe(response)
  }

  async function answer(request, response, url) {
    const send = (status, body) => {
      response.writeHead(body === null ? 204 : status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(body === null ? undefined : JSON.stringify(body))
    }
    try {
      send(200, await answerOf(request, response, url))
    } catch (fault) {
      if (fault === STREAMING) return
      if (!(fault instanceof Refusal)) console.error(fault)
      send(fault.status ?? 500, { error: fault.error ?? 'BUG', message: fault.message })
    }
  }

  async function answerOf(request, response, url) {
    const text = await read(request)
    const body = text ? JSON.parse(text) : {}
    const route = `${request.method} ${url.pathname}`
    if (route === 'POST /api/session') {
      if (body.password !== 'dev') throw new Refusal(401, 'SIGN_IN_FAILED', 'No such name and password.')
      signedIn = true
      return session
    }
    if (url.pathname !== '/api/health' && !signedIn) throw new Refusal(401, 'SIGN_IN', 'Sign in first.')
    if (route === 'GET /api/session') return session
    if (route === 'DELETE /api/session') {
      signedIn = false
      return null
    }
    if (url.pathname === '/api/stream') return stream(response)
    if (request.method !== 'GET' && request.headers['x-csrf-token'] !== 'csrf') throw new Refusal(403, 'CSRF', 'No token')
    if (route === 'POST /api/decisions') {
      const { tell, ...decided } = decide(body)
      publish('decision', tell)
      return decided
    }
    const [handler, values] = find(request.method, url.pathname)
    if (!handler) throw new Refusal(404, 'NOT_FOUND', 'No such path')
    return handler(request.method === 'GET' ? Object.fromEntries(url.searchParams) : body, ...values) ?? null
  }

  function stream(response) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
    response.write(`event: health\ndata: ${JSON.stringify(health())}\n\n`)
    throw STREAMING
  }

  function publish(event, data, id) {
    const text = `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    listeners.forEach((listener) => listener.write(text))
  }

  setInterval(() => publish('health', health()), 5000)
  if (newsMs > 0) {
    setInterval(() => {
      const alert = alertAt(END + Math.floor((Date.now() % 86_400_000) / 10), Date.now())
      Object.assign(alert.row, { deskState: 'NEW', outcome: null, assignee: null })
      arrive(alert)
      publish('alert', alert.row, alert.row.seq)
    }, newsMs)
  }
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening))
  return `http://127.0.0.1:${server.address().port}`
}

const STREAMING = Symbol('the answer goes on')

async function read(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function find(method, path) {
  const parts = path.split('/')
  const changes = Object.entries(CHANGE).filter(([route]) => route.startsWith(`${method} `))
  const routes = method === 'GET' ? Object.entries(GET) : changes.map(([route, handler]) => [route.split(' ')[1], handler])
  routes.sort(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')))
  for (const [pattern, handler] of routes) {
    const wanted = pattern.split('/')
    if (wanted.length === parts.length && wanted.every((part, i) => part.startsWith(':') || part === parts[i])) {
      return [handler, parts.filter((_, i) => wanted[i].startsWith(':')).map(decodeURIComponent)]
    }
  }
  return [null, []]
}
