/**
 * The built page over made-up data, to look at it without Kafka: node dev/server.mjs, then http://127.0.0.1:8099 with any
 * name; the password is "dev". It holds the page to the same headers as the console does. NEWS_MS=0 keeps it still.
 */
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alertAt, END } from './alerts.mjs'
import { arrive, CHANGE, decide, GET, health, Refusal } from './answers.mjs'

const PAGE = process.env.UI_OUT ?? fileURLToPath(new URL('../../resources/io/xunjian/console/ui', import.meta.url))
const PORT = Number(process.env.PORT ?? 8099)
const NEWS_MS = Number(process.env.NEWS_MS ?? 4000)
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
const role = (process.env.ROLE ?? 'ADMIN').toUpperCase()
const session = { user: { name: 'admin', role }, csrf: 'csrf', version: 'dev' }
const listeners = new Set()
let signedIn = process.env.SIGNED_IN === '1'

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1')
  if (url.pathname.startsWith('/api/')) void answer(request, response, url)
  else page(response, url.pathname)
})
server.listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))

function page(response, path) {
  const file = join(PAGE, path === '/' || !existsSync(join(PAGE, path)) ? 'index.html' : path)
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' })
  createReadStream(file).pipe(response)
}

async function answer(request, response, url) {
  const send = (status, body) => {
    response.writeHead(body === null ? 204 : status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(body === null ? undefined : JSON.stringify(body))
  }
  try {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = text ? JSON.parse(text) : {}
    const route = `${request.method} ${url.pathname}`
    if (route === 'POST /api/session') {
      if (body.password !== 'dev') throw new Refusal(401, 'WRONG', 'Name or password is wrong')
      signedIn = true
      return send(200, session)
    }
    if (url.pathname !== '/api/health' && !signedIn) throw new Refusal(401, 'SIGN_IN', 'Sign in')
    if (route === 'GET /api/session') return send(200, session)
    if (route === 'DELETE /api/session') return send(204, (signedIn = false) || null)
    if (url.pathname === '/api/stream') return stream(response)
    if (request.method !== 'GET' && request.headers['x-csrf-token'] !== 'csrf') throw new Refusal(403, 'CSRF', 'No token')
    if (route === 'POST /api/decisions') {
      const { tell, ...decided } = decide(body)
      publish('decision', tell)
      return send(200, decided)
    }
    const [handler, values] = find(request.method, url.pathname)
    if (!handler) throw new Refusal(404, 'NOT_FOUND', 'No such path')
    send(200, handler(request.method === 'GET' ? Object.fromEntries(url.searchParams) : body, ...values) ?? null)
  } catch (fault) {
    if (!(fault instanceof Refusal)) console.error(fault)
    send(fault.status ?? 500, { error: fault.error ?? 'BUG', message: fault.message })
  }
}

function find(method, path) {
  const parts = path.split('/')
  const routes = method === 'GET' ? GET : Object.fromEntries(Object.entries(CHANGE).filter(([key]) => key.startsWith(`${method} `)).map(([key, value]) => [key.split(' ')[1], value]))
  for (const [pattern, handler] of Object.entries(routes).sort(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')))) {
    const wanted = pattern.split('/')
    if (wanted.length === parts.length && wanted.every((part, i) => part.startsWith(':') || part === parts[i])) {
      return [handler, parts.filter((_, i) => wanted[i].startsWith(':')).map(decodeURIComponent)]
    }
  }
  return [null, []]
}

function stream(response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
  response.write(`event: health\ndata: ${JSON.stringify(health())}\n\n`)
}

function publish(event, data, id) {
  const text = `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
  listeners.forEach((listener) => listener.write(text))
}

setInterval(() => publish('health', health()), 5000)
if (NEWS_MS > 0) {
  setInterval(() => {
    const alert = alertAt(END + Math.floor((Date.now() % 86_400_000) / 10), Date.now())
    Object.assign(alert.row, { deskState: 'NEW', outcome: null, assignee: null })
    arrive(alert)
    publish('alert', alert.row, alert.row.seq)
  }, NEWS_MS)
}
