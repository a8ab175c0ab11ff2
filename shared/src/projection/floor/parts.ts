import type { Channel } from '../../contract/channels.ts'
import type { BoothCue, Cue, CuesState } from '../../contract/cues.ts'
import type { CueKind } from '../../contract/enums.ts'
import type { FloorState, Intention, PastTurn, Turn } from '../../contract/floor.ts'
import type { CueId, GroupId, PersonId, QuestionId, SegmentId, TurnId } from '../../contract/ids.ts'
import { countsAsIntervention, type InterruptingKind, interrupts, type TurnKind } from '../../contract/kinds.ts'
import type { Limits } from '../../contract/limits.ts'
import type { PeopleState } from '../../contract/people.ts'
import type { Speaker } from '../../contract/queue.ts'
import type { State } from '../../contract/registry.ts'
import { type Audience, audienceRules } from '../../contract/roles.ts'
import { findWaitingTurn } from '../../contract/ruling.ts'
import type { SpokenLanguage } from '../../contract/spoken-language.ts'
import { type ClaimMark, markClaim } from '../../contract/walk-ins.ts'
import type { Instant, Millis } from '../../kernel/time.ts'
import { memoize } from '../memo.ts'
import { everyone, personPart, staffOnly, valuePart } from '../part.ts'
import { concernsOfFloor } from '../queue/concerned.ts'
import { computeMedian, computePace, type SpeakingPace } from './pace.ts'

/** `toConfirm`: the speaker claimed the organization, and nobody has confirmed it. */
export type SpeakerView = {
  readonly entity: string
  readonly number: number
  readonly group: GroupId | null
  readonly channel: Channel
} & ClaimMark

export type TurnView = {
  readonly id: TurnId
  readonly kind: TurnKind
  readonly speaker: SpeakerView | null
  /** The other entities of a joint statement. */
  readonly onBehalfOf: readonly string[]
  readonly question: QuestionId | null
  /** The language that is spoken. Absent if not specified. */
  readonly language?: SpokenLanguage
  readonly limit: Millis
  readonly extended: Millis
  readonly calledAt: Instant
  readonly startedAt: Instant | null
  readonly used: Millis
  readonly runningSince: Instant | null
  readonly paused: Turn['paused']
  readonly cue: CueView | null
  /** Cues that booths ask for, the latest last: one for each booth and kind. Absent if there are none. */
  readonly asked?: readonly BoothCueView[]
  /**
   * Only for the staff. `person` shows whether their device is connected, `ready` whether they reported that they are ready, and
   * `missedCalls` how often they were called in vain before. After the second time the request is off the list.
   */
  readonly staff?: { readonly person: PersonId | null; readonly ready: boolean; readonly missedCalls: number }
}

/** `deliveredAt` and `seenAt` are only for the staff, and for the booths if a booth asked for the cue. Others get null. */
export type CueView = {
  readonly id: CueId
  readonly kind: CueKind
  readonly at: Instant
  readonly deliveredAt: Instant | null
  readonly seenAt: Instant | null
}

/** `booth`: the booth that asks, for the staff and the booths. */
export type BoothCueView = CueView & { readonly booth?: SpokenLanguage }

export type FloorView = {
  readonly limits: Limits
  readonly warnings: readonly Millis[]
  readonly grace: Millis
  /** The time that the forecast leaves free at the end of a segment. */
  readonly reserve: Millis
  readonly pace: SpeakingPace
  readonly current: TurnView | null
  readonly interrupted: TurnView | null
  /** The interruption that the Chair is ruling on: its kind, and its speaker. Absent at all other times. */
  readonly ruledOn?: { readonly kind: InterruptingKind; readonly speaker: SpeakerView }
}

export type MyPastTurn = {
  readonly turn: TurnId
  readonly segment: SegmentId | null
  readonly used: Millis
  readonly limit: Millis
  readonly endedAt: Instant
}
/** `seen`: the cues of the turn that the person has marked as seen, on any device. Absent if there are none. */
export type MyFloorView = { readonly turn: TurnId | null; readonly pastTurns: readonly MyPastTurn[]; readonly seen?: readonly CueId[] }

/** Without the people no name is marked. */
export const toSpeakerView = (speaker: Omit<Speaker, 'nameId'> | null | undefined, people?: PeopleState): SpeakerView | null =>
  speaker
    ? {
        ...{ entity: speaker.entity, number: speaker.number, group: speaker.group, channel: speaker.channel },
        ...(people && markClaim(people, speaker)),
      }
    : null

