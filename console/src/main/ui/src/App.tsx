import { useEffect, useMemo, useState } from 'preact/hooks'
import { session as sessionCalls } from './api/calls.ts'
import { useCsrf, whenSignedOut } from './api/client.ts'
import type { Session } from './api/types.ts'
import { DeskProvider } from './desk/DeskProvider.tsx'
import { apply, type Preferences, store, stored } from './desk/preferences.ts'
import { AlertsPage } from './pages/AlertsPage.tsx'
import { AuditPage } from './pages/AuditPage.tsx'
import { MutesPage } from './pages/MutesPage.tsx'
import { OverviewPage } from './pages/OverviewPage.tsx'
import { RulePage } from './pages/RulePage.tsx'
import { RulesPage } from './pages/RulesPage.tsx'
import { SettingsPage } from './pages/SettingsPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'
import { SubjectPage } from './pages/SubjectPage.tsx'
import { UsersPage } from './pages/UsersPage.tsx'
import { WebhooksPage } from './pages/WebhooksPage.tsx'
import { cut, seen } from './parts/Id.tsx'
import { Notice } from './parts/Notice.tsx'
import { type Page, pageOf } from './place/pages.ts'
import { go, type Place, usePlace } from './place/place.ts'
import { Shell } from './Shell.tsx'
import { known, type Words, wordsIn } from './words/words.ts'

type Signed = { state: 'asking' } | { state: 'out'; over: boolean } | { state: 'in'; session: Session }

export function App() {
  const [preferences, setPreferences] = useState(stored)
  const [signed, setSigned] = useState<Signed>({ state: 'asking' })
  const place = usePlace()
  const page = pageOf(place)
  const words = useMemo(() => wordsIn(preferences.lang), [preferences.lang])
  const prefer = (change: Partial<Preferences>) => {
    const next = { ...preferences, ...change }
    store(next)
    setPreferences(next)
  }
  const signedIn = (session: Session) => {
    useCsrf(session.csrf)
    setSigned({ state: 'in', session })
  }

  useEffect(() => apply(preferences), [preferences])
  useEffect(() => {
    whenSignedOut(() => setSigned((before) => ({ state: 'out', over: before.state === 'in' })))
    sessionCalls.now().then(signedIn, () => setSigned({ state: 'out', over: false }))
  }, [])
  useEffect(() => {
    if (page.page === 'elsewhere') go(page.to, 'replace')
    document.title = titleOf(page, words)
  }, [place, words])

  if (signed.state === 'asking') return null
  if (signed.state === 'out') {
    const onLanguage = () => prefer({ lang: words.lang === 'zh' ? 'en' : 'zh' })
    return <SignInPage words={words} over={signed.over} onSession={signedIn} onLanguage={onLanguage} />
  }
  const signOut = () => void sessionCalls.end().finally(() => setSigned({ state: 'out', over: false }))
  return (
    <DeskProvider words={words} preferences={preferences} prefer={prefer} session={signed.session} signOut={signOut}>
      <Shell page={page.page === 'rule' ? 'rules' : page.page}>
        <Content page={page} place={place} words={words} isAdmin={signed.session.user.role === 'ADMIN'} />
      </Shell>
    </DeskProvider>
  )
}

function Content({ page, place, words, isAdmin }: { page: Page; place: Place; words: Words; isAdmin: boolean }) {
  switch (page.page) {
    case 'alerts':
      return <AlertsPage view={page.view} />
    case 'overview':
      return <OverviewPage parameters={place.parameters} />
    case 'rules':
      return <RulesPage />
    case 'rule':
      return <RulePage code={page.code} version={page.version} />
    case 'subject':
      return <SubjectPage key={`${page.type}:${page.id}`} type={page.type} id={page.id} />
    case 'mutes':
      return <MutesPage />
    case 'audit':
      return <AuditPage />
    case 'settings':
      return <SettingsPage />
    case 'users':
      return isAdmin ? <UsersPage /> : <Notice isPage title={words('forbidden')} />
    case 'webhooks':
      return isAdmin ? <WebhooksPage /> : <Notice isPage title={words('forbidden')} />
    case 'elsewhere':
      return null
    case 'lost':
      return (
        <Notice isPage title={words('notFound')} hint={words('notFoundHint')}>
          <a class="button" href="/alerts">
            {words('toAlerts')}
          </a>
        </Notice>
      )
  }
}

function titleOf(page: Page, words: Words): string {
  const name = page.page === 'rule' ? page.code : page.page === 'subject' ? page.id : known(page.page) ? words(page.page) : ''
  return `${name ? `${seen(cut(name, 60))} · ` : ''}Xunjian 巡检`
}
