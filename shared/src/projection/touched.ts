/** The effects of a change, from what the parts declare about its events. */
import { type Event, getSlice, type Slice } from '../contract/registry.ts'
import type { Change, Touched, Touches, TouchesBySlice } from './part.ts'

type EventTouches = 'none' | 'all' | ((data: Event['data'], change: Change) => Touched)
type AnyTouches<Who> = Touches<Slice, Who>

/** Finds the people or rows that may differ between both ends of the change. `events` lead from one to the other. */
export const findTouched = <Who>(
  events: readonly Event[],
  change: Change,
  who: Who,
  listTouches: (slice: Slice) => Iterable<AnyTouches<Who>>,
): 'all' | ReadonlySet<string> => {
  const touched = new Set<string>()
  const compared = new Set<AnyTouches<Who>>()
  for (const event of events) {
    for (const touches of listTouches(getSlice(event))) {
      if (compared.has(touches)) continue
      if (typeof touches === 'function') compared.add(touches)
      const answer = typeof touches === 'function' ? touches(change, who) : askOf(touches, event, change)
      if (answer === 'all') return 'all'
      for (const id of answer) if (id != null) touched.add(id)
    }
  }
  return touched
}

const askOf = (touches: object, { type, data }: Event, change: Change): Touched => {
  const answer = (touches as Readonly<Record<string, EventTouches>>)[type]
  if (answer === undefined) throw new Error(`no part says what ${type} touches`)
  return typeof answer === 'function' ? answer(data, change) : answer === 'all' ? answer : []
}

/** Indexes the declarations of parts by slice. Parts that share a declaration are asked once. */
export const indexBySlice = <Who>(
  parts: Iterable<{ readonly touches: TouchesBySlice<Who> }>,
): ReadonlyMap<Slice, ReadonlySet<AnyTouches<Who>>> => {
  const bySlice = new Map<Slice, Set<AnyTouches<Who>>>()
  for (const { touches } of parts)
    for (const [slice, ofSlice] of Object.entries(touches) as [Slice, AnyTouches<Who>][])
      bySlice.set(slice, (bySlice.get(slice) ?? new Set<AnyTouches<Who>>()).add(ofSlice))
  return bySlice
}
