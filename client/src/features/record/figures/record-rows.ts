/** Rows of the record, and which of them each figure counts. */
import { countsAsIntervention, isAnswer, isForSpeaker } from '@rostrum/shared/contract/kinds'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'

export type RecordGroup = SessionRecord['groups'][number]
export type RecordSegment = SessionRecord['agenda'][number]
export type RecordTurn = SessionRecord['turns'][number]
export type RecordRequest = SessionRecord['requests'][number]
export type RecordQuestion = SessionRecord['questions'][number]
export type RecordStatement = SessionRecord['statements'][number]
export type RecordNote = SessionRecord['notes'][number]
export type RecordDecision = SessionRecord['decisions'][number]

export const sumBy = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0)
export const parseInstant = (iso: string): number => Date.parse(iso)

/** "23 of 32 requests" counts people who asked. It leaves out programme speakers and points of order. */
export const listCountedRequests = ({ requests }: Pick<SessionRecord, 'requests'>): readonly RecordRequest[] =>
  requests.filter(({ kind, listed }) => countsAsIntervention(kind) && !listed)

/** Turns on the substance, whose time counts for a speaker: no answers, no points of order. */
export const listInterventions = ({ turns }: Pick<SessionRecord, 'turns'>): readonly RecordTurn[] =>
  turns.filter(({ kind }) => isForSpeaker(kind))

/** All turns of speakers, for the timeline. */
export const listSpeakerTurns = ({ turns }: Pick<SessionRecord, 'turns'>): readonly RecordTurn[] =>
  turns.filter(({ kind }) => !isAnswer(kind))
export const listAnswers = ({ turns }: Pick<SessionRecord, 'turns'>): readonly RecordTurn[] => turns.filter(({ kind }) => isAnswer(kind))

/** Requests in a joint statement were reached too. */
export const wasReached = ({ outcome }: Pick<RecordRequest, 'outcome'>): boolean => outcome === 'heard' || outcome === 'joint'

/** In display order. */
export const outcomeOrder = [
  'heard',
  'joint',
  'not-reached',
  'withdrawn',
  'removed',
  'speaking',
  'waiting',
] as const satisfies readonly RequestOutcome[]

export const countOutcome = (rows: readonly RecordRequest[], outcome: RequestOutcome): number =>
  rows.filter((row) => row.outcome === outcome).length

/** Topics have a numbering of their own; 0 for a segment without a number. */
export const getRecordTopicNumber = (agenda: readonly RecordSegment[], id: string | null): number =>
  agenda.filter(({ kind }) => kind === 'topic').findIndex((segment) => segment.id === id) + 1
