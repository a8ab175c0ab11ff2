/** The record, from the log alone: the same commits give the same record, byte for byte, on any day and from either log. */
import type { Attribution } from '@rostrum/shared/contract/enums'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import { emptyState, evolveAll } from '@rostrum/shared/domain/decider'
import type { Instant } from '@rostrum/shared/kernel/time'
import { agendaIn } from './agenda.ts'
import { decisionsIn } from './decisions.ts'
import { notesIn } from './notes.ts'
import { questionsIn } from './questions.ts'
import { Requests } from './request-history.ts'
import { statementsIn } from './statements.ts'
import { statisticsOf } from './statistics.ts'
import { isoOf } from './times.ts'
import { turnsIn } from './turns.ts'

/** Everything, for the secretariat. Of a session that runs it is the record so far, up to the last commit. */
export function recordOf(id: SessionId, commits: readonly Commit[]): SessionRecord {
  const work = recording(id, commits)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value.record
  }
}

/** With what the session's rules say of those who ask, which the public version needs. */
export type Recorded = { readonly record: SessionRecord; readonly attribution: Attribution }

/** The same in steps, for whoever must not hold others up. */
export function* recording(id: SessionId, commits: readonly Commit[]): Generator<void, Recorded> {
  const requests = new Requests()
  let state = emptyState
  for (const { events, at } of commits) {
    requests.take(events)
    state = evolveAll(state, events, at)
    yield
  }
  const last = commits.at(-1)
  const until = last?.at ?? (0 as Instant)
  const turns = turnsIn(state, requests)
  yield
  const asked = requests.of(state)
  yield
  const questions = questionsIn(state)
  yield
  const decisions = decisionsIn(commits)
  yield
  const record: SessionRecord = {
    format: 'rostrum-record-1',
    public: false,
    session: headOf(id, state),
    log: { commits: commits.length, head: last?.chain ?? '', at: isoOf(until) },
    groups: state.session.groups.map(({ id: group, label, short, mark }) => ({ id: group, label, short, mark })),
    tags: [...state.session.plan.notes.tags],
    agenda: agendaIn(state, until),
    turns,
    requests: asked,
    questions,
    statements: statementsIn(state),
    notes: notesIn(state),
    decisions,
    statistics: statisticsOf(state, turns, asked),
  }
  return { record, attribution: state.session.questions.attribution }
}

function headOf(id: SessionId, { session }: State): SessionRecord['session'] {
  const { title, series, host, venue, place, timeZone, about, startsAt, endsAt, rehearsal } = session.plan
  return {
    id,
    title,
    series,
    host,
    venue,
    place,
    timeZone,
    about,
    plannedStart: isoOf(startsAt),
    plannedEnd: isoOf(endsAt),
    openedAt: session.openedAt === null ? null : isoOf(session.openedAt),
    closedAt: session.closedAt === null ? null : isoOf(session.closedAt),
    phase: session.phase,
    rehearsal,
  }
}
