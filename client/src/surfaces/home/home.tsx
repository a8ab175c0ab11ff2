/** The organiser's page: the session that matters now with its links, the others, and a new one. */
import { useEffect, useState } from 'react'
import { NewSession } from '../../features/organizer/create/new-session.tsx'
import { foremost, SessionList } from '../../features/organizer/list/session-list.tsx'
import { SessionLinks } from '../../features/organizer/manage/session-links.tsx'
import { Tokens } from '../../features/organizer/tokens/tokens.tsx'
import { AgendaChip } from '../../features/planning/page/agenda-chip.tsx'
import { PlanLeaving } from '../../features/planning/page/leave-guard.tsx'
import { forgetOrganiser, type Listing, takeOrganiser, useOrganiserAnswer } from '../../session/organizer-api.ts'
import { doorSaying } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import styles from './home.module.css'
import { PlanPage } from './plan-page.tsx'
import { useEdited } from './use-edited-session.ts'

export const Home = () => {
  const { t } = useText()
  const [secret, setSecret] = useState(takeOrganiser)
  const { edited, edit, holds, leave, asking, stay, leaveNow } = useEdited()
  const [chosen, choose] = useState(edited)
  const [returned, setReturned] = useState(edited !== null)
  const signOut = () => {
    forgetOrganiser()
    setSecret(null)
  }
  const open = (id: string) => {
    choose(id)
    setReturned(true)
    edit(id)
  }
  return (
    <>
      <TopBar series={t('home.title')}>
        <h1 className="sr">{t('home.title')}</h1>
        <PageTools />
        {secret === null || edited !== null ? null : (
          <Button look="quiet" size="small" onClick={signOut}>
            {t('app.signOut')}
          </Button>
        )}
      </TopBar>
      {secret === null ? <Say title={t('home.needsLink')} help={t('home.needsLinkHelp')} /> : null}
      {secret === null || edited === null ? null : (
        <PlanPage key={edited} secret={secret} session={edited} onUnsaved={holds} onLeave={leave} />
      )}
      {secret === null || edited !== null ? null : (
        <Sessions secret={secret} chosen={chosen} choose={choose} returned={returned} onEdit={open} />
      )}
      <PlanLeaving open={asking} onStay={stay} onLeave={leaveNow} />
    </>
  )
}

const Say = ({ title, help }: { title: string; help: string }) => (
  <main className={styles.say}>
    <h2>{title}</h2>
    <p>{help}</p>
  </main>
)

type SessionsProps = {
  secret: string
  chosen: string | null
  choose: (id: string) => void
  /** From editing: the focus goes to the session that was edited. */
  returned: boolean
  onEdit: (id: string) => void
}

const focusTitle = () => document.getElementById('session-title')?.focus()

const Sessions = ({ secret, chosen, choose, returned, onEdit }: SessionsProps) => {
  const { t } = useText()
  const { answer, again } = useOrganiserAnswer<Listing>(secret, '/api/sessions')
  const listed = answer?.ok ?? false
  useEffect(() => {
    if (returned && listed) focusTitle()
  }, [returned, listed])
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
    requestAnimationFrame(focusTitle)
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
          <SessionLinks
            key={shown.id}
            secret={secret}
            session={shown}
            now={now}
            onChanged={again}
            onMade={made}
            onEdit={() => onEdit(shown.id)}
            agenda={<AgendaChip secret={secret} id={shown.id} />}
          />
        ) : (
          <p>{t('home.none')}</p>
        )}
        {others.length > 0 ? <SessionList sessions={others} now={now} onOpen={open} /> : null}
      </div>
      <div className={styles.column}>
        <NewSession secret={secret} templates={templates} sessions={sessions} onMade={made} />
        <Tokens secret={secret} />
      </div>
    </main>
  )
}
