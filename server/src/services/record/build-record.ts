/** Builds the record from the log, with the words of captions. The same commits and lines give the same record, byte for byte, on any day and with any store. */
import type { Attribution } from '@rostrum/shared/contract/enums'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { writeWords } from '@rostrum/shared/contract/record-words'
import type { Commit, State } from '@rostrum/shared/contract/registry'
import { evolveAll, initialState } from '@rostrum/shared/domain/decider'
import type { Instant } from '@rostrum/shared/kernel/time'
import { getOriginal } from '@rostrum/shared/kernel/wording'
import type { StoredLines } from '../captions/stored-lines.ts'
import { AfterClose } from './after-close.ts'
import { buildAgenda } from './agenda.ts'
import { DecisionHistory } from './decisions.ts'
import { buildNotes } from './notes.ts'
import { numberRequests, numberTurns } from './numbers.ts'
import { buildOfficers, PresidingHistory } from './officers.ts'
import { type AgreedNames, buildParticipants, noNames } from './participants.ts'
import { buildQuestions, findTakenBack } from './questions.ts'
import { RequestHistory } from './request-history.ts'
import { buildSense } from './sense.ts'
import { buildStatements } from './statements.ts'
import { computeStatistics } from './statistics.ts'
import { makeRecordTimes, type RecordTimes } from './times.ts'
import { buildTurns } from './turns.ts'
import { addWords, collectWords, describeWords } from './words.ts'

/** Builds the full record, for the secretariat. For a running session it is the record up to the last commit. */
export function buildRecord(id: SessionId, commits: readonly Commit[], names?: AgreedNames): SessionRecord {
  const work = buildRecordInSteps(id, commits, noLines, names)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value.record
  }
}

/** The record and the additional data for the public version: the attribution rule, and the questions that were taken back. */
export type BuiltRecord = { readonly record: SessionRecord; readonly attribution: Attribution; readonly takenBack: ReadonlySet<string> }

/** The lines of a session without captions. */
export const noLines: StoredLines = new Map()

/** Builds the record in steps, so that the caller can yield in between. */
export function* buildRecordInSteps(
  id: SessionId,
  commits: readonly Commit[],
  lines: StoredLines,
  names = noNames,
): Generator<void, BuiltRecord> {
  const history = new RequestHistory()
  const decisions = new DecisionHistory()
  const presiding = new PresidingHistory()
  const afterClose = new AfterClose()
  let state = initialState
  for (const commit of commits) {
    const after = evolveAll(state, commit.events, commit.at)
    history.apply(commit.events, state, after)
    decisions.apply(commit, state, after)
    presiding.apply(commit, after)
    afterClose.apply(commit, state, after)
    state = after
    yield
  }
  const last = commits.at(-1)
  const until = last?.at ?? (0 as Instant)
  const times = makeRecordTimes(state.session.plan)
  const words = yield* collectWords(state.floor, areWordsKept(state) ? lines : noLines)
  const turns = numberTurns(addWords(buildTurns(state, history, times), words))
  const captions = describeWords(turns)
  yield
  const requests = numberRequests(history.build(state, times), turns)
  yield
  const questions = buildQuestions(state, times)
  yield
  const agenda = buildAgenda(state, until, times)
  const { papers } = state.session.plan
  const record: SessionRecord = {
    format: 'rostrum-record-2',
    public: false,
    session: buildSessionInfo(id, state, presiding.build(state.people), times),
    log: { commits: commits.length, head: last?.chain ?? '', at: times.toIso(until) },
    ...(state.session.profiles.length === 0 ? {} : { profiles: buildProfiles(state.session.profiles, times) }),
    ...(state.session.losses.length === 0 ? {} : { losses: buildLosses(state.session.losses, times) }),
    groups: state.session.groups.map(({ id: group, label, short, mark }) => ({
      id: group,
      ...writeWords('label', label),
      ...writeWords('short', short),
      mark,
    })),
    tags: [...state.session.plan.notes.tags],
    participants: buildParticipants(state, names),
    agenda,
    ...(papers && { papers: papers.map(({ title, ...paper }) => ({ ...writeWords('title', title), ...paper })) }),
    turns,
    ...(captions && { captions }),
    requests,
    questions,
    statements: buildStatements(state, times),
    ...(state.sense.prompts.length === 0 ? {} : { sense: [...buildSense(state, times)] }),
    notes: buildNotes(state, afterClose, times),
    notesRemovedAfterClose: afterClose.removed,
    decisions: decisions.build(),
    order: decisions.buildOrder(state, times),
    statistics: computeStatistics(state, { turns, requests, agenda, questions }),
  }
  return { record, attribution: state.session.questions.attribution, takenBack: findTakenBack(state) }
}

/** Whether words are kept. Otherwise they are deleted at the close, or shortly afterwards. */
const areWordsKept = ({ session, captions }: State): boolean => captions.kept || session.phase !== 'closed'

const buildProfiles = (profiles: State['session']['profiles'], { toIso }: RecordTimes): SessionRecord['profiles'] =>
  profiles.map(({ profile, at }) => ({ profile, from: toIso(at) }))

const buildLosses = (losses: State['session']['losses'], { toIso }: RecordTimes): SessionRecord['losses'] =>
  losses.map(({ after, until, head, at }) => ({ from: after + 1, until, head, at: toIso(at) }))

function buildSessionInfo(
  id: SessionId,
  { session, people }: State,
  presided: SessionRecord['session']['presided'],
  { toIso }: RecordTimes,
): SessionRecord['session'] {
  const { title, series, host, venue, place, timeZone, about, startsAt, endsAt, rehearsal } = session.plan
  return {
    id,
    ...writeWords('title', title),
    original: getOriginal(title),
    series,
    host,
    venue,
    place,
    timeZone,
    about,
    plannedStart: toIso(startsAt),
    plannedEnd: toIso(endsAt),
    openedAt: session.openedAt === null ? null : toIso(session.openedAt),
    closedAt: session.closedAt === null ? null : toIso(session.closedAt),
    phase: session.phase,
    rehearsal,
    officers: buildOfficers(people),
    presided,
    statementWords: session.plan.statements.words,
  }
}
