/** The people of one page, as the desk needs them: who, for whom, from where, whether they can be reached, and when they speak. */
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { speakerLabel } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { calledOf, languageName } from '../person-name.ts'
import type { RosterRow } from '../roster-types.ts'
import { Attendance } from './attendance.tsx'
import { missing, reachedOf, usePlaces, useSpeaking, useTurns } from './member-status.ts'
import styles from './people.module.css'

export type Act = 'arrived' | 'absent' | 'edit' | 'link' | 'revoke'
type TableProps = {
  people: readonly RosterRow[]
  asking: boolean
  /** Who is being marked as present. */
  marking: string | null
  onAct: (act: Act, row: RosterRow) => void
  /** Marked as present by the row's own button. */
  onQuick: (row: RosterRow) => void
}

export const PeopleTable = ({ people, asking, marking, onAct, onQuick }: TableProps) => {
  const { t } = useText()
  const places = usePlaces()
  const speaking = useSpeaking()
  const turns = useTurns()
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
            spoke={turns.get(row.entity) ?? 0}
            marking={marking === row.person}
            onAct={(act) => onAct(act, row)}
            onQuick={() => onQuick(row)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  row: RosterRow
  place: number | undefined
  speaks: boolean
  /** How often their organization has. */
  spoke: number
  marking: boolean
  onAct: (act: Act) => void
  onQuick: () => void
}

const PersonRow = ({ row, place, speaks, spoke, marking, onAct, onQuick }: RowProps) => {
  const { t, language } = useText()
  const group = groupIn(useGroups(), row.group)
  const reached = reachedOf(
    row,
    place,
    useView(({ presence }) => presence.away),
  )
  return (
    <tr data-person={row.person} data-ended={row.revoked || undefined}>
      <th scope="row">
        <bdi>{row.entity}</bdi>
      </th>
      <td>
        {row.number > 0 ? <span className={styles.whole}>{speakerLabel(t, row)}</span> : null}
        <Named row={row} />
      </td>
      <td>{group ? <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark> : groupName(t, null)}</td>
      <td>
        <Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>
      </td>
      <td>
        <Attendance reached={reached} />
      </td>
      <td>{row.language === null ? null : languageName(language.id, row.language)}</td>
      <td className={styles.onFloor}>
        <OnFloor place={place} speaks={speaks} spoke={spoke} />
      </td>
      <td className={styles.end}>
        {row.revoked ? null : (
          <div className={styles.acts}>
            {missing(row, reached) ? (
              <Button size="small" aria-label={t('people.markFor', { who: calledOf(t, row) })} disabled={marking} onClick={onQuick}>
                {t('people.markArrived')}
              </Button>
            ) : null}
            <Acts row={row} onAct={onAct} />
          </div>
        )}
      </td>
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

const OnFloor = ({ place, speaks, spoke }: Pick<RowProps, 'place' | 'speaks' | 'spoke'>) => {
  const { t, ordinal } = useText()
  if (speaks) return <Chip tone="good">{t('people.speaking')}</Chip>
  const said = spoke > 0 ? t('people.spoke', { n: spoke }) : null
  if (place === undefined) return said ?? <span className="muted">{t('people.none')}</span>
  return said === null ? ordinal(place) : t('people.placeAndSpoke', { place: ordinal(place), spoke: said })
}

const Acts = ({ row, onAct }: { row: RosterRow; onAct: (act: Act) => void }) => {
  const { t } = useText()
  return (
    <MenuButton
      label={t('app.moreFor', { who: calledOf(t, row) })}
      onAction={onAct}
      entries={[
        row.arrived
          ? { id: 'absent', label: t('people.markAbsent') }
          : { id: 'arrived', label: t('people.markArrived'), note: t('people.markNote') },
        { id: 'edit', label: t('people.edit') },
        { id: 'link', label: t('people.link'), note: t('people.linkNote') },
        { id: 'revoke', label: t('people.revoke'), note: t('people.revokeNote'), danger: true },
      ]}
    />
  )
}
