/** One session: its title and phase, the links to its surfaces, and how far it is prepared. */
import type { Role } from '@rostrum/shared/contract/roles'
import type { ReactNode } from 'react'
import { formatJoinCode } from '../../../session/join-code.ts'
import { type OfficerLink, type SessionLinkSet, type SessionSummary, useOrganizerRequest } from '../../../session/organizer-api.ts'
import { formatDay, formatSpan } from '../../../text/days.ts'
import { getEntryError } from '../../../text/entry-error-text.ts'
import { getPlaceName } from '../../../text/place-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Name } from '../../../ui/written.tsx'
import { ReadyChips } from '../list/ready-chips.tsx'
import { RecordLink } from '../list/record-link.tsx'
import { NewCodeButton } from './new-code-button.tsx'
import { PrintJoinSheet } from './print-join-sheet.tsx'
import { RehearseButton } from './rehearse-button.tsx'
import { RenewButton } from './renew-button.tsx'
import { RoleCard } from './role-card.tsx'
import { SessionActions } from './session-actions.tsx'
import styles from './session-links.module.css'

type SessionLinksProps = {
  secret: string
  session: SessionSummary
  now: number
  onChanged: () => void
  /** With the id of the session that was copied from this one. */
  onCreated: (id: string) => void
  onEdit: () => void
  /** How full the agenda is. */
  agenda: ReactNode
  /** What can be done about the people of the session. */
  people: ReactNode
}

export const SessionLinks = ({ secret, session, now, onChanged, onCreated, onEdit, agenda, people }: SessionLinksProps) => {
  const { t, language } = useText()
  const { result, reload } = useOrganizerRequest<SessionLinkSet>(secret, `/api/sessions/${session.id}/links`)
  const chair = result?.ok ? result.value.links.find(({ role }) => role === 'chair') : undefined
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
        </div>
        {chair ? (
          <a className={styles.act} href={chair.url}>
            {t('home.openChair')}
            <Icon name="next" className={styles.arrow} />
          </a>
        ) : null}
      </div>
      {result && !result.ok ? (
        <div className={styles.said}>
          <FormError>{t(getEntryError(result.reason).key)}</FormError>
        </div>
      ) : null}
      {result?.ok ? <RoleCards secret={secret} session={session} links={result.value} onRenewed={reload} /> : null}
      <div className={styles.ready}>
        <ReadyChips session={session} agenda={agenda} />
        <div className={styles.next}>
          {people}
          {session.phase === 'planned' && !session.rehearsal ? <RehearseButton secret={secret} session={session.id} /> : null}
          {session.rehearsal ? null : (
            <Button look="quiet" size="inline" onClick={onEdit}>
              {t(session.phase === 'planned' ? 'home.edit' : 'home.seePlan')}
            </Button>
          )}
          {session.phase === 'planned' ? null : <RecordLink session={session} />}
          <SessionActions secret={secret} session={session} onChanged={onChanged} onCreated={onCreated} />
        </div>
      </div>
    </Card>
  )
}

/** Texts for each officer. The display link is not covered, because it shows only what everybody may see. */
const officerTexts = {
  chair: { name: 'home.chair', note: 'home.chairNote', covered: true },
  secretariat: { name: 'home.secretariat', note: 'home.secretariatNote', covered: true },
  panellist: { name: 'home.panel', note: 'home.panelNote', covered: true },
  display: { name: 'home.display', note: 'home.displayNote', covered: false },
} as const satisfies Readonly<Partial<Record<Role, object>>>

type RolesProps = { secret: string; session: SessionSummary; links: SessionLinkSet; onRenewed: () => void }

const RoleCards = ({ secret, session, links: { code, join, links }, onRenewed }: RolesProps) => {
  const { t } = useText()
  const officers = links.flatMap((officer) => (officer.role === 'participant' ? [] : [{ ...officer, ...officerTexts[officer.role] }]))
  /** Officers with the same role are distinguished by their entity. */
  const getName = ({ role, entity, name }: OfficerLink & { readonly name: (typeof officerTexts)[keyof typeof officerTexts]['name'] }) =>
    officers.filter((other) => other.role === role).length > 1 ? entity : t(name)
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
          <NewCodeButton secret={secret} session={session.id} onRenewed={onRenewed} />
        </RoleCard>
      ) : (
        <article className={styles.role}>
          <h3>{t('home.participants')}</h3>
          <p className={styles.note}>{t('home.registeredOnly')}</p>
        </article>
      )}
      {officers.map((officer) => (
        <RoleCard
          key={officer.person}
          name={getName(officer)}
          note={t(officer.note)}
          link={officer.url}
          isMasked={officer.covered}
          canOpen={!officer.covered}
        >
          {officer.covered ? (
            <RenewButton secret={secret} session={session.id} person={officer.person} name={getName(officer)} onRenewed={onRenewed} />
          ) : null}
        </RoleCard>
      ))}
    </div>
  )
}
