import type { CueKind } from '../contract/cues.ts'
import type { FloorState, LastAct, PastTurn, Turn, TurnKind } from '../contract/floor.ts'
import type { Channel } from '../contract/roles.ts'
import type { CueId, GroupId, PersonId, QuestionId, SegmentId, TurnId } from '../kernel/ids.ts'
import { type Instant, type Millis, millisOf, seconds } from '../kernel/time.ts'
import { audiencePart, personPart, remembered } from './part.ts'

export type SpeakerView = { readonly entity: string; readonly number: number; readonly group: GroupId | null; readonly channel: Channel }

export type TurnView = {
  readonly id: TurnId
  readonly kind: TurnKind
  readonly speaker: SpeakerView | null
  readonly question: QuestionId | null
  readonly limit: Millis
  readonly calledAt: Instant
  readonly startedAt: Instant | null
  readonly used: Millis
  readonly runningSince: Instant | null
  readonly paused: Turn['paused']
  readonly cue: { readonly id: CueId; readonly kind: CueKind; readonly at: Instant } | null
}

export type FloorView = {
  readonly limit: Millis
  readonly warnings: readonly Millis[]
  /** Call to start: 15 s until observed, then the median. */
  readonly handover: Millis
  readonly current: TurnView | null
  readonly interrupted: TurnView | null
  /** Of the desk and the Chair only. */
  readonly last?: {
    readonly what: LastAct['what']
    readonly speaker: SpeakerView | null
    readonly question: QuestionId | null
    readonly at: Instant
  } | null
}

export type Spoken = {
  readonly turn: TurnId
  readonly segment: SegmentId | null
  readonly used: Millis
  readonly limit: Millis
  readonly endedAt: Instant
}
export type MyFloorView = { readonly turn: TurnId | null; readonly spoken: readonly Spoken[] }

const speakerOf = (speaker: SpeakerView | null | undefined): SpeakerView | null =>
  speaker ? { entity: speaker.entity, number: speaker.number, group: speaker.group, channel: speaker.channel } : null

const median = (lengths: readonly Millis[]): Millis => {
  if (lengths.length === 0) return seconds(15)
  const sorted = [...lengths].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return millisOf(Math.round(sorted.length % 2 ? high : ((sorted[middle - 1] ?? 0) + high) / 2))
}

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
  floor: audiencePart<FloorView>(['floor', 'cues'], ({ floor, cues }, audience) => {
    const shown = (turn: Turn | null): TurnView | null =>
      turn && {
        id: turn.id,
        kind: turn.kind,
        speaker: speakerOf(turn.entry?.speaker),
        question: turn.question,
        limit: turn.limit,
        calledAt: turn.calledAt,
        startedAt: turn.startedAt,
        used: turn.used,
        runningSince: turn.runningSince,
        paused: turn.paused,
        cue: cues.last?.turn === turn.id ? { id: cues.last.id, kind: cues.last.cue, at: cues.last.at } : null,
      }
    const { last } = floor
    return {
      limit: floor.limit,
      warnings: floor.warnings,
      handover: median(floor.handovers),
      current: shown(floor.current),
      interrupted: shown(floor.interrupted),
      ...(audience === 'staff'
        ? { last: last && { what: last.what, speaker: speakerOf(last.speaker), question: last.question, at: last.at } }
        : {}),
    }
  }),
}

export const myFloorParts = {
  myFloor: personPart<MyFloorView>(['floor'], ({ floor }, { id }) => {
    const turn = [floor.current, floor.interrupted].find((one) => one?.entry?.speaker.person === id)?.id ?? null
    const spoken = spokenBy(floor.past).get(id)
    return turn || spoken ? { turn, spoken: spoken ?? [] } : notSpoken
  }),
}
