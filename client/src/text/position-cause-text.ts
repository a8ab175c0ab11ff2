/** The cause of a position in a few words, the same on the Chair's list and on the phone. */
import type { Position } from '@rostrum/shared/contract/queue'
import type { Translate } from './messages.ts'

/** `maxOvertakes`: how often the rule lets an entry be overtaken. */
export const getPositionCauseText = (
  t: Translate,
  { cause, requestRank, aheadByRule, aheadOther }: Position,
  maxOvertakes: number,
): string => {
  if (cause === 'overtake-limit') return t('queue.cause.overtake-limit', { n: maxOvertakes })
  const aheadOfLater = aheadByRule + aheadOther
  if (cause === 'received' && aheadOfLater > 0)
    return t('queue.cause.askedPlaced', { place: t('number.ordinal', { n: requestRank }), n: aheadOfLater })
  return t(`queue.cause.${cause}`)
}

/** Why the rule suggests this entry next, in a mode that only suggests. */
export const getSuggestionText = (t: Translate, cause: Position['cause'], maxOvertakes: number): string =>
  t('queue.suggested', {
    why: cause === 'overtake-limit' ? t('queue.cause.overtake-limit', { n: maxOvertakes }) : t(`queue.cause.${cause}`),
  })
