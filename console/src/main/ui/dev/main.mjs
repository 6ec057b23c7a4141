import { serve } from './server.mjs'

const { PORT = '8099', NEWS_MS = '4000', SIGNED_IN = '', ROLE = 'ADMIN' } = process.env
console.log(await serve({ port: Number(PORT), newsMs: Number(NEWS_MS), signedIn: SIGNED_IN === '1', role: ROLE }))
