/** The names of those who wait in the list. The Chair sees them before going on and before closing. */

import { useView } from '../session/hooks.tsx'
import { joinNames } from '../text/name-list.ts'
import { useText } from '../text/use-text.tsx'
import { listHeldEntries } from './held-entries.ts'

/** Returns the interventions in the order of the list; those on hold come last. */
export const useWaitingNames = (): readonly string[] => {
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  return [...order.map((id) => entries[id]), ...listHeldEntries(entries, 'order').map(({ row }) => row)].flatMap((row) => row?.entity ?? [])
}

/** The most names shown: enough to recognize the list. */
const maxNames = 5

export const useShortNames = (names: readonly string[]): string => {
  const { t, language } = useText()
  const more = names.length - maxNames
  return joinNames(language, more > 0 ? [...names.slice(0, maxNames), t('go.more', { n: more })] : names)
}
