/** A new entry, before anything has happened to it. */

import type { EntryId, SegmentId } from '../../contract/ids.ts'
import type { Person } from '../../contract/people.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { Context } from '../../contract/registry.ts'

export const speakerOf = ({ id, entity, number, group, channel }: Person, name: string | null = null): Speaker => ({
  person: id,
  entity,
  name,
  number,
  group,
  channel,
})

type Made = Pick<Entry, 'id' | 'kind' | 'speaker' | 'askedAt' | 'door' | 'segment'>

export const newEntry = (made: Made): Entry => ({
  ...made,
  topic: null,
  note: null,
  ready: false,
  held: false,
  absent: 0,
  passed: 0,
  pin: null,
  behind: null,
  swap: null,
  listed: null,
  limit: null,
  behalf: [],
})

/** For whoever is given the floor without having asked. */
export const entryFor = (person: Person, { at, id }: Context, segment: SegmentId | null): Entry =>
  newEntry({ id: id as string as EntryId, kind: 'intervention', speaker: speakerOf(person), askedAt: at, door: person.channel, segment })
