/** One page of members for the secretariat: their names, whom they speak for, channel, attendance, and when they speak. */

import type { RosterRow } from '@rostrum/shared/api/people'
import type { DeliveryStatus } from '@rostrum/shared/contract/invitations'
import { ordinaryRole } from '@rostrum/shared/contract/roles'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import type { MessageKey } from '../../../text/catalogue.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatSpeakerLabel } from '../../../text/labels.ts'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { Name } from '../../../ui/written.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { formatPersonName } from '../person-name.ts'
import { Attendance } from './attendance.tsx'
import { getMemberStatus, isMissing, usePositions, useSpeakingNumber, useTurnCounts } from './member-status.ts'
import styles from './people.module.css'
import { useToConfirm } from './to-confirm.tsx'

export type PersonAction = 'check-in' | 'undo-check-in' | 'edit' | 'link' | 'revoke' | 'reinstate'
type PeopleTableProps = {
  people: readonly RosterRow[]
  loading: boolean
  /** The person whose check-in is pending. */
  checkingIn: string | null
  onAction: (act: PersonAction, row: RosterRow) => void
  /** Called by the row's own button. */
  onCheckIn: (row: RosterRow) => void
}

export const PeopleTable = ({ people, loading, checkingIn, onAction, onCheckIn }: PeopleTableProps) => {
  const { t } = useText()
  const positions = usePositions()
  const speaking = useSpeakingNumber()
  const turnCounts = useTurnCounts()
  return (
    <table className={styles.table} aria-busy={loading || undefined} aria-labelledby="people-title">
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
            position={positions.get(row.person)}
            isSpeaking={speaking > 0 && speaking === row.number}
            turnCount={turnCounts.get(row.entity) ?? 0}
            checkingIn={checkingIn === row.person}
            onAction={(act) => onAction(act, row)}
            onCheckIn={() => onCheckIn(row)}
          />
        ))}
      </tbody>
    </table>
  )
}

type PersonRowProps = {
  row: RosterRow
  position: number | undefined
  isSpeaking: boolean
  /** The number of turns that the member's organization has had. */
  turnCount: number
  checkingIn: boolean
  onAction: (act: PersonAction) => void
  onCheckIn: () => void
}

const PersonRow = ({ row, position, isSpeaking, turnCount, checkingIn, onAction, onCheckIn }: PersonRowProps) => {
  const { t, language } = useText()
  const group = findGroup(useGroups(), row.group)
  const status = getMemberStatus(
    row,
    position,
    useView(({ presence }) => presence.away),
  )
  return (
    <tr data-person={row.person} data-ended={row.revoked || undefined}>
      <th scope="row">
        <Name>{row.entity}</Name>
      </th>
      <td>
        {row.number > 0 ? <span className={styles.whole}>{formatSpeakerLabel(t, row)}</span> : null}
        <RoleAndName row={row} />
      </td>
      <td>{group ? <GroupMark mark={group.mark}>{getGroupName(t, group)}</GroupMark> : getGroupName(t, null)}</td>
      <td>
        <ChannelLabel from={row.channel} />
      </td>
      <td>
        <Attendance status={status} />
      </td>
      <td>{row.language === null ? null : formatLanguageName(language.id, row.language)}</td>
      <td className={styles.onFloor}>
        <FloorCell position={position} isSpeaking={isSpeaking} turnCount={turnCount} />
      </td>
      <td className={styles.end}>
        {row.revoked ? (
          <Button
            look="quiet"
            size="small"
            aria-label={t('people.backFor', { who: formatPersonName(t, row) })}
            onClick={() => onAction('reinstate')}
          >
            {t('people.back')}
          </Button>
        ) : (
          <div className={styles.acts}>
            <ConfirmButton row={row} />
            {isMissing(row, status) ? (
              <Button
                size="small"
                aria-label={t('people.markFor', { who: formatPersonName(t, row) })}
                disabled={checkingIn}
                onClick={onCheckIn}
              >
                {t('people.markArrived')}
              </Button>
            ) : null}
            <PersonMenu row={row} onAction={onAction} />
          </div>
        )}
      </td>
    </tr>
  )
}

const ConfirmButton = ({ row }: { row: RosterRow }) => {
  const { t } = useText()
  const send = useSend('confirm-person')
  const pending = usePending('people.confirm')
  if (!useToConfirm().includes(row.number)) return null
  return (
    <Button
      size="small"
      aria-label={t('people.confirmFor', { who: formatPersonName(t, row) })}
      disabled={pending !== undefined}
      onClick={() => void send({ type: 'people.confirm', data: { person: row.person } })}
    >
      {t('people.confirm')}
    </Button>
  )
}

/** The secretariat always sees the name. The text next to it tells whether others may see it. */
const RoleAndName = ({ row: { role, name, nameInRecord, invitation } }: { row: RosterRow }) => {
  const { t } = useText()
  const consent = nameInRecord === null ? null : t(nameInRecord ? 'people.named' : 'people.notNamed')
  const invited = getInvitationKey(invitation)
  if (role === ordinaryRole && name === null && invited === null) return null
  return (
    <small className={styles.beside}>
      {role === ordinaryRole ? null : <span>{t(`role.${role}`)}</span>}
      {name === null ? null : <Name>{name}</Name>}
      {name === null || consent === null ? null : <span>{consent}</span>}
      {invited === null ? null : <span className={invited === 'people.invited' ? undefined : 'bad'}>{t(invited)}</span>}
    </small>
  )
}

/** Null while the outcome is not known yet. */
const invitationKeys = {
  waiting: null,
  sending: null,
  sent: 'people.invited',
  refused: 'people.notInvited',
  failed: 'people.notInvited',
  returned: 'people.returned',
} as const satisfies Readonly<Record<DeliveryStatus, MessageKey | null>>

const getInvitationKey = (invitation: RosterRow['invitation']) => {
  if (invitation === null) return null
  return invitation.changed.length > 0 ? 'people.untold' : invitationKeys[invitation.status]
}

const FloorCell = ({ position: place, isSpeaking, turnCount: spoke }: Pick<PersonRowProps, 'position' | 'isSpeaking' | 'turnCount'>) => {
  const { t, ordinal } = useText()
  if (isSpeaking) return <Chip tone="good">{t('people.speaking')}</Chip>
  const turnsText = spoke > 0 ? t('people.spoke', { n: spoke }) : null
  if (place === undefined) return turnsText ?? <span className="muted">{t('people.none')}</span>
  return turnsText === null ? ordinal(place) : t('people.placeAndSpoke', { place: ordinal(place), spoke: turnsText })
}

const PersonMenu = ({ row, onAction }: { row: RosterRow; onAction: (action: PersonAction) => void }) => {
  const { t } = useText()
  return (
    <MenuButton
      label={t('app.moreFor', { who: formatPersonName(t, row) })}
      onAction={onAction}
      options={[
        row.checkedIn
          ? { id: 'undo-check-in', label: t('people.markAbsent') }
          : { id: 'check-in', label: t('people.markArrived'), note: t('people.markNote') },
        { id: 'edit', label: t('people.edit') },
        { id: 'link', label: t('people.link'), note: t('people.linkNote') },
        { id: 'revoke', label: t('people.revoke'), note: t('people.revokeNote'), danger: true },
      ]}
    />
  )
}
