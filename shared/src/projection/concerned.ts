/** Whose own view a change may touch, from what the parts say about the events. */
import type { PersonId } from '../contract/ids.ts'
import type { Event, Slice } from '../contract/registry.ts'
import type { Change, Concerned, Concerns } from './part.ts'
import { personParts } from './registry.ts'

type AnyConcerns = Concerns<Slice>
type EventConcern = 'nobody' | 'everyone' | ((data: Event['data'], change: Change) => Concerned)

/** Parts that share what they say about a slice are asked once. */
const concernsBySlice = new Map<string, Set<AnyConcerns>>()
for (const { concerns } of Object.values(personParts))
  for (const [slice, ofSlice] of Object.entries(concerns))
    concernsBySlice.set(slice, (concernsBySlice.get(slice) ?? new Set()).add(ofSlice as AnyConcerns))

/** The people whose own view may differ between both ends of the change. `events` lead from one to the other. */
export const findConcerned = (events: readonly Event[], change: Change): 'everyone' | ReadonlySet<PersonId> => {
  const people = new Set<PersonId>()
  const compared = new Set<AnyConcerns>()
  for (const event of events) {
    for (const concerns of concernsBySlice.get(event.type.slice(0, event.type.indexOf('.'))) ?? []) {
      if (compared.has(concerns)) continue
      if (typeof concerns === 'function') compared.add(concerns)
      const concerned = ask(concerns, event, change)
      if (concerned === 'everyone') return 'everyone'
      for (const person of concerned) if (person != null) people.add(person)
    }
  }
  return people
}

const ask = (concerns: AnyConcerns, { type, data }: Event, change: Change): Concerned => {
  if (typeof concerns === 'function') return concerns(change)
  const concern = (concerns as Readonly<Record<string, EventConcern>>)[type]
  if (concern === undefined) throw new Error(`no part says whom ${type} concerns`)
  return typeof concern === 'function' ? concern(data, change) : concern === 'everyone' ? concern : []
}
