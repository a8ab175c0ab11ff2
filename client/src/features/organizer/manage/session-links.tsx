/** One session: what it is, the way to each of its doors, and how far it is prepared. */
import type { Role } from '@rostrum/shared/contract/roles'
import type { ReactNode } from 'react'
import { inHalves } from '../../../session/join-code.ts'
import { type Links, type Office, type Summary, useOrganiserAnswer } from '../../../session/organizer-api.ts'
import { dayWords, spanWords } from '../../../text/days.ts'
import { doorSaying } from '../../../text/entry-error-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DoorError } from '../../../ui/form-error.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ReadyChips } from '../list/ready-chips.tsx'
import { RecordLink } from '../list/record-link.tsx'
import { InvitationsButton } from './invitations-button.tsx'
import { NewCodeButton } from './new-code-button.tsx'
import { PrintDoor } from './print-join-sheet.tsx'
import { RehearseButton } from './rehearse-button.tsx'
import { RenewButton } from './renew-button.tsx'
import { RoleCard } from './role-card.tsx'
import { SessionActs } from './session-actions.tsx'
import styles from './session-links.module.css'

type SessionProps = {
  secret: string
  session: Summary
  now: number
  onChanged: () => void
  /** With the one that was made like it. */
  onMade: (id: string) => void
  onEdit: () => void
  /** How full its agenda is. */
  agenda: ReactNode
}

export const SessionLinks = ({ secret, session, now, onChanged, onMade, onEdit, agenda }: SessionProps) => {
  const { t, language } = useText()
  const { answer, again } = useOrganiserAnswer<Links>(secret, `/api/sessions/${session.id}/links`)
  const chair = answer?.ok ? answer.value.links.find(({ role }) => role === 'chair') : undefined
  const when = {
    day: dayWords(t, language, session, now),
    span: spanWords(session),
    zone: t('time.zone', { place: session.place }),
  }
  return (
    <Card aria-labelledby="session-title">
      <div className={`on-floor ${styles.head}`}>
        <div>
          <p className={styles.when}>{t('home.when', when)}</p>
          <h2 id="session-title" tabIndex={-1} className={styles.title}>
            <bdi>{session.title}</bdi>
          </h2>
        </div>
        {chair ? (
          <a className={styles.act} href={chair.url}>
            {t('home.openChair')}
            <Icon name="next" className={styles.arrow} />
          </a>
        ) : null}
      </div>
      {answer && !answer.ok ? (
        <div className={styles.said}>
          <DoorError>{t(doorSaying(answer.why).words)}</DoorError>
        </div>
      ) : null}
      {answer?.ok ? <Roles secret={secret} session={session} links={answer.value} onRenewed={again} /> : null}
      <div className={styles.ready}>
        <ReadyChips session={session} agenda={agenda} />
        <div className={styles.next}>
          <InvitationsButton secret={secret} session={session.id} />
          {session.phase === 'planned' && !session.rehearsal ? <RehearseButton secret={secret} session={session.id} /> : null}
          {session.rehearsal ? null : (
            <Button look="quiet" size="inline" onClick={onEdit}>
              {t(session.phase === 'planned' ? 'home.edit' : 'home.seePlan')}
            </Button>
          )}
          {session.phase === 'planned' ? null : <RecordLink session={session} />}
          <SessionActs secret={secret} session={session} onChanged={onChanged} onMade={onMade} />
        </div>
      </div>
    </Card>
  )
}

/** What is said of an office; the screen's link shows what everybody may see anyway. */
const offices = {
  chair: { name: 'home.chair', note: 'home.chairNote', covered: true },
  secretariat: { name: 'home.desk', note: 'home.deskNote', covered: true },
  panellist: { name: 'home.panel', note: 'home.panelNote', covered: true },
  display: { name: 'home.screen', note: 'home.screenNote', covered: false },
} as const satisfies Readonly<Partial<Record<Role, object>>>

type RolesProps = { secret: string; session: Summary; links: Links; onRenewed: () => void }

const Roles = ({ secret, session, links: { code, join, links }, onRenewed }: RolesProps) => {
  const { t } = useText()
  const held = links.flatMap((office) => (office.role === 'participant' ? [] : [{ ...office, ...offices[office.role] }]))
  /** Two chairs are told apart by what they are called. */
  const nameOf = ({ role, entity, name }: Office & { readonly name: (typeof offices)[keyof typeof offices]['name'] }) =>
    held.filter((other) => other.role === role).length > 1 ? entity : t(name)
  return (
    <div className={styles.roles}>
      {session.walkIns ? (
        <RoleCard
          name={t('home.participants')}
          note={
            <>
              {t('home.participantsNote')} <strong className="num">{inHalves(code)}</strong>
            </>
          }
          link={join}
        >
          <PrintDoor session={session} code={code} join={join} />
          <NewCodeButton secret={secret} session={session.id} onRenewed={onRenewed} />
        </RoleCard>
      ) : (
        <article className={styles.role}>
          <h3>{t('home.participants')}</h3>
          <p className={styles.note}>{t('home.registeredOnly')}</p>
        </article>
      )}
      {held.map((office) => (
        <RoleCard
          key={office.person}
          name={nameOf(office)}
          note={t(office.note)}
          link={office.url}
          covered={office.covered}
          opens={!office.covered}
        >
          {office.covered ? (
            <RenewButton secret={secret} session={session.id} person={office.person} name={nameOf(office)} onRenewed={onRenewed} />
          ) : null}
        </RoleCard>
      ))}
    </div>
  )
}
