/** Why an entry has its position, in full sentences. Uses only the causes that the server gives. */

import { firmPositions } from '@rostrum/shared/contract/enums'
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import { countLaterAhead, type RankedPosition } from '@rostrum/shared/contract/request-rank'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import type { QueueView } from '@rostrum/shared/projection/queue/parts'
import type { AskedKey } from '../../../text/catalogue.ts'
import type { Translate } from '../../../text/messages.ts'

/** Entries before mine that were made later: by the cause of their position, or by my own wish. */
const aheadMessages = {
  'group-first': 'me.ahead.group',
  'entity-first': 'me.ahead.entity',
  'group-turn': 'me.ahead.turn',
  'without-group': 'me.ahead.withoutGroup',
  'channel-turn': 'me.ahead.channel',
  moved: 'me.ahead.moved',
  swapped: 'me.ahead.swapped',
  programme: 'me.ahead.listed',
  kept: 'me.ahead.kept',
  received: 'me.ahead.placed',
  'overtake-limit': 'me.ahead.placed',
  'entity-spoken': 'me.ahead.placed',
  deferred: 'me.ahead.placed',
  absent: 'me.ahead.placed',
  declined: 'me.ahead.placed',
} as const satisfies Readonly<Record<PositionCause, AskedKey>>

/** Positions that the order rule did not make. My own wish to let somebody go first does not explain these. */
const placedByHand: readonly PositionCause[] = ['moved', 'swapped', 'programme', 'absent', 'declined']

/** A position that was assigned is not explained by a comparison with others. */
const unexplainedCauses: readonly PositionCause[] = ['absent', 'declined', 'programme', 'moved', 'swapped']

type AheadMessage = (typeof aheadMessages)[PositionCause] | 'me.ahead.wish'

/** `deferredTo`: the entry that I let go first. */
export type OwnEntry = Pick<MyEntry, 'deferredTo' | 'pinnedBy'> & { readonly overtakesLeft: number | null }

/** Counts the entries before this position that were made later, by reason. */
export const countAhead = (
  order: readonly RankedPosition[],
  index: number,
  deferredTo: EntryId | null,
): ReadonlyMap<AheadMessage, number> => {
  const own = order[index]
  const until = deferredTo === null ? -1 : order.findIndex(({ entry }) => entry === deferredTo)
  const counts = new Map<AheadMessage, number>()
  order.slice(0, index).forEach(({ requestRank, cause }, at) => {
    if (!own || requestRank < own.requestRank) return
    const key = at <= until && !placedByHand.includes(cause) ? 'me.ahead.wish' : aheadMessages[cause]
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  return counts
}

/** The same counts in words, then the entries that were made earlier. */
export const getAheadText = (
  t: Translate<AskedKey>,
  order: readonly RankedPosition[],
  index: number,
  deferredTo: EntryId | null = null,
): readonly string[] => {
  const own = order[index]
  if (!own || unexplainedCauses.includes(own.cause)) return []
  if (index === 0) return [t('me.causeFirst')]
  const counts = countAhead(order, index, deferredTo)
  if (counts.size === 0) return [t('me.causeNone')]
  // The entry that I let go first is already named.
  const deferralNamed = own.cause === 'deferred' && counts.get('me.ahead.wish') === 1
  const texts = [...counts].flatMap(([key, n]) => (deferralNamed && key === 'me.ahead.wish' ? [] : [t(key, { n })]))
  const earlier = index - countLaterAhead(order, index)
  return earlier > 0 ? [...texts, t('me.ahead.earlier', { n: earlier })] : texts
}

/** The cause of the position itself. `deferredToName`: the name of the entry that I let go first. */
const getOwnCauseText = (
  t: Translate<AskedKey>,
  cause: PositionCause,
  maxOvertakes: number,
  deferredToName: string | null,
): string | null => {
  switch (cause) {
    case 'received':
      return null
    case 'entity-first':
      return t('me.causeEntityFirst')
    case 'group-first':
      return t('me.causeGroupFirst')
    case 'group-turn':
      return t('me.causeGroupTurn')
    case 'without-group':
      return t('me.causeWithoutGroup')
    case 'channel-turn':
      return t('me.causeChannelTurn')
    case 'overtake-limit':
      return t('me.causeOvertakeLimit', { n: maxOvertakes })
    case 'entity-spoken':
      return t('me.causeEntitySpoken')
    case 'absent':
      return t('me.absent')
    case 'declined':
      return t('me.declinedCall')
    case 'programme':
      return t('me.causeListed')
    case 'moved':
      return t('me.causeMoved')
    case 'swapped':
      return t('me.causeSwapped')
    case 'deferred':
      return deferredToName === null ? t('me.causeWishSomeone') : t('me.causeWish', { who: deferredToName })
    case 'kept':
      return t('me.causeKept')
  }
}

type OrderRuleView = Pick<QueueView, 'mode' | 'suggestOnly' | 'maxOvertakes'>

/** `reasons`: why. `outlook`: what may still happen, and whether the Chair moved the entry. */
export type WhyText = { readonly reasons: readonly string[]; readonly outlook: readonly string[] }

export const getWhyText = (
  t: Translate<AskedKey>,
  rule: OrderRuleView,
  order: readonly RankedPosition[],
  index: number,
  mine: OwnEntry,
  deferredToName: string | null,
): WhyText => {
  const position = order[index]
  if (!position) return { reasons: [], outlook: [] }
  const { cause, requestRank: asked } = position
  const causeText = getOwnCauseText(t, cause, rule.maxOvertakes, deferredToName)
  const when =
    cause === 'absent' || cause === 'declined' || cause === 'programme'
      ? []
      : [t('me.causeAsked', { asked: t('number.ordinal', { n: asked }) })]
  const reasons = [...when, ...(causeText === null ? [] : [causeText]), ...getAheadText(t, order, index, mine.deferredTo)]
  return {
    reasons,
    outlook: [
      ...getOutlookText(t, rule, cause, mine.overtakesLeft === null || index >= firmPositions ? mine.overtakesLeft : 0),
      // Next to those whom the Chair has placed before me it would read as if the Chair had changed nothing.
      ...(mine.pinnedBy === 'chair' || countAhead(order, index, mine.deferredTo).has('me.ahead.moved') ? [] : [t('me.notMoved')]),
    ],
  }
}

/** An entry can be overtaken only if the rule makes the order. */
const getOutlookText = (
  t: Translate<AskedKey>,
  { mode, suggestOnly }: OrderRuleView,
  cause: PositionCause,
  overtakesLeft: number | null,
): readonly string[] => {
  if (suggestOnly || mode === 'received') return suggestOnly && !unexplainedCauses.includes(cause) ? [t('me.inOrder')] : []
  return unexplainedCauses.includes(cause) || cause === 'deferred' || overtakesLeft === null ? [] : [t('me.left', { n: overtakesLeft })]
}
