/** Who counts for a sentence: participants present in the room or connected at any time while it is open, and all who responded. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { State } from '@rostrum/shared/contract/registry'
import type { Prompt, Responder } from '@rostrum/shared/contract/sense'
import type { Present } from '@rostrum/shared/domain/sense/breadth'
import { getResponder } from '@rostrum/shared/domain/sense/decide'
import type { PresentResponders } from '@rostrum/shared/projection/sense'
import type { Presence } from '../presence/presence.ts'
import type { Responses } from './responses.ts'

/**
 * One for each person or delegation, with group and channel as they are now. A person who is checked in counts in the room. A delegation
 * counts where the one who spoke for it last counts, and otherwise where the first of its people does. Whose access has ended does not count.
 */
export function listPresent({ people }: State, { one, putAt }: Prompt, presence: Presence, responses: Responses): readonly Present[] {
  const checkedIn = presence.listCheckedIn()
  const seen = new Set<PersonId>([...presence.listConnectedSince(putAt), ...checkedIn])
  for (const [, { by }] of responses.entries()) seen.add(by)
  const present = new Map<string, Present>()
  for (const person of listCounted(people, seen)) {
    const { id } = person
    const key = getResponder(one, person)
    const response = responses.get(key)
    const isOwn = response?.by === id
    if (present.has(key) && !isOwn) continue
    present.set(key, {
      ...{ key, group: person.group, channel: person.channel === 'room' || checkedIn.has(id) ? 'room' : 'remote' },
      option: isOwn || (response !== undefined && canStillCount(people, response.by)) ? (response?.option ?? null) : null,
    })
  }
  return [...present.values()]
}

/** Of how many it would be, were a sentence put now. */
export function countPresentResponders({ people }: State, presence: Presence): PresentResponders {
  const counted = listCounted(people, new Set([...presence.listConnected(), ...presence.listCheckedIn()]))
  const count = (one: Responder): number => new Set(counted.map((person) => getResponder(one, person))).size
  return { person: count('person'), delegation: count('delegation') }
}

const listCounted = (people: State['people'], seen: ReadonlySet<PersonId>): readonly Person[] =>
  [...seen].flatMap((id) => {
    const person = people.all.get(id)
    return person === undefined || person.revoked || person.role !== 'participant' ? [] : [person]
  })

const canStillCount = (people: State['people'], by: PersonId): boolean => people.all.get(by)?.revoked === false
