/** What happens to turns: called, started, halted, ended, and brought back. */
import type { FloorBefore, FloorEvents, FloorState, PastTurn, Turn } from '../../contract/floor.ts'
import { limitsWith } from '../../contract/limits.ts'
import type { Evolve } from '../../contract/registry.ts'
import { between, type Instant, noTime, sum } from '../../kernel/time.ts'
import { begun, frozen, halted, notYetStarted, running, stoodBy, usedBy } from './clock.ts'

export const emptyFloor: FloorState = {
  limits: { everyone: noTime, groups: {}, channels: {}, pointOfOrder: noTime, rightOfReply: noTime, answer: noTime },
  warnings: [],
  grace: noTime,
  reserve: noTime,
  current: null,
  interrupted: null,
  past: [],
  handovers: [],
}

export const floorEvolve: Evolve<FloorState, FloorEvents> = {
  'floor.set': (floor, rules) => ({ ...floor, ...rules }),
  'floor.called': (floor, { turn, ...called }, at) => ({
    ...floor,
    interrupted: called.kind === 'point-of-order' ? floor.current : floor.interrupted,
    current: { id: turn, ...called, calledAt: at, ...notYetStarted },
  }),
  'floor.started': (floor, _, at) =>
    withCurrent(floor, (turn) => ({
      ...floor,
      current: begun(turn, at),
      handovers: turn.kind === 'intervention' ? [...floor.handovers, between(turn.calledAt, at)] : floor.handovers,
    })),
  'floor.paused': (floor, { cause }, at) => withCurrent(floor, (turn) => ({ ...floor, current: halted(turn, cause, at) })),
  'floor.resumed': (floor, _, at) => withCurrent(floor, (turn) => ({ ...floor, current: running(turn, at) })),
  'floor.extended': (floor, { by }) =>
    withCurrent(floor, (turn) => ({ ...floor, current: { ...turn, limit: sum(turn.limit, by), extended: sum(turn.extended, by) } })),
  'floor.ended': (floor, { turn: id }, at) => {
    if (floor.interrupted?.id === id) return { ...floor, interrupted: null, past: [...floor.past, pastOf(floor.interrupted, at)] }
    return withCurrent(floor, (turn) => ({
      ...floor,
      current: floor.interrupted,
      interrupted: null,
      past: [...floor.past, pastOf(turn, at)],
    }))
  },
  'floor.released': (floor, { turn: id }) => {
    if (floor.interrupted?.id === id) return { ...floor, interrupted: null }
    return withCurrent(floor, () => ({ ...floor, current: floor.interrupted, interrupted: null }))
  },
  'floor.limited': (floor, { scope, limit }) => ({ ...floor, limits: limitsWith(floor.limits, scope, limit) }),
  'floor.restored': (floor, before, at) => ({
    ...floor,
    limits: before.limits,
    current: restored(floor.current, before, at),
    interrupted: before.interrupted,
    past: floor.past.slice(0, before.past),
    handovers: floor.handovers.slice(0, before.handovers),
  }),
}

const withCurrent = (floor: FloorState, evolve: (turn: Turn) => FloorState): FloorState => (floor.current ? evolve(floor.current) : floor)

/** The clock goes on from where it stood at the step; where the step was not about it, it is as it is. */
const restored = (now: Turn | null, { current: before, runs, clockKept }: FloorBefore, at: Instant): Turn | null => {
  if (before === null) return null
  if (!clockKept || now === null) return runs ? { ...before, runningSince: at } : before
  const { startedAt, used, runningSince, paused, pausedFor } = now
  return { ...before, startedAt, used, runningSince, paused, pausedFor }
}

const pastOf = (turn: Turn, at: Instant): PastTurn => ({
  id: turn.id,
  kind: turn.kind,
  speaker: turn.entry?.speaker ?? null,
  behalf: turn.entry?.behalf ?? [],
  question: turn.question,
  segment: turn.segment,
  askedAt: turn.entry?.askedAt ?? turn.calledAt,
  calledAt: turn.calledAt,
  startedAt: turn.startedAt ?? turn.calledAt,
  endedAt: at,
  limit: turn.limit,
  extended: turn.extended,
  used: usedBy(turn, at),
  pausedFor: stoodBy(turn, at),
})

/** The floor before a step, for taking it back. */
export const floorBefore = (before: FloorState, after: FloorState, at: Instant): FloorBefore => {
  const { current } = before
  const same = current !== null && current.id === after.current?.id
  const clockKept = same && current.runningSince === after.current?.runningSince && current.paused === after.current?.paused
  return {
    limits: before.limits,
    current: current && frozen(current, at),
    interrupted: before.interrupted,
    past: before.past.length,
    handovers: before.handovers.length,
    runs: current !== null && current.runningSince !== null,
    clockKept,
  }
}
