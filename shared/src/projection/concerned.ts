/** The people whose own view a change may affect. */
import type { PersonId } from '../contract/ids.ts'
import type { Event } from '../contract/registry.ts'
import type { Change } from './part.ts'
import { personParts } from './registry.ts'
import { findTouched, indexBySlice } from './touched.ts'

const touchesBySlice = indexBySlice(Object.values(personParts))

/** `events` lead from one end of the change to the other. */
export const findConcerned = (events: readonly Event[], change: Change): 'all' | ReadonlySet<PersonId> =>
  findTouched(events, change, undefined, (slice) => touchesBySlice.get(slice) ?? []) as 'all' | ReadonlySet<PersonId>
