/** The organiser's page: the session that matters now with its links, the others, and a new one. */
import { useState } from 'react'
import { NewSession } from '../../features/doors/new-session.tsx'
import { SessionLinks } from '../../features/doors/session-links.tsx'
import { foremost, SessionList } from '../../features/doors/session-list.tsx'
import { doorSaying } from '../../features/doors/door-words.ts'
import { forgetOrganiser, type Listing, takeOrganiser, useOrganiserAnswer } from '../../features/doors/use-organiser.ts'
import { PageTools } from '../../features/session/page-tools.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import styles from './home.module.css'

export const Home = () => {
  const { t } = useText()
  const [secret, setSecret] = useState(takeOrganiser)
  const signOut = () => {
    forgetOrganiser()
    setSecret(null)
  }
  return (
    <>
      <TopBar series={t('home.title')}>
        <PageTools />
        {secret === null ? null : (
          <Button look="quiet" size="small" onClick={signOut}>
            {t('app.signOut')}
          </Button>
        )}
      </TopBar>
      {secret === null ? <Say title={t('home.needsLink')} help={t('home.needsLinkHelp')} /> : <Sessions secret={secret} />}
    </>
  )
}

const Say = ({ title, help }: { title: string; help: string }) => (
  <main className={styles.say}>
    <h2>{title}</h2>
    <p>{help}</p>
  </main>
)

const Sessions = ({ secret }: { secret: string }) => {
  const { t } = useText()
  const [chosen, choose] = useState<string | null>(null)
  const { answer, again } = useOrganiserAnswer<Listing>(secret, '/api/sessions')
  if (answer === null) return <main className={styles.say} aria-busy="true" />
  if (!answer.ok) {
    return answer.why === 'organiser-only' ? (
      <Say title={t('home.needsLink')} help={t('home.needsLinkHelp')} />
    ) : (
      <Say title={t('door.unreachable')} help={t(doorSaying(answer.why).words)} />
    )
  }
  const { sessions, templates } = answer.value
  // The row that was pressed goes; what it opened takes the focus.
  const open = (id: string) => {
    choose(id)
    requestAnimationFrame(() => document.getElementById('session-title')?.focus())
  }
  const made = (id: string) => {
    choose(id)
    again()
  }
  const now = Date.now()
  const shown = sessions.find(({ id }) => id === chosen) ?? foremost(sessions, now)
  const others = sessions.filter(({ id }) => id !== shown?.id).sort((a, b) => a.startsAt - b.startsAt)
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        {shown ? (
          <SessionLinks key={shown.id} secret={secret} session={shown} now={now} onChanged={again} onMade={made} />
        ) : (
          <p>{t('home.none')}</p>
        )}
        {others.length > 0 ? <SessionList sessions={others} now={now} onOpen={open} /> : null}
      </div>
      <NewSession secret={secret} templates={templates} sessions={sessions} onMade={made} />
    </main>
  )
}
