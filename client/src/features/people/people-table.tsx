/** The people of one page, as the desk needs them: who, for whom, from where, whether they can be reached, and when they speak. */
import { groupIn, useGroups } from '../../session/groups.ts'
import { useNow, useView } from '../../session/hooks.tsx'
import { groupName } from '../../text/group-name.ts'
import { speakerLabel } from '../../text/person-words.ts'
import { useText } from '../../text/use-text.tsx'
import { Channel } from '../../ui/channel.tsx'
import { Chip } from '../../ui/chip.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import styles from './people.module.css'
import { calledOf, languageName } from './person-name.ts'
import type { RosterRow } from './roster.ts'
import { reachedOf, usePlaces, useSpeaking } from './standing.ts'

export type Act = 'edit' | 'link' | 'revoke'
type TableProps = { people: readonly RosterRow[]; asking: boolean; onAct: (act: Act, row: RosterRow) => void }

export const PeopleTable = ({ people, asking, onAct }: TableProps) => {
  const { t } = useText()
  const places = usePlaces()
  const speaking = useSpeaking()
  return (
    <table className={styles.table} aria-busy={asking || undefined} aria-labelledby="people-title">
      <thead>
        <tr>
          <th scope="col">{t('people.entity')}</th>
          <th scope="col">{t('people.person')}</th>
          <th scope="col">{t('queue.group')}</th>
          <th scope="col">{t('queue.where')}</th>
          <th scope="col">{t('people.connection')}</th>
          <th scope="col">{t('join.language')}</th>
          <th scope="col">{t('people.onFloor')}</th>
          <th scope="col">
            <span className="sr">{t('people.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((row) => (
          <PersonRow
            key={row.person}
            row={row}
            place={places.get(row.person)}
            speaks={speaking > 0 && speaking === row.number}
            onAct={(act) => onAct(act, row)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: RosterRow; place: number | undefined; speaks: boolean; onAct: (act: Act) => void }

const PersonRow = ({ row, place, speaks, onAct }: RowProps) => {
  const { t, language } = useText()
  const group = groupIn(useGroups(), row.group)
  return (
    <tr data-person={row.person} data-ended={row.revoked || undefined}>
      <th scope="row">
        <bdi>{row.entity}</bdi>
      </th>
      <td>
        {row.number > 0 ? speakerLabel(t, row) : null}
        <Named row={row} />
      </td>
      <td>{group ? <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark> : groupName(t, null)}</td>
      <td>
        <Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>
      </td>
      <td>
        <Connection row={row} place={place} />
      </td>
      <td>{row.language === null ? null : languageName(language.id, row.language)}</td>
      <td>
        <OnFloor place={place} speaks={speaks} />
      </td>
      <td className={styles.end}>{row.revoked ? null : <Acts row={row} onAct={onAct} />}</td>
    </tr>
  )
}

/** The name is the desk's to see; whether anybody else may, stands beside it. */
const Named = ({ row: { role, name, named } }: { row: RosterRow }) => {
  const { t } = useText()
  const consent = named === null ? null : t(named ? 'people.named' : 'people.notNamed')
  if (role === 'participant' && name === null) return null
  return (
    <small className={styles.beside}>
      {role === 'participant' ? null : <span>{t(`role.${role}`)}</span>}
      {name === null ? null : <bdi>{name}</bdi>}
      {name === null || consent === null ? null : <span>{consent}</span>}
    </small>
  )
}

const Connection = ({ row, place }: { row: RosterRow; place: number | undefined }) => {
  const { t } = useText()
  const away = useView(({ presence }) => presence.away)
  const reached = reachedOf(row, place, away)
  if (reached.kind === 'ended') return <Chip>{t('people.ended')}</Chip>
  if (reached.kind === 'away') return <NoSignal since={reached.since} />
  return reached.kind === 'connected' ? <span className={styles.connected}>{t('people.connected')}</span> : null
}

/** Counted in steps of ten, so that it informs and does not fidget. */
const NoSignal = ({ since }: { since: number }) => {
  const { t } = useText()
  const now = useNow(5000)
  const n = Math.max(0, Math.round((now - since) / 10_000) * 10)
  return <span className={styles.away}>{t('queue.noSignal', { n })}</span>
}

const OnFloor = ({ place, speaks }: { place: number | undefined; speaks: boolean }) => {
  const { t, ordinal } = useText()
  if (speaks) return <Chip tone="good">{t('people.speaking')}</Chip>
  return place === undefined ? <span className="muted">{t('people.none')}</span> : ordinal(place)
}

const Acts = ({ row, onAct }: { row: RosterRow; onAct: (act: Act) => void }) => {
  const { t } = useText()
  return (
    <MenuButton
      label={t('app.moreFor', { who: calledOf(t, row) })}
      onAction={onAct}
      entries={[
        { id: 'edit', label: t('people.edit') },
        { id: 'link', label: t('people.link'), note: t('people.linkNote') },
        { id: 'revoke', label: t('people.revoke'), note: t('people.revokeNote'), danger: true },
      ]}
    />
  )
}
