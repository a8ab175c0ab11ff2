/** A row of the queue: the fields of an entry for everybody, and additional fields for the staff. */

import type { Channel } from '../../contract/channels.ts'
import type { RequestChannel } from '../../contract/enums.ts'
import type { EntryId, GroupId, PersonId } from '../../contract/ids.ts'
import type { Entry, Pin } from '../../contract/queue.ts'
import type { SpokenLanguage } from '../../contract/spoken-language.ts'
import type { ClaimMark } from '../../contract/walk-ins.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { memoizeMarked } from '../claims.ts'
import { memoize } from '../memo.ts'

/** `toConfirm`: the speaker claimed the organization, and nobody has confirmed it. */
export type EntryRow = ClaimMark & {
  readonly kind: Entry['kind']
  readonly entity: string
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
  readonly askedAt: Instant
  readonly sequence: number
  readonly ready: boolean
  readonly missedCalls: number
  /** The other entities of a joint statement. */
  readonly onBehalfOf: readonly string[]
  /** The language in which the speaker will speak. Absent if not specified. */
  readonly language?: SpokenLanguage
  /** Its own limit from the programme. Without one, the limits of the floor apply. */
  readonly ownLimit: Millis | null
  /** True for a speaker named in the programme. */
  readonly inProgramme: boolean
  readonly pinnedBy: Pin['by'] | null
  /** False for speakers who are not registered, because nobody could answer a swap offer. */
  readonly hasDevice: boolean
  /** Only for the staff. */
  readonly staff?: {
    readonly person: PersonId | null
    /** The id with which the staff request the name that they typed. */
    readonly nameId: EntryId | null
    readonly topic: string | null
    readonly note: string | null
    readonly requestChannel: RequestChannel
    readonly held: boolean
    /** True if the speaker declined the last call. */
    readonly declined: boolean
  }
}

const toUnmarkedRow = memoize(
  (entry: Entry): EntryRow => ({
    kind: entry.kind,
    entity: entry.speaker.entity,
    number: entry.speaker.number,
    group: entry.speaker.group,
    channel: entry.speaker.channel,
    askedAt: entry.askedAt,
    sequence: entry.sequence,
    ready: entry.ready,
    missedCalls: entry.missedCalls,
    onBehalfOf: entry.onBehalfOf.map(({ entity }) => entity),
    ownLimit: entry.limit,
    inProgramme: entry.programmeRank !== null,
    pinnedBy: entry.pin?.by ?? null,
    hasDevice: entry.speaker.person !== null,
    ...(entry.language && { language: entry.language }),
  }),
)

const getSpeaker = ({ speaker }: Entry) => speaker
const markRow = (row: EntryRow): EntryRow => ({ ...row, toConfirm: true })

export const toPublicRow = memoizeMarked(getSpeaker, toUnmarkedRow, markRow)

export const toStaffRow = memoizeMarked(
  getSpeaker,
  (entry): EntryRow => {
    const { speaker, topic, note, requestChannel, held, declinedAt } = entry
    const { person, nameId } = speaker
    return { ...toUnmarkedRow(entry), staff: { person, nameId, topic, note, requestChannel, held, declined: declinedAt !== null } }
  },
  markRow,
)
