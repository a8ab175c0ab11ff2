/** One session: its title and phase, the links to its surfaces, and its preparation. */

import type { OfficerLink } from '@rostrum/shared/api/links'
import type { AnswerOf } from '@rostrum/shared/api/operations'
import type { SessionSummary } from '@rostrum/shared/api/sessions'
import { duties } from '@rostrum/shared/contract/offices'
import { roleRules, type SharedRole } from '@rostrum/shared/contract/roles'
import type { ReactNode } from 'react'
import { formatJoinCode } from '../../../session/join-code.ts'
import { useOrganizerRequest } from '../../../session/organizer-request.ts'
import { isOverlayLink } from '../../../session/overlay-address.ts'
import { formatDay, formatSpan } from '../../../text/days.ts'
import { joinNames } from '../../../text/name-list.ts'
import { getOfficeName } from '../../../text/office-name.ts'
import { getPlaceName } from '../../../text/place-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Name } from '../../../ui/written.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import { ReadyChips } from '../list/ready-chips.tsx'
import { RecordLink } from '../list/record-link.tsx'
import { findRehearsal, getOriginText } from '../model/origin.ts'
import { AddOfficer } from './add-officer.tsx'
import { BoothCards } from './booth-cards.tsx'
import { ChangeDuties } from './change-duties.tsx'
import { EndOfficer } from './end-officer.tsx'
import { NewCodeButton } from './new-code-button.tsx'
import { OverlayOptionsButton } from './overlay-options.tsx'
import { PrintJoinSheet } from './print-join-sheet.tsx'
import { RehearseButton } from './rehearse-button.tsx'
import { RenewButton } from './renew-button.tsx'
import { RoleCard } from './role-card.tsx'
import { SessionActions } from './session-actions.tsx'
import styles from './session-links.module.css'

type SessionLinksProps = {
  secret: string
  session: SessionSummary
  /** All sessions. */
  sessions: readonly SessionSummary[]
  now: number
  onChanged: () => void
  /** Called with the id of the session that was copied from this one. */
  onCreated: (id: string) => void
  onEdit: () => void
  /** Opens the page with the programs connected to the session. */
  onConnect: () => void
  /** The chip that shows how full the agenda is. */
  agenda: ReactNode
  /** The actions on the people of the session. */
  people: ReactNode
}

export const SessionLinks = ({
  secret,
  session,
  sessions,
  now,
  onChanged,
  onCreated,
  onEdit,
  onConnect,
  agenda,
  people,
}: SessionLinksProps) => {
  const { t, language } = useText()
  const { result, reload } = useOrganizerRequest(secret, 'GET /api/sessions/:id/links', { params: { id: session.id } })
  const chair = result?.ok ? result.value.links.find(({ role }) => roleRules[role].mayPreside) : undefined
  const origin = getOriginText(t, session, sessions)
  const rehearsal = findRehearsal(session, sessions)
  const when = {
    day: formatDay(t, language, session, now),
    span: formatSpan(session),
    zone: t('time.zone', { place: getPlaceName(t, session.place) }),
  }
  return (
    <Card aria-labelledby="session-title">
      <div className={`on-floor ${styles.head}`}>
        <div>
          <p className={styles.when}>{t('home.when', when)}</p>
          <h2 id="session-title" tabIndex={-1} className={styles.title}>
            <Name>{session.title}</Name>
          </h2>
          {origin === null ? null : <p className={styles.when}>{origin}</p>}
        </div>
        <MainLink session={session} chair={chair} />
      </div>
      {result && !result.ok ? (
        <div className={styles.said}>
          <RequestError result={result} />
        </div>
      ) : null}
      {result?.ok ? <RoleCards secret={secret} session={session} links={result.value} onRenewed={reload} /> : null}
      <div className={styles.ready}>
        <ReadyChips session={session} agenda={agenda} />
        <div className={styles.next}>
          {people}
          {session.phase === 'planned' && !session.rehearsal ? (
            <RehearseButton secret={secret} session={session.id} rehearsal={rehearsal} />
          ) : null}
          {session.rehearsal ? null : (
            <Button look="quiet" size="inline" onClick={onEdit}>
              {t(session.phase === 'planned' ? 'home.edit' : 'home.seePlan')}
            </Button>
          )}
          <Button look="quiet" size="inline" onClick={onConnect}>
            {t('home.connections')}
          </Button>
          {session.phase === 'planned' ? null : <RecordLink session={session} />}
          {rehearsal?.phase === 'closed' ? <RecordLink session={rehearsal} /> : null}
          <SessionActions secret={secret} session={session} sessions={sessions} onChanged={onChanged} onCreated={onCreated} />
        </div>
      </div>
    </Card>
  )
}

