/** People of a list who are probably the same person as another: the same name and organization under another id or address. */
import { setImmediate as yielded } from 'node:timers/promises'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import type { KnownPeople, MatchedPerson } from './person-matcher.ts'

/** `first`: the earlier line of the list with the same person. Null: this person is registered already. */
export type LikelyDuplicate = {
  readonly line: number
  readonly entity: string
  readonly name: string | null
  readonly first: number | null
}

/** The same for a name in capitals, with its parts in another order, or with other accents. */
const makeKey = (entity: string, name: string | null): string =>
  `${foldForSearch(entity)}\n${foldForSearch(name ?? '')
    .split(' ')
    .sort()
    .join(' ')}`

/** The number of people that are compared at a time. In between, the event loop does other work. */
const pieceSize = 500

/** Rows without name, address and id can be several people of one organization, so they count only within the list. */
export async function listLikelyDuplicates(people: readonly MatchedPerson[], known: KnownPeople): Promise<readonly LikelyDuplicate[]> {
  const registered = new Map<string, PersonId>()
  let looked = 0
  for (const [person, { name }] of known.details) {
    looked += 1
    if (looked % pieceSize === 0) await yielded()
    const entity = known.people.get(person)?.entity
    if (name !== null && entity !== undefined) registered.set(makeKey(entity, name), person)
  }
  const lines = new Map<string, number>()
  const likely: LikelyDuplicate[] = []
  for (const [index, { rowPerson, admission, details }] of people.entries()) {
    if (index % pieceSize === 0) await yielded()
    const { person, entity } = admission
    const { name, email, externalId } = details
    if (name === null && (email !== null || externalId !== null)) continue
    const key = makeKey(entity, name)
    const first = lines.get(key) ?? null
    if (first === null) lines.set(key, rowPerson.line)
    const holder = registered.get(key)
    const isKnown = holder !== undefined && holder !== person
    if (first !== null || isKnown) likely.push({ line: rowPerson.line, entity, name, first })
  }
  return likely
}
