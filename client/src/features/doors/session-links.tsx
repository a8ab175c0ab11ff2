/** One session: what it is, the way to each of its doors, and how far it is prepared. */
import type { Role } from '@rostrum/shared/contract/roles'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { inHalves } from './code.ts'
import { DoorError } from './door-error.tsx'
import { doorSaying } from './door-words.ts'
import styles from './links.module.css'
import { RenewButton } from './renew-button.tsx'
import { RoleCard } from './role-card.tsx'
import { type Links, type Office, type Summary, useOrganiserAnswer } from './use-organiser.ts'
import { dayWords, spanWords } from './when.ts'

type SessionProps = { secret: string; session: Summary; now: number }

export const SessionLinks = ({ secret, session, now }: SessionProps) => {
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
          <h2 id="session-title" tabIndex={-1} className={styles.title} dir="auto">
            {session.title}
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
      <p className={styles.ready}>
        <Chip tone={session.phase === 'open' ? 'accent' : 'plain'}>{t(`home.${session.phase}`)}</Chip>
        <Chip tone="good" icon="check">
          {t('home.agenda', { n: Math.round((session.endsAt - session.startsAt) / 60_000) })}
        </Chip>
        <Chip tone={session.counts.people > 0 ? 'good' : 'plain'} icon={session.counts.people > 0 ? 'check' : undefined}>
          {t('home.people', { n: session.counts.people })}
        </Chip>
      </p>
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
      <RoleCard
        name={t('home.participants')}
        note={
          <>
            {t('home.participantsNote')} <strong className="num">{inHalves(code)}</strong>
          </>
        }
        link={join}
      />
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
