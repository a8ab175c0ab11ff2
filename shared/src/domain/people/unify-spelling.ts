/**
 * An organization is written in one way, so that it counts once: in the order, its limits, its replies, responses and figures. The way that
 * is known counts, however a list or a form writes it. The log stays as it is.
 */
import type { Admission } from '../../contract/people.ts'
import type { State } from '../../contract/registry.ts'
import { isUnconfirmed } from '../../contract/walk-ins.ts'
import type { KnownForms } from '../../kernel/organization-names.ts'

/**
 * Returns the people with the spelling that is known, or else the first one of the list. A list that names everybody of an organization
 * may change its spelling. The spelling of people to be confirmed, who joined by code, counts only for others of them.
 */
export const unifySpelling = (
  { people: { all, organizations } }: State,
  people: readonly Admission[],
  { identify, listForms }: KnownForms,
): readonly Admission[] => {
  const first = new Map<string, string>()
  const named = new Map<string, number>()
  for (const { person, entity } of people) {
    const key = identify(entity)
    if (!first.has(key)) first.set(key, entity)
    const before = all.get(person)
    if (before && !isUnconfirmed(before) && identify(before.entity) === key) named.set(key, (named.get(key) ?? 0) + 1)
  }
  return people.map((one) => {
    if (one.entity === '') return one
    const key = identify(one.entity)
    const there = listForms(key).flatMap((form) => organizations.get(form) ?? [])
    const known = there.find((organization) => organization.known > 0) ?? (one.walkIn ? there[0] : undefined)
    const isKept = known !== undefined && (named.get(key) ?? 0) < Math.max(known.known, one.walkIn ? 1 : 0)
    const entity = isKept ? known.name : (first.get(key) ?? one.entity)
    return entity === one.entity ? one : { ...one, entity }
  })
}
