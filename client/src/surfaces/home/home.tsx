/** The organizer's page: the most important session with its links, the other sessions, and a new one. */

import { useEffect, useState } from 'react'
import { NewSession } from '../../features/organizer/create/new-session.tsx'
import { DamagedSessions } from '../../features/organizer/list/damaged-sessions.tsx'
import { SessionList } from '../../features/organizer/list/session-list.tsx'
import { SessionLinks } from '../../features/organizer/manage/session-links.tsx'
import { findForemost } from '../../features/organizer/model/session-order.ts'
import { Organizers } from '../../features/organizer/organizers/organizers.tsx'
import { Tokens } from '../../features/organizer/tokens/tokens.tsx'
import { PreparePeople } from '../../features/people/prepare/prepare-people.tsx'
import { AgendaChip } from '../../features/planning/page/agenda-chip.tsx'
import { LeaveGuard } from '../../features/planning/page/leave-guard.tsx'
import { useOrganizerAccess } from '../../session/organizer-access.ts'
import { useOrganizerRequest } from '../../session/organizer-request.ts'
import { getFailureText } from '../../text/failure-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TopBar } from '../../ui/top-bar.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { PageTools } from '../../widgets/page-tools.tsx'
import { ConnectionsPage } from './connections-page.tsx'
import styles from './home.module.css'
import { PlanPage } from './plan-page.tsx'
import { useAddressSession } from './use-address-session.ts'
import { useEditedSession } from './use-edited-session.ts'

export const Home = () => {
  const { t } = useText()
  const { secret, isEnded, signOut, replaceSecret } = useOrganizerAccess()
  const { editedId, edit, setUnsaved, leave, isLeaveAsked, stay, discardAndLeave } = useEditedSession()
  const connections = useAddressSession('connections')
  const pageId = editedId ?? connections.id
  const [chosenId, choose] = useState(pageId)
  const [returned, setReturned] = useState(pageId !== null)
  const open = (id: string, show: (id: string) => void) => {
    choose(id)
    setReturned(true)
    show(id)
  }
  return (
    <>
      <TopBar series={t('home.title')}>
        <h1 className="sr">{t('home.title')}</h1>
        <PageTools />
        {secret === null || pageId !== null ? null : (
          <Button look="quiet" size="small" onClick={signOut}>
            {t('app.signOut')}
          </Button>
        )}
      </TopBar>
      {secret === null ? <SignedOut isEnded={isEnded} /> : null}
      {secret === null || editedId === null ? null : (
        <PlanPage key={editedId} secret={secret} session={editedId} onUnsaved={setUnsaved} onLeave={leave} />
      )}
      {secret === null || editedId !== null || connections.id === null ? null : (
        <ConnectionsPage key={connections.id} secret={secret} session={connections.id} onLeave={connections.leave} />
      )}
      {secret === null || pageId !== null ? null : (
        <Sessions
          {...{ secret, chosenId, choose, returned }}
          onEdit={(id) => open(id, edit)}
          onConnect={(id) => open(id, connections.open)}
          onOwnRenewed={replaceSecret}
        />
      )}
      <LeaveGuard open={isLeaveAsked} onStay={stay} onLeave={discardAndLeave} />
    </>
  )
}

/** No sign-in form is needed: opening a link signs in. */
const SignedOut = ({ isEnded }: { isEnded: boolean }) => {
  const { t } = useText()
  usePageTitle(t('home.title'))
  return isEnded ? (
    <div role="alert">
      <HomeMessage title={t('home.accessEnded')} help={t('home.accessEndedHelp')} />
    </div>
  ) : (
    <HomeMessage title={t('home.needsLink')} help={t('home.needsLinkHelp')} />
  )
}

const HomeMessage = ({ title, help }: { title: string; help: string }) => (
  <main className={styles.say}>
    <h2>{title}</h2>
    <p>{help}</p>
  </main>
)

type SessionsProps = {
  secret: string
  chosenId: string | null
  choose: (id: string) => void
  /** True after editing: the focus goes to the session that was edited. */
  returned: boolean
  onEdit: (id: string) => void
  /** Opens the page with the programs connected to a session. */
  onConnect: (id: string) => void
  /** Called with the new secret of this organizer. */
  onOwnRenewed: (secret: string) => void
}

const focusTitle = () => document.getElementById('session-title')?.focus()

const Sessions = ({ secret, chosenId, choose, returned, onEdit, onConnect, onOwnRenewed }: SessionsProps) => {
  const { t } = useText()
  usePageTitle(t('home.title'))
  const { result, reload } = useOrganizerRequest(secret, 'GET /api/sessions', {})
  const isLoaded = result?.ok ?? false
  useEffect(() => {
    if (returned && isLoaded) focusTitle()
  }, [returned, isLoaded])
  if (result === null) return <main className={styles.say} aria-busy="true" />
  if (!result.ok) return <HomeMessage title={t('entry.unreachable')} help={getFailureText(t, result.reason)} />
  const { sessions, templates, damaged } = result.value
  // The pressed row disappears, so the focus moves to the session that it opened.
  const open = (id: string) => {
    choose(id)
    requestAnimationFrame(focusTitle)
  }
  const onCreated = (id: string) => {
    choose(id)
    reload()
  }
  const now = Date.now()
  const shown = sessions.find(({ id }) => id === chosenId) ?? findForemost(sessions, now)
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        {shown ? (
          <SessionLinks
            key={shown.id}
            secret={secret}
            session={shown}
            sessions={sessions}
            now={now}
            onChanged={reload}
            onCreated={onCreated}
            onEdit={() => onEdit(shown.id)}
            onConnect={() => onConnect(shown.id)}
            agenda={<AgendaChip secret={secret} id={shown.id} />}
            people={<PreparePeople secret={secret} session={shown.id} onChanged={reload} />}
          />
        ) : (
          <p>{t('home.none')}</p>
        )}
        <DamagedSessions secret={secret} damaged={damaged} onChanged={reload} />
        <SessionList secret={secret} sessions={sessions} shownId={shown?.id} now={now} onOpen={open} onChanged={reload} />
      </div>
      <div className={styles.column}>
        <NewSession secret={secret} templates={templates} sessions={sessions} onCreated={onCreated} />
        <Organizers secret={secret} onOwnRenewed={onOwnRenewed} />
        <Tokens secret={secret} />
      </div>
    </main>
  )
}
