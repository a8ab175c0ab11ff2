/** How events change the floor. */

import type { FloorEvents, FloorState, PastTurn, Turn } from '../../contract/floor.ts'
import type { TurnId } from '../../contract/ids.ts'
import { countsAsIntervention, interrupts, usualLimits } from '../../contract/kinds.ts'
import { setLimit } from '../../contract/limits.ts'
import type { Evolvers } from '../../contract/registry.ts'
import type { SpokenLanguage } from '../../contract/spoken-language.ts'
import { elapsed, type Instant, type Millis, sumMillis, zeroMillis } from '../../kernel/time.ts'
import { saySpoken, withLanguage } from '../queue/new-entry.ts'
import { computePausedTime, computeUsedTime, pauseClock, resumeClock, startClock, unstartedClock } from './clock.ts'
import { findAnyTurn } from './find-any-turn.ts'
import { restoreTurn } from './snapshot.ts'

export const initialFloor: FloorState = {
  limits: { everyone: zeroMillis, groups: {}, channels: {}, ...usualLimits },
  warnings: [],
  grace: zeroMillis,
  reserve: zeroMillis,
  current: null,
  interrupted: null,
  intention: null,
  past: [],
  handovers: [],
}

export const floorEvolvers: Evolvers<FloorState, FloorEvents> = {
  'floor.configured': (floor, { limits, ...rules }) => ({ ...floor, ...rules, limits: { ...initialFloor.limits, ...limits } }),
  'floor.called': (floor, { turn, ...called }, at) => ({
    ...floor,
    // A second point may be recognized before the ruling on the first. The same turn still waits.
    interrupted: interrupts(called.kind) ? (floor.current ?? floor.interrupted) : floor.interrupted,
    intention: interrupts(called.kind) ? floor.intention : null,
    current: { id: turn, ...called, ...saySpoken(called.entry?.language), calledAt: at, ...unstartedClock },
  }),
  'floor.started': (floor, _, at) =>
    updateCurrent(floor, (turn) => ({
      ...floor,
      current: startClock(turn, at),
      handovers: countsAsIntervention(turn.kind) ? [...floor.handovers, elapsed(turn.calledAt, at)] : floor.handovers,
    })),
  'floor.paused': (floor, { cause }, at) => updateCurrent(floor, (turn) => ({ ...floor, current: pauseClock(turn, cause, at) })),
  'floor.resumed': (floor, _, at) => {
    if (floor.current) return { ...floor, current: resumeClock(floor.current, at) }
    return floor.interrupted ? { ...floor, current: resumeClock(floor.interrupted, at), interrupted: null } : floor
  },
  'floor.extended': (floor, { by }) =>
    floor.current
      ? { ...floor, current: extendTurn(floor.current, by) }
      : { ...floor, interrupted: floor.interrupted && extendTurn(floor.interrupted, by) },
  'floor.language-set': (floor, { turn, language }) => ({
    ...floor,
    current: speakTurn(floor.current, turn, language),
    interrupted: speakTurn(floor.interrupted, turn, language),
    past: floor.past.some(({ id }) => id === turn)
      ? floor.past.map((one) => (one.id === turn ? withLanguage(one, language) : one))
      : floor.past,
  }),
  'floor.ended': (floor, { turn: id, ruling = false }, at) => {
    if (floor.interrupted?.id === id) return { ...floor, interrupted: null, past: [...floor.past, toPastTurn(floor.interrupted, at)] }
    return updateCurrent(floor, (turn) => ({
      ...floor,
      // A call that was interrupted returns as it was.
      ...(ruling && floor.interrupted?.startedAt ? { current: null } : { current: floor.interrupted, interrupted: null }),
      past: [...floor.past, toPastTurn(turn, at)],
    }))
  },
  'floor.released': (floor, { turn: id }) => {
    if (floor.interrupted?.id === id) return { ...floor, interrupted: null }
    return updateCurrent(floor, () => ({ ...floor, current: floor.interrupted, interrupted: null }))
  },
  'floor.intended': (floor, { intention }) => ({ ...floor, intention }),
  'floor.limit-set': (floor, { scope, limit }) => ({ ...floor, limits: setLimit(floor.limits, scope, limit) }),
  // Every field is named, so that a new one does not compile before it says what an undo makes of it.
  'floor.restored': (floor, before, at) => ({
    warnings: floor.warnings,
    grace: floor.grace,
    reserve: floor.reserve,
    limits: before.limits,
    current: keepLanguage(floor, restoreTurn(floor.current, before, at)),
    interrupted: keepLanguage(floor, before.interrupted),
    intention: before.intention,
    past: floor.past.slice(0, before.pastCount),
    handovers: floor.handovers.slice(0, before.handoverCount),
  }),
}

const updateCurrent = (floor: FloorState, evolve: (turn: Turn) => FloorState): FloorState => (floor.current ? evolve(floor.current) : floor)

const extendTurn = (turn: Turn, by: Millis): Turn => ({
  ...turn,
  limit: sumMillis(turn.limit, by),
  extended: sumMillis(turn.extended, by),
})

/** Sets the language of a turn and of its request, because the speaker may have to wait again. */
const speakTurn = (turn: Turn | null, id: TurnId, language: SpokenLanguage | null): Turn | null =>
  turn?.id === id ? { ...withLanguage(turn, language), entry: turn.entry && withLanguage(turn.entry, language) } : turn

/** Keeps the current language of a turn, because an undo does not change it. */
const keepLanguage = (floor: FloorState, turn: Turn | null): Turn | null => {
  const now = turn && findAnyTurn(floor, turn.id)
  return now ? speakTurn(turn, turn.id, now.language ?? null) : turn
}

const toPastTurn = (turn: Turn, at: Instant): PastTurn => ({
  id: turn.id,
  kind: turn.kind,
  speaker: turn.entry?.speaker ?? null,
  onBehalfOf: turn.entry?.onBehalfOf ?? [],
  question: turn.question,
  ...saySpoken(turn.language),
  segment: turn.segment,
  askedAt: turn.entry?.askedAt ?? turn.calledAt,
  calledAt: turn.calledAt,
  startedAt: turn.startedAt ?? turn.calledAt,
  endedAt: at,
  limit: turn.limit,
  extended: turn.extended,
  used: computeUsedTime(turn, at),
  pausedFor: computePausedTime(turn, at),
})
