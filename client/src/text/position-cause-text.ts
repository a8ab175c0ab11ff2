/** The cause of a position in a few words, the same on the Chair's list and on the phone. */
import type { PositionCause } from '@rostrum/shared/contract/queue'
import { countLaterAhead, type RankedPosition } from '@rostrum/shared/contract/request-rank'
import type { Translate } from './messages.ts'

/** `maxOvertakes`: how often the rule lets an entry be overtaken. */
export const getPositionCauseText = (t: Translate, order: readonly RankedPosition[], index: number, maxOvertakes: number): string => {
  const { cause, requestRank } = order[index] as RankedPosition
  if (cause === 'overtake-limit') return t('queue.cause.overtake-limit', { n: maxOvertakes })
  const placedAhead = cause === 'received' ? countLaterAhead(order, index) : 0
  if (placedAhead > 0) return t('queue.cause.askedPlaced', { place: t('number.ordinal', { n: requestRank }), n: placedAhead })
  return t(`queue.cause.${cause}`)
}

/** Why the rule suggests this entry next, in a mode that only suggests. */
export const getSuggestionText = (t: Translate, cause: PositionCause, maxOvertakes: number): string =>
  t('queue.suggested', {
    why: cause === 'overtake-limit' ? t('queue.cause.overtake-limit', { n: maxOvertakes }) : t(`queue.cause.${cause}`),
  })
