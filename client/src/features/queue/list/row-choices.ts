/** The possible actions on a row, in the order of the menu. The calls have its whole width, because they may name a speaker. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import type { JointEntryView } from '@rostrum/shared/projection/queue/parts'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { Translate } from '../../../text/messages.ts'
import type { MenuOption } from '../../../ui/menu.tsx'

export type RowActionName =
  | 'call'
  | 'up'
  | 'down'
  | 'to'
  | 'unpin'
  | 'swap'
  | 'merge'
  | 'language'
  | 'hold'
  | 'return'
  | 'call-last'
  | 'confirm'
  | 'remove'
type SeparateChoice = `separate:${EntryId}`
export type RowChoice = RowActionName | SeparateChoice

/** Actions that need a dialog first. */
export const dialogActions = ['to', 'swap', 'merge', 'language', 'remove'] as const satisfies readonly RowActionName[]
export type DialogAction = (typeof dialogActions)[number]

export const parseSeparate = (choice: RowChoice): EntryId | null =>
  choice.startsWith('separate:') ? (choice.slice('separate:'.length) as EntryId) : null

export type RowMenuState = {
  readonly row: EntryRow
  /** The index in the queue, from 0, and the length of the queue. Null outside the order: on hold, or a right of reply. */
  readonly position: { readonly index: number; readonly count: number } | null
  /** True if the floor can be given now. */
  readonly canCall: boolean
  /** The speaker, if a call ends a turn. */
  readonly ends: string | null
  /** Other interventions that wait, on hold or not. */
  readonly others: number
  readonly jointEntries: readonly JointEntryView[]
  /** True if the staff may confirm whom the speaker named. */
  readonly isToConfirm: boolean
}

export const listRowChoices = (
  t: Translate,
  { row, position, canCall, ends, others, jointEntries, isToConfirm }: RowMenuState,
): readonly MenuOption<RowChoice>[] => {
  const held = row.staff?.held ?? false
  const intervention = waitsInOrder(row.kind)
  const isAlone = position !== null && position.count < 2
  const moves: readonly MenuOption<RowChoice>[] =
    position === null
      ? []
      : [
          { id: 'up', label: t('queue.up'), disabled: position.index === 0 },
          { id: 'down', label: t('queue.down'), disabled: position.index === position.count - 1 },
          { id: 'to', label: t('queue.to'), disabled: isAlone },
          ...(row.pinnedBy === 'chair' ? [{ id: 'unpin', label: t('queue.unpin') } as const] : []),
          { id: 'swap', label: t('queue.swap'), disabled: isAlone },
        ]
  const jointChoices: readonly MenuOption<RowChoice>[] = [
    ...(intervention ? [{ id: 'merge', label: t('queue.merge'), disabled: others === 0 } as const] : []),
    ...jointEntries.map(({ entry, entity }) => ({ id: `separate:${entry}`, label: t('queue.separate', { who: entity }) }) as const),
  ]
  const calls: readonly MenuOption<RowChoice>[] = held
    ? []
    : [
        { id: 'call', label: ends === null ? t('queue.call') : t('queue.callEnding', { who: ends }), disabled: !canCall },
        {
          id: 'call-last',
          label: ends === null ? t('queue.callLast') : t('queue.callLastEnding', { who: ends }),
          note: t('queue.callLastNote'),
          disabled: !canCall,
        },
      ]
  const ofRequest: readonly MenuOption<RowChoice>[] = [
    ...(isToConfirm ? [{ id: 'confirm', label: t('queue.confirm') } as const] : []),
    ...jointChoices,
    { id: 'language', label: t('turnLanguage.menu') },
    held ? { id: 'return', label: t('queue.return') } : { id: 'hold', label: t('queue.hold') },
    { id: 'remove', label: t('queue.remove'), danger: true },
  ]
  const addSection = (section: string, options: readonly MenuOption<RowChoice>[]) => options.map((option) => ({ ...option, section }))
  return [...calls, ...addSection(t('queue.order.place'), moves), ...addSection(t('queue.request'), ofRequest)]
}
