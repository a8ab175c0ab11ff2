/** A row of the floor list: what everybody sees of an entry, and what desk and Chair see beside it. */
import type { Door } from '../../contract/enums.ts'
import type { GroupId, PersonId } from '../../contract/ids.ts'
import { type Limits, limitFor } from '../../contract/limits.ts'
import type { Entry, Pin } from '../../contract/queue.ts'
import type { Channel } from '../../contract/roles.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { remembered } from '../part.ts'

export type EntryRow = {
  readonly kind: Entry['kind']
  readonly entity: string
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
  readonly askedAt: Instant
  readonly ready: boolean
  readonly absent: number
  /** For whom else it speaks. */
  readonly behalf: readonly string[]
  /** What it would have, called now. */
  readonly limit: Millis
  /** Named in the programme. */
  readonly listed: boolean
  readonly moved: Pin['by'] | null
  /** Somebody is there to be asked; not for those whom the desk has written down. */
  readonly device: boolean
  /** Of the desk and the Chair only. */
  readonly desk?: {
    readonly person: PersonId | null
    readonly name: string | null
    readonly topic: string | null
    readonly note: string | null
    readonly door: Door
    readonly held: boolean
  }
}

const publicRow = (entry: Entry, limit: Millis): EntryRow => ({
  kind: entry.kind,
  entity: entry.speaker.entity,
  number: entry.speaker.number,
  group: entry.speaker.group,
  channel: entry.speaker.channel,
  askedAt: entry.askedAt,
  ready: entry.ready,
  absent: entry.absent,
  behalf: entry.behalf.map(({ entity }) => entity),
  limit,
  listed: entry.listed !== null,
  moved: entry.pin?.by ?? null,
  device: entry.speaker.person !== null,
})

const staffRow = (entry: Entry, limit: Millis): EntryRow => {
  const { speaker, topic, note, door, held } = entry
  return { ...publicRow(entry, limit), desk: { person: speaker.person, name: speaker.name, topic, note, door, held } }
}

/** A row keeps its identity while neither the entry nor its limit changes. */
const rememberedWith = (make: (entry: Entry, limit: Millis) => EntryRow) => {
  const rowsOf = remembered((_: Entry) => new Map<Millis, EntryRow>())
  return (limits: Limits) => (entry: Entry) => {
    const limit = limitFor(limits, entry)
    const rows = rowsOf(entry)
    const row = rows.get(limit) ?? make(entry, limit)
    rows.set(limit, row)
    return row
  }
}

export const publicRows = rememberedWith(publicRow)
export const staffRows = rememberedWith(staffRow)
