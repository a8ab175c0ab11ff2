import type { CuesState } from '../../contract/cues.ts'
import type { CueKind } from '../../contract/enums.ts'
import type { FloorState, PastTurn, Turn, TurnKind } from '../../contract/floor.ts'
import type { CueId, GroupId, PersonId, QuestionId, SegmentId, TurnId } from '../../contract/ids.ts'
import type { Limits } from '../../contract/limits.ts'
import type { Audience, Channel } from '../../contract/roles.ts'
import { type Instant, type Millis, millisOf, seconds } from '../../kernel/time.ts'
import { audiencePart, personPart, remembered } from '../part.ts'
import type { Pace } from '../queue/forecast.ts'

export type SpeakerView = { readonly entity: string; readonly number: number; readonly group: GroupId | null; readonly channel: Channel }

export type TurnView = {
  readonly id: TurnId
  readonly kind: TurnKind
  readonly speaker: SpeakerView | null
  /** A joint statement: for whom else. */
  readonly behalf: readonly string[]
  readonly question: QuestionId | null
  readonly limit: Millis
  readonly extended: Millis
  readonly calledAt: Instant
  readonly startedAt: Instant | null
  readonly used: Millis
  readonly runningSince: Instant | null
  readonly paused: Turn['paused']
  readonly cue: CueView | null
}

/** How far it came is told to the desk and the Chair alone. */
export type CueView = {
  readonly id: CueId
  readonly kind: CueKind
  readonly at: Instant
  readonly delivered: Instant | null
  readonly seen: Instant | null
}

export type FloorView = {
  readonly limits: Limits
  readonly warnings: readonly Millis[]
  readonly grace: Millis
  /** Kept free at the end of a segment. */
  readonly reserve: Millis
  readonly pace: Pace
  readonly current: TurnView | null
  readonly interrupted: TurnView | null
}

export type Spoken = {
  readonly turn: TurnId
  readonly segment: SegmentId | null
  readonly used: Millis
  readonly limit: Millis
  readonly endedAt: Instant
}
export type MyFloorView = { readonly turn: TurnId | null; readonly spoken: readonly Spoken[] }

export const speakerView = (speaker: SpeakerView | null | undefined): SpeakerView | null =>
  speaker ? { entity: speaker.entity, number: speaker.number, group: speaker.group, channel: speaker.channel } : null

const median = (lengths: readonly Millis[]): Millis => {
  if (lengths.length === 0) return seconds(15)
  const sorted = [...lengths].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return millisOf(Math.round(sorted.length % 2 ? high : ((sorted[middle - 1] ?? 0) + high) / 2))
}

const smoothing = 0.25
const paceOf = remembered((past: FloorState['past']): Omit<Pace, 'handover'> => {
  let share = 1
  let spread = 0
  for (const { kind, used, limit, extended } of past) {
    if (kind !== 'intervention') continue
    const observed = Math.min(2, Math.max(0.1, used / (limit - extended)))
    spread += smoothing * (Math.abs(observed - share) - spread)
    share += smoothing * (observed - share)
  }
  return { share, spread }
})

const spokenBy = remembered((past: FloorState['past']): ReadonlyMap<PersonId, readonly Spoken[]> => {
  const own = new Map<PersonId, Spoken[]>()
  for (const turn of past) {
    const person = turn.kind === 'intervention' ? turn.speaker?.person : null
    if (person) own.set(person, [...(own.get(person) ?? []), spokenIn(turn)])
  }
  return own
})
const spokenIn = ({ id, segment, used, limit, endedAt }: PastTurn): Spoken => ({ turn: id, segment, used, limit, endedAt })
const notSpoken: MyFloorView = { turn: null, spoken: [] }

export const floorParts = {
  floor: audiencePart<FloorView>(['floor', 'cues'], ({ floor, cues }, audience) => ({
    limits: floor.limits,
    warnings: floor.warnings,
    grace: floor.grace,
    reserve: floor.reserve,
    pace: { handover: median(floor.handovers), ...paceOf(floor.past) },
    current: shown(floor.current, cues, audience),
    interrupted: shown(floor.interrupted, cues, audience),
  })),
}

const shown = (turn: Turn | null, cues: CuesState, audience: Audience): TurnView | null =>
  turn && {
    id: turn.id,
    kind: turn.kind,
    speaker: speakerView(turn.entry?.speaker),
    behalf: (turn.entry?.behalf ?? []).map(({ entity }) => entity),
    question: turn.question,
    limit: turn.limit,
    extended: turn.extended,
    calledAt: turn.calledAt,
    startedAt: turn.startedAt,
    used: turn.used,
    runningSince: turn.runningSince,
    paused: turn.paused,
    cue: cueOf(turn, cues, audience),
  }

const cueOf = ({ id }: Turn, { last }: CuesState, audience: Audience): CueView | null =>
  last?.turn === id
    ? {
        id: last.id,
        kind: last.cue,
        at: last.at,
        delivered: audience === 'staff' ? last.deliveredAt : null,
        seen: audience === 'staff' ? last.seenAt : null,
      }
    : null

export const myFloorParts = {
  myFloor: personPart<MyFloorView>(['floor'], ({ floor }, { id }) => {
    const turn = [floor.current, floor.interrupted].find((one) => one?.entry?.speaker.person === id)?.id ?? null
    const spoken = spokenBy(floor.past).get(id)
    return turn || spoken ? { turn, spoken: spoken ?? [] } : notSpoken
  }),
}
