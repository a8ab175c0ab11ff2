/** One entry: speaker, group, cause of the position, channel and time. Its actions are behind the three dots. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import { memo } from 'react'
import { findGroup } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { useTypedNames } from '../../../session/typed-names.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { SpeakerRow } from '../../../ui/speaker-row.tsx'
import type { RowWindow } from '../../../ui/use-row-window.ts'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { RowLanguage } from '../../../widgets/row-language.tsx'
import { formatRowName } from '../../../widgets/row-name.ts'
import type { QueueRowActions } from './row-actions.ts'
import { RowChips, RowRemarks } from './row-chips.tsx'
import { RowMenu } from './row-menu.tsx'

type QueueRowProps = {
  id: EntryId
  row: EntryRow
  /** The displayed number, from 1; null for an entry without a position: on hold, or a right of reply. */
  number: number | null
  cause: string
  /** When the floor is likely to reach it. */
  expected?: string | undefined
  isNext?: boolean
  isBelowLimit?: boolean
  /** The only row that the tab key reaches. */
  isTabStop: boolean
  /** True if Alt with an arrow moves it. */
  isMovable?: boolean
  actions: QueueRowActions
  /** Its number among all rows, from 1, and the number of rows. Only a part of them may be drawn. */
  rank: number
  count: number
  /** Its index among all rows, drawn or not, the space above it, and how its height is measured. */
  index?: number
  gap?: number
  measure?: RowWindow['measure']
}

export const QueueRow = memo((props: QueueRowProps) => {
  const { id, row, isNext = false, isBelowLimit = false, isMovable = false, gap = 0 } = props
  const { t } = useText()
  const session = useView((view) => view.session)
  const names = useTypedNames()
  const group = findGroup(session.groups, row.group)
  const from = row.staff?.requestChannel ?? row.channel
  const groupAndCause = group ? t('queue.groupAndWhy', { group: getGroupName(t, group), why: props.cause }) : props.cause
  return (
    <SpeakerRow
      ref={props.measure}
      style={gap === 0 ? undefined : { marginBlockStart: gap }}
      tabIndex={props.isTabStop ? 0 : -1}
      data-row={id}
      data-index={props.index}
      aria-posinset={props.rank}
      aria-setsize={props.count}
      aria-keyshortcuts={isMovable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
      position={props.number}
      who={formatRowName(t, row, names)}
      chips={<RowChips id={id} row={row} />}
      more={<RowRemarks row={row} />}
      mark={group?.mark}
      groupAndCause={groupAndCause}
      channel={<ChannelLabel from={from} />}
      language={<RowLanguage tag={row.language} />}
      expectedTime={props.expected}
      actions={<RowMenu id={id} entity={row.entity} rank={props.rank} actions={props.actions} />}
      next={isNext}
      moved={row.pinnedBy === 'chair'}
      isAfterLimit={isBelowLimit}
    />
  )
})
