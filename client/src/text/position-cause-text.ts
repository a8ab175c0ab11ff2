/** Why somebody stands where they stand, in a few words: the same on the chair's row and on the phone. */
import type { Place } from '@rostrum/shared/contract/queue'
import type { Speak } from './messages.ts'

/** `overtakes`: how often the rule lets somebody be passed. */
export const reasonWords = (t: Speak, { cause, asked, placed, aside }: Place, overtakes: number): string => {
  if (cause === 'cap') return t('queue.why.cap', { n: overtakes })
  const later = placed + aside
  if (cause === 'received' && later > 0) return t('queue.why.askedPlaced', { place: t('number.ordinal', { n: asked }), n: later })
  return t(`queue.why.${cause}`)
}

/** Why the rule would call somebody next, where it only suggests. */
export const suggestionWords = (t: Speak, cause: Place['cause'], overtakes: number): string =>
  t('queue.suggested', { why: cause === 'cap' ? t('queue.why.cap', { n: overtakes }) : t(`queue.why.${cause}`) })
