/** Near the floor one is warned, so that nobody has to be looked for: at three before, and at one. */
import type { EntryId } from '@rostrum/shared/contract/ids'

/** near: two or three before. Where the list moves by two at once, it is still said. */
export type Warning = 'near' | 'one'

export const warningOf = (ahead: number): Warning | null => {
  if (ahead === 1) return 'one'
  return ahead === 2 || ahead === 3 ? 'near' : null
}

/** What has been spoken, and for which request. */
export type Warned = { readonly entry: EntryId | null; readonly warnings: readonly Warning[] }
export const unwarned: Warned = { entry: null, warnings: [] }

/** Each is spoken once a request, however the list moves; after the last one the earlier is not spoken any more. */
export const isNews = ({ entry, warnings }: Warned, of: EntryId, warning: Warning): boolean =>
  entry !== of || !(warnings.includes(warning) || warnings.includes('one'))

export const warnedOf = (before: Warned, of: EntryId, warning: Warning): Warned => ({
  entry: of,
  warnings: before.entry === of ? [...before.warnings, warning] : [warning],
})
