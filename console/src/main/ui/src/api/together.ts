import { listen, type News } from './stream.ts'

type Tell = (news: News) => void

/** What pages of one browser tell each other: news, and that one has come, which would like to know how things are. */
type Told = News | { kind: 'come' }

/** Of the lock and of the channel. */
const NAME = 'xunjian-stream'

/**
 * Tells news until it is stopped. A browser has six connections to a server, and a seventh page would wait for ever: so all pages
 * hear one stream. The page that has the lock holds it and tells the others; when that is closed, the next one begins. Where a
 * browser gives no locks (it does on https and on this machine), each page has a stream of its own.
 */
export function listenTogether(tell: Tell): () => void {
  const begin = 'locks' in navigator ? join : listen
  let stop = begin(tell)
  // A page that the browser keeps for the way back hears nothing, and must not keep the others from hearing.
  const leave = () => stop()
  const comeBack = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    stop = begin(tell)
    tell({ kind: 'reset' })
  }
  addEventListener('pagehide', leave)
  addEventListener('pageshow', comeBack)
  return () => {
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', comeBack)
    stop()
  }
}

function join(tell: Tell): () => void {
  const channel = new BroadcastChannel(NAME)
  const left = new AbortController()
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind !== 'come') tell(data)
  }
  // Who leaves while it waits is told so by an error.
  takeTurn(left.signal, channel, tell).catch(() => undefined)
  return () => {
    left.abort()
    channel.close()
  }
}

async function takeTurn(left: AbortSignal, channel: BroadcastChannel, tell: Tell): Promise<void> {
  const led = await navigator.locks.request(
    NAME,
    { ifAvailable: true },
    (lock) => lock !== null && lead(left, channel, tell, false),
  )
  if (led || left.aborted) return
  let heard = false
  channel.addEventListener('message', () => (heard = true), { once: true })
  channel.postMessage({ kind: 'come' } satisfies Told)
  await navigator.locks.request(NAME, { signal: left }, () => lead(left, channel, tell, heard))
}

/**
 * Holds the stream until this page is left.
 *
 * @param follows whether this page heard another one that held it before: what was told in between, it missed
 */
function lead(left: AbortSignal, channel: BroadcastChannel, tell: Tell, follows: boolean): Promise<true> {
  return new Promise((done) => {
    if (left.aborted) return done(true)
    let connected: News | null = null
    let isFirst = true
    const others = (told: News) => channel.postMessage(told satisfies Told)
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'come' && connected) others(connected)
    }
    const stop = listen((news) => {
      tell(news)
      others(news)
      if (news.kind !== 'connected') return
      connected = news
      if (!news.connected || !isFirst) return
      isFirst = false
      others({ kind: 'reset' })
      if (follows) tell({ kind: 'reset' })
    })
    left.addEventListener('abort', () => {
      stop()
      done(true)
    })
  })
}
