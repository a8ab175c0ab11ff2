/** Events are stored for ever as they were written. If the shape of an event changes, an upcaster converts the old shape on reading. */
import type { Event, EventType } from '@rostrum/shared/contract/registry'

/** The upcasters of each event type: the first converts version 1 to 2, the second 2 to 3. A released upcaster never changes. */
type Upcasters = Readonly<Partial<Record<EventType, readonly ((data: unknown) => unknown)[]>>>

type StoredEvent = { readonly type: EventType; readonly data: unknown; readonly version?: number }

const upcasters: Upcasters = {}

/** An event as it is stored. Its version is omitted if it is 1. */
export function stampVersion(event: Event, table: Upcasters = upcasters): StoredEvent {
  const version = (table[event.type]?.length ?? 0) + 1
  return version === 1 ? event : { ...event, version }
}

/** A stored event in the current shape. */
export function upcast({ type, data, version = 1 }: StoredEvent, table: Upcasters = upcasters): Event {
  const eventUpcasters = table[type] ?? []
  if (version > eventUpcasters.length + 1) throw new Error(`event ${type} has version ${version}, which is newer than this program`)
  const now = eventUpcasters.slice(version - 1).reduce((value, upcaster) => upcaster(value), data)
  return { type, data: now } as Event // the last upcaster of a type gives its current shape
}
