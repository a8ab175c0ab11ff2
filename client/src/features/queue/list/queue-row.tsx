/** One entry: speaker, group, cause of the position, channel and time. Its actions are behind the three dots. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { memo } from 'react'
import { findGroup } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getGroupName } from '../../../text/group-name.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { SpeakerRow } from '../../../ui/speaker-row.tsx'
import styles from '../queue.module.css'
import { formatRowName } from '../row-name.ts'
import type { QueueRowActions } from './row-actions.ts'
import { RowChips } from './row-chips.tsx'
import { RowMenu } from './row-menu.tsx'

type QueueRowProps = {
  id: EntryId
  row: EntryRow
  /** The displayed number, from 1; null for an entry on hold, which has no position. */
  number: number | null
  /** The index in the queue, from 0; null for an entry outside the order. */
  index: number | null
  cause: string
  isNext?: boolean
  isBelowLimit?: boolean
  /** The only row that the tab key reaches. */
  isTabStop: boolean
  actions: QueueRowActions
}

export const QueueRow = memo(
  ({ id, row, number, index, cause: why, isNext = false, isBelowLimit = false, isTabStop, actions }: QueueRowProps) => {
    const { t } = useText()
    const session = useView((view) => view.session)
    const group = findGroup(session.groups, row.group)
    const from = row.staff?.requestChannel ?? row.channel
    return (
      <SpeakerRow
        tabIndex={isTabStop ? 0 : -1}
        data-row={id}
        aria-keyshortcuts={index === null ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        position={number}
        who={formatRowName(row)}
        chips={<RowChips id={id} row={row} />}
        mark={group?.mark}
        groupAndCause={<span className={styles.whole}>{group ? t('queue.groupAndWhy', { group: getGroupName(t, group), why }) : why}</span>}
        channel={<ChannelLabel from={from}>{t(`channel.${from}`)}</ChannelLabel>}
        expectedTime={t('queue.askedAt', { time: formatTime(row.askedAt, session.timeZone) })}
        actions={<RowMenu id={id} row={row} index={index} actions={actions} />}
        next={isNext}
        moved={row.pinnedBy === 'chair'}
        isAfterLimit={isBelowLimit}
      />
    )
  },
)
