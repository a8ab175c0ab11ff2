/** A row of the queue: what everybody sees of an entry, and what the staff see in addition. */
import type { RequestChannel } from '../../contract/enums.ts'
import type { GroupId, PersonId } from '../../contract/ids.ts'
import { type Limits, selectLimit } from '../../contract/limits.ts'
import type { Entry, Pin } from '../../contract/queue.ts'
import type { Channel } from '../../contract/roles.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { memoize } from '../memo.ts'

export type EntryRow = {
  readonly kind: Entry['kind']
  readonly entity: string
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
  readonly askedAt: Instant
  readonly ready: boolean
  readonly missedCalls: number
  /** The other entities of a joint statement. */
  readonly onBehalfOf: readonly string[]
  /** The limit it would get if it were called now. */
  readonly limit: Millis
  /** Named in the programme. */
  readonly inProgramme: boolean
  readonly pinnedBy: Pin['by'] | null
  /** False for speakers who are not registered: nobody could answer a swap offer. */
  readonly hasDevice: boolean
  /** Only for the staff. */
  readonly staff?: {
    readonly person: PersonId | null
    readonly name: string | null
    readonly topic: string | null
    readonly note: string | null
    readonly requestChannel: RequestChannel
    readonly held: boolean
  }
}

const makePublicRow = (entry: Entry, limit: Millis): EntryRow => ({
  kind: entry.kind,
  entity: entry.speaker.entity,
  number: entry.speaker.number,
  group: entry.speaker.group,
  channel: entry.speaker.channel,
  askedAt: entry.askedAt,
  ready: entry.ready,
  missedCalls: entry.missedCalls,
  onBehalfOf: entry.onBehalfOf.map(({ entity }) => entity),
  limit,
  inProgramme: entry.programmeRank !== null,
  pinnedBy: entry.pin?.by ?? null,
  hasDevice: entry.speaker.person !== null,
})

const makeStaffRow = (entry: Entry, limit: Millis): EntryRow => {
  const { speaker, topic, note, requestChannel, held } = entry
  return { ...makePublicRow(entry, limit), staff: { person: speaker.person, name: speaker.name, topic, note, requestChannel, held } }
}

/** A row keeps its identity while neither the entry nor its limit changes. */
const memoizeRow = (make: (entry: Entry, limit: Millis) => EntryRow) => {
  const getRows = memoize((_: Entry) => new Map<Millis, EntryRow>())
  return (limits: Limits) => (entry: Entry) => {
    const limit = selectLimit(limits, entry)
    const rows = getRows(entry)
    const row = rows.get(limit) ?? make(entry, limit)
    rows.set(limit, row)
    return row
  }
}

export const toPublicRow = memoizeRow(makePublicRow)
export const toStaffRow = memoizeRow(makeStaffRow)
