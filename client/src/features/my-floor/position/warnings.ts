/** Warnings near the floor, three before and one before, so that nobody has to be searched for. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** near: two or three before. The warning also comes if the queue moves by two at once. */
export type PositionWarning = 'near' | 'one'

export const getWarning = (ahead: number): PositionWarning | null => {
  if (ahead === 1) return 'one'
  return ahead === 2 || ahead === 3 ? 'near' : null
}

/** The warnings already spoken, and for which entry. */
export type SpokenWarnings = { readonly entry: EntryId | null; readonly warnings: readonly PositionWarning[] }
export const noSpokenWarnings: SpokenWarnings = { entry: null, warnings: [] }

/** Each warning is spoken once for each request, however the queue moves. After the last warning the earlier one is no longer spoken. */
export const isUnspoken = ({ entry, warnings }: SpokenWarnings, of: EntryId, warning: PositionWarning): boolean =>
  entry !== of || !(warnings.includes(warning) || warnings.includes('one'))

export const recordWarning = (before: SpokenWarnings, of: EntryId, warning: PositionWarning): SpokenWarnings => ({
  entry: of,
  warnings: before.entry === of ? [...before.warnings, warning] : [warning],
})