/** The link that the organizer most likely opens: the Chair's page, or the record of a rehearsal that is over. */
const MainLink = ({ session, chair }: { session: SessionSummary; chair: OfficerLink | undefined }) => {
  const { t } = useText()
  const isOver = session.rehearsal && session.phase === 'closed'
  const href = isOver ? `/record/${session.id}` : chair?.url
  return href === undefined ? null : (
    <a className={styles.act} href={href}>
      {t(isOver ? 'record.ofRehearsal' : 'home.openChair')}
      <Icon name="next" className={styles.arrow} />
    </a>
  )
}

/** Texts for surfaces without an office. Links to screens are not covered, because they show only what everybody may see. */
const surfaceTexts = {
  panellist: { name: 'home.panel', note: 'home.panelNote', covered: true },
  display: { name: 'home.display', note: 'home.displayNote', covered: false },
  overlay: { name: 'overlay.title', note: 'overlay.note', covered: false },
} as const satisfies Readonly<Record<SharedRole | 'overlay', object>>

type RolesProps = { secret: string; session: SessionSummary; links: AnswerOf<'GET /api/sessions/:id/links'>; onRenewed: () => void }

const RoleCards = ({ secret, session, links: { code, join, links }, onRenewed }: RolesProps) => {
  const { t } = useText()
  return (
    <div className={styles.roles}>
      {session.walkIns ? (
        <RoleCard
          name={t('home.participants')}
          note={
            <>
              {t('home.participantsNote')} <strong className="num">{formatJoinCode(code)}</strong>
            </>
          }
          link={join}
        >
          <PrintJoinSheet session={session} code={code} join={join} />
          <NewCodeButton secret={secret} session={session} onRenewed={onRenewed} />
        </RoleCard>
      ) : (
        <article className={styles.role}>
          <h3>{t('home.participants')}</h3>
          <p className={styles.note}>{t('home.registeredOnly')}</p>
        </article>
      )}
      {links.map((link) => (
        <LinkCard key={link.person} secret={secret} session={session} link={link} links={links} onChanged={onRenewed} />
      ))}
      <article className={styles.role}>
        <h3>{t('officers.more')}</h3>
        <p className={styles.note}>{t('officers.moreNote')}</p>
        <div className={styles.acts}>
          <AddOfficer secret={secret} session={session.id} onAdded={onRenewed} />
        </div>
      </article>
      <BoothCards secret={secret} session={session} links={links} onChanged={onRenewed} />
    </div>
  )
}

type LinkCardProps = { secret: string; session: SessionSummary; link: OfficerLink; links: readonly OfficerLink[]; onChanged: () => void }

const LinkCard = ({ secret, session, link, links, onChanged }: LinkCardProps) => {
  const { t } = useText()
  const { role, office, person, url } = link
  if (office === null)
    return roleRules[role].interprets ? null : <SurfaceCard secret={secret} session={session} link={link} onChanged={onChanged} />
  const isShared = links.filter((other) => other.office?.office === office.office).length > 1
  const name = getOfficeName(t, office, isShared)
  // Without a chair nobody could run the session.
  const isLastChair = roleRules[role].mayPreside && links.filter((other) => roleRules[other.role].mayPreside).length === 1
  return (
    <RoleCard name={name} note={<OfficerNote link={link} />} link={url} isMasked>
      <RenewButton secret={secret} session={session.id} person={person} name={name} onRenewed={onChanged} />
      <ChangeDuties secret={secret} session={session.id} officer={link} name={name} onChanged={onChanged} />
      {isLastChair ? null : (
        <EndOfficer
          secret={secret}
          session={session.id}
          person={person}
          name={name}
          goes={t('officers.endGoes')}
          stays={t('officers.endStays')}
          onEnded={onChanged}
        />
      )}
    </RoleCard>
  )
}

/** The name, if there is one, and the officer's duties in words. */
const OfficerNote = ({ link: { office, name } }: { link: OfficerLink }) => {
  const { t, language } = useText()
  const held = office?.duties ?? []
  const dutiesText =
    held.length === duties.length
      ? t('officers.everything')
      : held.length === 0
        ? t('officers.nothing')
        : t('officers.only', {
            duties: joinNames(
              language,
              held.map((duty) => t(`duty.${duty}`)),
            ),
          })
  return (
    <>
      {name === null ? null : (
        <>
          <strong>
            <Name>{name}</Name>
          </strong>{' '}
        </>
      )}
      {dutiesText}
    </>
  )
}

const SurfaceCard = ({ secret, session, link, onChanged }: Omit<LinkCardProps, 'links'>) => {
  const { t } = useText()
  const isOverlay = isOverlayLink(link.url)
  const text = surfaceTexts[isOverlay ? 'overlay' : (link.role as keyof typeof surfaceTexts)]
  const name = t(text.name)
  return (
    <RoleCard name={name} note={t(text.note)} link={link.url} isMasked={text.covered} canOpen={!text.covered}>
      {isOverlay ? <OverlayOptionsButton link={link.url} /> : null}
      {text.covered || isOverlay ? (
        <RenewButton secret={secret} session={session.id} person={link.person} name={name} onRenewed={onChanged} />
      ) : null}
    </RoleCard>
  )
}
