/** Events are kept for ever as they were written; when the shape of one changes, a step here turns the old into the new as it is read. */
import type { Event, EventType } from '@rostrum/shared/contract/registry'

/** Steps of an event type: the first turns version 1 into 2, the second 2 into 3. A step never changes once it is released. */
type Steps = Readonly<Partial<Record<EventType, readonly ((data: unknown) => unknown)[]>>>

type Stored = { readonly type: EventType; readonly data: unknown; readonly version?: number }

const steps: Steps = {}

/** An event as it is written: version 1 goes without saying. */
export function stampVersion(event: Event, table: Steps = steps): Stored {
  const version = (table[event.type]?.length ?? 0) + 1
  return version === 1 ? event : { ...event, version }
}

/** An event as it was written, in the shape of today. */
export function upcast({ type, data, version = 1 }: Stored, table: Steps = steps): Event {
  const known = table[type] ?? []
  if (version > known.length + 1) throw new Error(`event ${type} has version ${version}, which is newer than this program`)
  const now = known.slice(version - 1).reduce((value, step) => step(value), data)
  return { type, data: now } as Event // the steps of a type end in its present shape
}