const groupPastTurns = memoize((past: FloorState['past']): ReadonlyMap<PersonId, readonly MyPastTurn[]> => {
  const own = new Map<PersonId, MyPastTurn[]>()
  for (const turn of past) {
    const person = countsAsIntervention(turn.kind) ? turn.speaker?.person : null
    if (person) own.set(person, [...(own.get(person) ?? []), toMyPastTurn(turn)])
  }
  return own
})
const toMyPastTurn = ({ id, segment, used, limit, endedAt }: PastTurn): MyPastTurn => ({ turn: id, segment, used, limit, endedAt })
const emptyMyFloor: MyFloorView = { turn: null, pastTurns: [] }

export const floorParts = {
  floor: valuePart(
    'The turn at the floor, the turn that it interrupted, the limits and the observed pace.',
    everyone,
    ['floor', 'cues', 'people'],
    ({ floor, cues, people }, audience): FloorView => ({
      limits: floor.limits,
      warnings: floor.warnings,
      grace: floor.grace,
      reserve: floor.reserve,
      pace: { handover: computeMedian(floor.handovers), ...computePace(floor.past) },
      current: toTurnView(floor.current, { cues, people }, audience),
      interrupted: toTurnView(floor.interrupted, { cues, people }, audience),
      ...findRuledOn(floor, people),
    }),
  ),
  intention: valuePart(
    'What the Chair has deferred until the turn is over.',
    staffOnly,
    ['floor'],
    ({ floor }): Intention | null => floor.intention && toIntentionView(floor.intention),
  ),
}

const toIntentionView = memoize(({ turn, points, move }: Intention): Intention => ({ turn, points, move }))

const findRuledOn = (floor: FloorState, people: PeopleState): Pick<FloorView, 'ruledOn'> => {
  const last = findWaitingTurn(floor) === null ? undefined : floor.past.at(-1)
  const speaker = toSpeakerView(last?.speaker, people)
  return last && interrupts(last.kind) && speaker ? { ruledOn: { kind: last.kind, speaker } } : {}
}

const toTurnView = (turn: Turn | null, { cues, people }: Pick<State, 'cues' | 'people'>, audience: Audience): TurnView | null =>
  turn && {
    id: turn.id,
    kind: turn.kind,
    speaker: toSpeakerView(turn.entry?.speaker, people),
    onBehalfOf: (turn.entry?.onBehalfOf ?? []).map(({ entity }) => entity),
    question: turn.question,
    ...(turn.language && { language: turn.language }),
    limit: turn.limit,
    extended: turn.extended,
    calledAt: turn.calledAt,
    startedAt: turn.startedAt,
    used: turn.used,
    runningSince: turn.runningSince,
    paused: turn.paused,
    cue:
      cues.last?.turn === turn.id && !isTakenBack(cues.last, turn)
        ? toCueView(cues.last, audienceRules[audience].receipts === 'all')
        : null,
    ...listAsked(turn, cues, audience),
    ...(audienceRules[audience].seesPersons && {
      staff: {
        person: turn.entry?.speaker.person ?? null,
        ready: turn.entry?.ready ?? false,
        missedCalls: turn.entry?.missedCalls ?? 0,
      },
    }),
  }

/** True for a cue about the time, if the Chair has given more time since. */
const isTakenBack = ({ cue, limit }: Cue, turn: Turn): boolean =>
  (cue === 'conclude' || cue === 'one-minute') && limit !== undefined && turn.limit > limit

const listAsked = (turn: Turn, cues: CuesState, audience: Audience): Pick<TurnView, 'asked'> => {
  const asked = cues.asked.filter((one) => one.turn === turn.id).map((one) => toBoothCueView(one, audience))
  return asked.length === 0 ? {} : { asked }
}

const toCueView = ({ id, cue, at, deliveredAt, seenAt }: Cue, seesReceipt: boolean): CueView => ({
  ...{ id, kind: cue, at },
  deliveredAt: seesReceipt ? deliveredAt : null,
  seenAt: seesReceipt ? seenAt : null,
})

const toBoothCueView = (asked: BoothCue, audience: Audience): BoothCueView => {
  const seesReceipt = audienceRules[audience].receipts !== 'none'
  return { ...toCueView(asked, seesReceipt), ...(seesReceipt && { booth: asked.booth }) }
}

export const myFloorParts = {
  myFloor: personPart<MyFloorView>(
    'The turn of the person, if there is one now, the cues of it that the person has seen, and the interventions of the person.',
    { floor: concernsOfFloor, cues: concernsOfFloor },
    ({ floor, cues }, { id }) => {
      const turn = [floor.current, floor.interrupted].find((one) => one?.entry?.speaker.person === id)?.id ?? null
      const pastTurns = groupPastTurns(floor.past).get(id)
      if (!turn && !pastTurns) return emptyMyFloor
      const seen = [cues.last, ...cues.asked].flatMap((one) => (one?.turn === turn && one.seenAt !== null ? one.id : []))
      return { turn, pastTurns: pastTurns ?? [], ...(seen.length > 0 && { seen }) }
    },
  ),
}
