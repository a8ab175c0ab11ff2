/** One who waits: who, group, why here, from where and since when; what can be done is behind the three dots. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { memo } from 'react'
import { groupIn } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { ListRow } from '../../../ui/speaker-row.tsx'
import styles from '../queue.module.css'
import { nameOf } from '../row-name.ts'
import type { RowActs } from './row-actions.ts'
import { RowStates } from './row-chips.tsx'
import { RowMenu } from './row-menu.tsx'

type RowProps = {
  id: EntryId
  row: EntryRow
  /** As it is drawn, from 1; null for somebody who said "not now": kept, without a place. */
  number: number | null
  /** Its place in the line, from 0; null for those outside it. */
  index: number | null
  why: string
  next?: boolean
  after?: boolean
  /** The one row that the tab key stops at. */
  stop: boolean
  acts: RowActs
}

export const QueueRow = memo(({ id, row, number, index, why, next = false, after = false, stop, acts }: RowProps) => {
  const { t } = useText()
  const session = useView((view) => view.session)
  const group = groupIn(session.groups, row.group)
  const from = row.desk?.door ?? row.channel
  return (
    <ListRow
      tabIndex={stop ? 0 : -1}
      data-row={id}
      aria-keyshortcuts={index === null ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
      place={number}
      who={nameOf(row)}
      states={<RowStates id={id} row={row} />}
      mark={group?.mark}
      why={<span className={styles.whole}>{group ? t('queue.groupAndWhy', { group: groupName(t, group), why }) : why}</span>}
      from={<Channel from={from}>{t(`channel.${from}`)}</Channel>}
      when={t('queue.askedAt', { time: timeOfDay(row.askedAt, session.timeZone) })}
      actions={<RowMenu id={id} row={row} index={index} acts={acts} />}
      next={next}
      moved={row.moved === 'chair'}
      after={after}
    />
  )
})
