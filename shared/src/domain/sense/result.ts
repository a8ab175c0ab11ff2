/**
 * The words that may be published of responses. An attacker may have everything that is ever sent, stored and published, know who was
 * present, and have accomplices. docs/decisions/0023 explains what they cannot learn, and what the words tell.
 */
import type { GroupId } from '../../contract/ids.ts'
import { type ResponseKind, responseKinds } from '../../contract/response-kinds.ts'
import { type Amount, fewestShown, type ResponseWords, type SenseResult, type Spread, type Turnout } from '../../contract/sense-words.ts'
import { makeRecord } from '../../kernel/fields.ts'

/** A person or a delegation that could respond. `option`: null without a response. */
export type Present = { readonly key: string; readonly group: GroupId | null; readonly option: number | null }

/** Fewer people than this are one word, and no group is named for them. */
const fewest = 3
/**
 * A word that names a least number is used only where this many people can be outside of it. Otherwise a few accomplices who know that
 * they are outside would learn how all others responded.
 */
const fewestOutside = 5

/** `of`: how many could respond when the sentence was put. People who came later count too, so there may be more. */
export function makeResult(present: readonly Present[], of: number): SenseResult {
  if (of < fewestShown) return { turnout: null, words: null }
  const responded = present.filter(({ option }) => option !== null).length
  const turnout = getTurnout(responded, of) ?? 'some'
  return { turnout, words: turnout === 'some' ? null : describeAll(present, of, Math.max(of, responded)) }
}

/** Null if fewer than three have responded, or if so few could that nothing is shown. */
export function getTurnout(responded: number, of: number): Turnout | null {
  if (of < fewestShown || responded < fewest) return null
  if (10 * responded >= 9 * of) return 'nearly-all'
  if (3 * responded >= 2 * of) return 'most'
  return 2 * responded >= of ? 'half' : 'some'
}

function describeAll(present: readonly Present[], of: number, all: number): Readonly<Record<ResponseKind, ResponseWords>> {
  const sizes = countGroups(present)
  const describe = (option: number): ResponseWords => {
    const given = present.filter((one) => one.option === option)
    return { amount: getAmount(given.length, of, all), spread: getSpread(countGroups(given), sizes) }
  }
  return makeRecord(responseKinds, (kind) => describe(responseKinds.indexOf(kind)))
}

function getAmount(count: number, of: number, all: number): Amount {
  if (count < fewest) return 'fewer-than-three'
  if (10 * count >= 9 * all && Math.floor(of / 10) >= fewestOutside) return 'nearly-all'
  if (2 * count > all) return 'most'
  if (4 * count > all) return 'many'
  return 10 * count > all ? 'some' : 'a-few'
}

type GroupCounts = ReadonlyMap<GroupId, number>

/** Small groups do not count, because three of them are nearly all of them. With one of them there, not all groups are named. */
function getSpread(given: GroupCounts, sizes: GroupCounts): Spread | null {
  const reached = [...sizes].filter(([group, size]) => size >= fewest + fewestOutside && (given.get(group) ?? 0) >= fewest).length
  if (reached < fewest) return null
  return reached === sizes.size ? 'all-groups' : 'three-groups'
}

/** People without a group are in none. */
function countGroups(some: readonly Present[]): GroupCounts {
  const counts = new Map<GroupId, number>()
  for (const { group } of some) if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1)
  return counts
}
