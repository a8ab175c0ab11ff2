/** Why somebody stands where they stand, in full sentences: from the causes that the server gives and from nothing else. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { Cause, Place } from '@rostrum/shared/contract/queue'
import type { ListView } from '@rostrum/shared/projection/queue/parts'
import type { Key } from '../../../text/catalogue.ts'
import type { Speak } from '../../../text/messages.ts'

/** Of those before me who asked later: by the cause of their place, or by my own wish. */
const aheadBecause = {
  'group-unheard': 'me.ahead.group',
  'entity-first': 'me.ahead.entity',
  'group-turn': 'me.ahead.turn',
  'channel-turn': 'me.ahead.channel',
  moved: 'me.ahead.moved',
  swapped: 'me.ahead.swapped',
  listed: 'me.ahead.listed',
  received: 'me.ahead.placed',
  cap: 'me.ahead.placed',
  'entity-spoken': 'me.ahead.placed',
  'own-wish': 'me.ahead.placed',
  absent: 'me.ahead.placed',
} as const satisfies Readonly<Record<Cause, Key>>

/** Places that the rule has not made: nobody waits for them by their own wish. */
const notByRule: readonly Cause[] = ['moved', 'swapped', 'listed', 'absent']

/** Where the place was given, it is not explained by comparing. */
const given: readonly Cause[] = ['absent', 'listed', 'moved', 'swapped']

type Ahead = (typeof aheadBecause)[Cause] | 'me.ahead.wish'

/** `behind`: whom I let go first. */
export type Mine = { readonly behind: EntryId | null; readonly moved: 'chair' | 'consent' | null }

/** Those who stand before this place and asked later, counted by why they do. */
export const aheadOf = (line: readonly Place[], index: number, behind: EntryId | null): ReadonlyMap<Ahead, number> => {
  const mine = line[index]
  const until = behind === null ? -1 : line.findIndex(({ entry }) => entry === behind)
  const counts = new Map<Ahead, number>()
  line.slice(0, index).forEach(({ asked, cause }, at) => {
    if (!mine || asked < mine.asked) return
    const key = at <= until && !notByRule.includes(cause) ? 'me.ahead.wish' : aheadBecause[cause]
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  return counts
}

/** The same in words, and then those who asked earlier. */
export const aheadWords = (t: Speak, line: readonly Place[], index: number, behind: EntryId | null = null): readonly string[] => {
  const mine = line[index]
  if (!mine || given.includes(mine.cause)) return []
  if (index === 0) return [t('me.whyFirst')]
  const counts = aheadOf(line, index, behind)
  if (counts.size === 0) return [t('me.whyNone')]
  // The one whom I let go first has been named already.
  const named = mine.cause === 'own-wish' && counts.get('me.ahead.wish') === 1
  const placed = [...counts].flatMap(([key, n]) => (named && key === 'me.ahead.wish' ? [] : [t(key, { n })]))
  return mine.earlier > 0 ? [...placed, t('me.ahead.earlier', { n: mine.earlier })] : placed
}

/** What the place itself comes from. `wish`: the name of the one whom I let go first. */
const ownWords = (t: Speak, cause: Cause, overtakes: number, wish: string | null): string | null => {
  switch (cause) {
    case 'received':
      return null
    case 'entity-first':
      return t('me.whyEntityFirst')
    case 'group-unheard':
      return t('me.whyGroupUnheard')
    case 'group-turn':
      return t('me.whyGroupTurn')
    case 'channel-turn':
      return t('me.whyChannelTurn')
    case 'cap':
      return t('me.whyCap', { n: overtakes })
    case 'entity-spoken':
      return t('me.whyEntitySpoken')
    case 'absent':
      return t('me.absent')
    case 'listed':
      return t('me.whyListed')
    case 'moved':
      return t('me.whyMoved')
    case 'swapped':
      return t('me.whySwapped')
    case 'own-wish':
      return wish === null ? t('me.whyWishSomeone') : t('me.whyWish', { who: wish })
  }
}

type Rule = Pick<ListView, 'mode' | 'recommend' | 'overtakes'>

/** `first`: why; `after`: what may still happen, and whether the Chair had a hand in it. */
export type WhyWords = { readonly first: readonly string[]; readonly after: readonly string[] }

export const whyWords = (t: Speak, rule: Rule, line: readonly Place[], index: number, mine: Mine, wish: string | null): WhyWords => {
  const place = line[index]
  if (!place) return { first: [], after: [] }
  const { cause, asked, left } = place
  const own = ownWords(t, cause, rule.overtakes, wish)
  const when = cause === 'absent' || cause === 'listed' ? [] : [t('me.whyAsked', { asked: t('number.ordinal', { n: asked }) })]
  const first = [...when, ...(own === null ? [] : [own]), ...aheadWords(t, line, index, mine.behind)]
  return { first, after: [...mayChange(t, rule, cause, left), ...(mine.moved === 'chair' ? [] : [t('me.notMoved')])] }
}

/** Only where the rule makes the order can it still place somebody ahead. */
const mayChange = (t: Speak, { mode, recommend }: Rule, cause: Cause, left: number): readonly string[] => {
  if (recommend || mode === 'received') return recommend && !given.includes(cause) ? [t('me.inOrder')] : []
  return given.includes(cause) || cause === 'own-wish' ? [] : [t('me.left', { n: left })]
}
