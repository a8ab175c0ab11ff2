/** What can be done with a row of the list, in the order of the menu. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { JointView } from '@rostrum/shared/projection/queue/parts'
import type { EntryRow } from '@rostrum/shared/projection/queue/rows'
import type { Speak } from '../../../text/messages.ts'
import type { MenuEntry } from '../../../ui/menu.tsx'

export type RowAct = 'call' | 'up' | 'down' | 'to' | 'unpin' | 'swap' | 'merge' | 'hold' | 'return' | 'last-word' | 'remove'
type Separate = `separate:${EntryId}`
export type RowChoice = RowAct | Separate

/** What needs a dialog before it is done. */
export const asking = ['to', 'swap', 'merge', 'remove'] as const satisfies readonly RowAct[]
export type Asking = (typeof asking)[number]

export const separated = (choice: RowChoice): EntryId | null =>
  choice.startsWith('separate:') ? (choice.slice('separate:'.length) as EntryId) : null

export type RowSeen = {
  readonly row: EntryRow
  /** Its place in the line from 0, and how many stand there; null outside the line: not now, or a right of reply. */
  readonly place: { readonly index: number; readonly count: number } | null
  /** The floor can be given now. */
  readonly callable: boolean
  /** Interventions beside this one that wait, held or not. */
  readonly others: number
  readonly joint: readonly JointView[]
}

export const rowChoices = (t: Speak, { row, place, callable, others, joint }: RowSeen): readonly MenuEntry<RowChoice>[] => {
  const held = row.desk?.held ?? false
  const intervention = row.kind === 'intervention'
  const alone = place !== null && place.count < 2
  const moves: readonly MenuEntry<RowChoice>[] =
    place === null
      ? []
      : [
          { id: 'up', label: t('queue.up'), disabled: place.index === 0 },
          { id: 'down', label: t('queue.down'), disabled: place.index === place.count - 1 },
          { id: 'to', label: t('queue.to'), disabled: alone },
          ...(row.moved === 'chair' ? [{ id: 'unpin', label: t('queue.unpin') } as const] : []),
          { id: 'swap', label: t('queue.swap'), disabled: alone },
        ]
  const statements: readonly MenuEntry<RowChoice>[] = [
    ...(intervention ? [{ id: 'merge', label: t('queue.merge'), disabled: others === 0 } as const] : []),
    ...joint.map(({ entry, entity }) => ({ id: `separate:${entry}`, label: t('queue.separate', { who: entity }) }) as const),
  ]
  return [
    ...(held ? [] : [{ id: 'call', label: t('queue.call'), disabled: !callable } as const]),
    ...moves,
    ...statements,
    held ? { id: 'return', label: t('queue.return') } : { id: 'hold', label: t('queue.hold') },
    ...(held ? [] : [{ id: 'last-word', label: t('queue.lastWord'), note: t('queue.lastWordNote'), disabled: !callable } as const]),
    { id: 'remove', label: t('queue.remove'), danger: true },
  ]
}
