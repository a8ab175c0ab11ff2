/** How the time was used: the data of the timeline, in milliseconds since the epoch. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import {
  listAnswers,
  listInterventions,
  listSpeakerTurns,
  parseInstant,
  type RecordDecision,
  type RecordGroup,
  type RecordSegment,
  type RecordTurn,
  sumBy,
} from './record-rows.ts'

export type TimePiece<Of> = { readonly of: Of; readonly from: number; readonly to: number }
export type TimeUseData = {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly rows: readonly { readonly group: RecordGroup | null; readonly turns: readonly TimePiece<RecordTurn>[] }[]
  readonly answers: readonly TimePiece<RecordTurn>[]
  readonly planned: readonly TimePiece<RecordSegment>[]
  readonly actual: readonly TimePiece<RecordSegment>[]
  readonly decisions: readonly RecordDecision[]
  /** The session took place at a very different time, so the plan is drawn from the actual start. */
  readonly isPlanShifted: boolean
}

const minute = 60_000
/** A session that started further from its plan than this took place at another time. */
const otherTimeMs = 180 * minute
const tickSteps = [5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * minute)
const maxTicks = 8

/** The close of the session, or the last commit if the session is still open. */
const getEnd = ({ session, log }: SessionRecord): number => parseInstant(session.closedAt ?? log.at)

/** How far the plan is moved for the drawing. */
function getPlanShift({ session }: SessionRecord): number {
  const late = session.openedAt === null ? 0 : parseInstant(session.openedAt) - parseInstant(session.plannedStart)
  return Math.abs(late) > otherTimeMs ? late : 0
}

export function computeTimeUse(record: SessionRecord): TimeUseData {
  const { session, agenda, groups, decisions } = record
  const [until, shift] = [getEnd(record), getPlanShift(record)]
  const planned = agenda.map((of) => makePiece(of, parseInstant(of.planned.startsAt) + shift, of.planned.seconds))
  const actual = agenda.flatMap((of) =>
    of.actual
      ? [{ of, from: parseInstant(of.actual.startedAt), to: of.actual.endedAt === null ? until : parseInstant(of.actual.endedAt) }]
      : [],
  )
  const toPieces = (turns: readonly RecordTurn[]) =>
    turns.map((of) => ({ of, from: parseInstant(of.startedAt), to: parseInstant(of.endedAt) }))
  const known = (id: string | null) => groups.some((group) => group.id === id)
  const spoken = listSpeakerTurns(record)
  const ungrouped = spoken.filter(({ group }) => !known(group))
  const rows = groups.map((group) => ({
    group: group as RecordGroup | null,
    turns: toPieces(spoken.filter((turn) => turn.group === group.id)),
  }))
  const answers = toPieces(listAnswers(record))
  const ends = [parseInstant(session.plannedStart) + shift, parseInstant(session.plannedEnd) + shift]
  const pieces = [...planned, ...actual, ...answers, ...toPieces(spoken)]
  const [from, to] = [Math.min(...ends, ...pieces.map((one) => one.from)), Math.max(...ends, ...pieces.map((one) => one.to))]
  return {
    from,
    to,
    ticks: makeTicks(from, to),
    rows: [...rows, ...(ungrouped.length > 0 ? [{ group: null, turns: toPieces(ungrouped) }] : [])],
    answers,
    planned,
    actual,
    decisions: decisions.filter(({ at }) => parseInstant(at) >= from && parseInstant(at) <= to),
    isPlanShifted: shift !== 0,
  }
}

const makePiece = <Of>(of: Of, from: number, seconds: number): TimePiece<Of> => ({ of, from, to: from + seconds * 1000 })

/** At whole steps of the clock. */
function makeTicks(from: number, to: number): readonly number[] {
  const step = tickSteps.find((one) => (to - from) / one <= maxTicks) ?? Math.ceil((to - from) / maxTicks)
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step)
}

/** Joins marks that would overlap. `reach` is a share of the whole length. */
export function groupDecisionMarks(
  { from, to, decisions }: TimeUseData,
  reach = 0.025,
): readonly { readonly at: number; readonly numbers: readonly number[] }[] {
  const near = (to - from) * reach
  return decisions.reduce<{ at: number; numbers: number[] }[]>((marks, { at }, index) => {
    const last = marks.at(-1)
    if (last && parseInstant(at) - last.at < near) last.numbers.push(index + 1)
    else marks.push({ at: parseInstant(at), numbers: [index + 1] })
    return marks
  }, [])
}

/** In whole minutes: positive is late, negative is early. Null if it has not happened, or if the session took place at another time. */
export function computeLateness(record: SessionRecord): { readonly began: number | null; readonly ended: number | null } {
  const { openedAt, closedAt, plannedStart, plannedEnd } = record.session
  const minutesLate = (actual: string | null, plan: string) =>
    actual === null || getPlanShift(record) !== 0 ? null : Math.round((parseInstant(actual) - parseInstant(plan)) / minute)
  return { began: minutesLate(openedAt, plannedStart), ended: minutesLate(closedAt, plannedEnd) }
}

/** In seconds: the length of all segments, and the time spoken and answered in them. */
export const computeSecondsUsed = (record: SessionRecord) => ({
  lasted: sumBy(record.agenda, ({ actual }) => actual?.seconds ?? 0),
  spoken: sumBy(listInterventions(record), ({ usedSeconds }) => usedSeconds),
  answered: sumBy(listAnswers(record), ({ usedSeconds }) => usedSeconds),
})
