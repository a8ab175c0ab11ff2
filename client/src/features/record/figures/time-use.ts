/** How the time was used: what a line of time draws, in milliseconds since the epoch. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { answersIn, type Decision, type Group, instant, type Segment, spokenIn, sum, type Turn } from './record-rows.ts'

export type Piece<Of> = { readonly of: Of; readonly from: number; readonly to: number }
export type TimeUse = {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly rows: readonly { readonly group: Group | null; readonly turns: readonly Piece<Turn>[] }[]
  readonly answers: readonly Piece<Turn>[]
  readonly planned: readonly Piece<Segment>[]
  readonly actual: readonly Piece<Segment>[]
  readonly decisions: readonly Decision[]
  /** The plan is drawn from where the session began: it was held at quite another time. */
  readonly moved: boolean
}

const minute = 60_000
/** A session begun further from its plan than this was held at another time. */
const another = 180 * minute
const steps = [5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * minute)
const mostTicks = 8

/** Up to its close, or to the last commit of what still runs. */
const untilIn = ({ session, log }: SessionRecord): number => instant(session.closedAt ?? log.at)

/** How far the plan is moved for the drawing. */
function shiftOf({ session }: SessionRecord): number {
  const late = session.openedAt === null ? 0 : instant(session.openedAt) - instant(session.plannedStart)
  return Math.abs(late) > another ? late : 0
}

export function timeUse(record: SessionRecord): TimeUse {
  const { session, agenda, groups, decisions } = record
  const [until, shift] = [untilIn(record), shiftOf(record)]
  const planned = agenda.map((of) => piece(of, instant(of.planned.startsAt) + shift, of.planned.seconds))
  const actual = agenda.flatMap((of) =>
    of.actual ? [{ of, from: instant(of.actual.beganAt), to: of.actual.endedAt === null ? until : instant(of.actual.endedAt) }] : [],
  )
  const drawn = (turns: readonly Turn[]) => turns.map((of) => ({ of, from: instant(of.startedAt), to: instant(of.endedAt) }))
  const known = (id: string | null) => groups.some((group) => group.id === id)
  const spoken = spokenIn(record)
  const apart = spoken.filter(({ group }) => !known(group))
  const rows = groups.map((group) => ({ group: group as Group | null, turns: drawn(spoken.filter((turn) => turn.group === group.id)) }))
  const answers = drawn(answersIn(record))
  const ends = [instant(session.plannedStart) + shift, instant(session.plannedEnd) + shift]
  const pieces = [...planned, ...actual, ...answers, ...drawn(spoken)]
  const [from, to] = [Math.min(...ends, ...pieces.map((one) => one.from)), Math.max(...ends, ...pieces.map((one) => one.to))]
  return {
    from,
    to,
    ticks: ticksIn(from, to),
    rows: [...rows, ...(apart.length > 0 ? [{ group: null, turns: drawn(apart) }] : [])],
    answers,
    planned,
    actual,
    decisions: decisions.filter(({ at }) => instant(at) >= from && instant(at) <= to),
    moved: shift !== 0,
  }
}

const piece = <Of>(of: Of, from: number, seconds: number): Piece<Of> => ({ of, from, to: from + seconds * 1000 })

/** On whole steps of the clock. */
function ticksIn(from: number, to: number): readonly number[] {
  const step = steps.find((one) => (to - from) / one <= mostTicks) ?? Math.ceil((to - from) / mostTicks)
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step)
}

/** Marks that would stand on one another, together; `reach` is a share of the whole. */
export function marksOf(
  { from, to, decisions }: TimeUse,
  reach = 0.025,
): readonly { readonly at: number; readonly numbers: readonly number[] }[] {
  const near = (to - from) * reach
  return decisions.reduce<{ at: number; numbers: number[] }[]>((marks, { at }, index) => {
    const last = marks.at(-1)
    if (last && instant(at) - last.at < near) last.numbers.push(index + 1)
    else marks.push({ at: instant(at), numbers: [index + 1] })
    return marks
  }, [])
}

/** In whole minutes: late above nought, early below. Null for what has not come, or was held at another time. */
export function lateness(record: SessionRecord): { readonly began: number | null; readonly ended: number | null } {
  const { openedAt, closedAt, plannedStart, plannedEnd } = record.session
  const minutesLate = (actual: string | null, plan: string) =>
    actual === null || shiftOf(record) !== 0 ? null : Math.round((instant(actual) - instant(plan)) / minute)
  return { began: minutesLate(openedAt, plannedStart), ended: minutesLate(closedAt, plannedEnd) }
}

/** Seconds of the session's parts, and what was spoken and answered in them. */
export const secondsUsed = (record: SessionRecord) => ({
  held: sum(record.agenda, ({ actual }) => actual?.seconds ?? 0),
  spoken: sum(spokenIn(record), ({ usedSeconds }) => usedSeconds),
  answered: sum(answersIn(record), ({ usedSeconds }) => usedSeconds),
})
