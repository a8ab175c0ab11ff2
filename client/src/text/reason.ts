/** Why somebody stands where they stand, in a few words: the same on the chair's row and on the phone. */
import type { Place } from '@rostrum/shared/contract/queue'
import type { Speak } from './messages.ts'

/** `overtakes`: how often the rule lets somebody be passed. */
export const reasonWords = (t: Speak, { cause, asked, placed }: Place, overtakes: number): string => {
  if (cause === 'cap') return t('queue.why.cap', { n: overtakes })
  if (cause === 'received' && placed > 0) return t('queue.why.askedPlaced', { place: t('number.ordinal', { n: asked }), n: placed })
  return t(`queue.why.${cause}`)
}
