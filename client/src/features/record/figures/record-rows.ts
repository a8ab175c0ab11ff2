/** Rows of the record, and which of them a figure counts. */
import type { Outcome, SessionRecord } from '@rostrum/shared/contract/record'

export type Group = SessionRecord['groups'][number]
export type Segment = SessionRecord['agenda'][number]
export type Turn = SessionRecord['turns'][number]
export type Request = SessionRecord['requests'][number]
export type Question = SessionRecord['questions'][number]
export type Statement = SessionRecord['statements'][number]
export type Note = SessionRecord['notes'][number]
export type Decision = SessionRecord['decisions'][number]

export const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0)
export const instant = (iso: string): number => Date.parse(iso)

/** "23 of 32 requests" counts those who asked; not those listed in the programme, and no point of order. */
export const askedIn = ({ requests }: Pick<SessionRecord, 'requests'>): readonly Request[] =>
  requests.filter(({ kind, listed }) => kind === 'intervention' && !listed)

/** What was said in substance: no answer, no point of order. */
export const interventionsIn = ({ turns }: Pick<SessionRecord, 'turns'>): readonly Turn[] =>
  turns.filter(({ kind }) => kind === 'intervention' || kind === 'right-of-reply')

/** Time that is billed to somebody. */
export const spokenIn = ({ turns }: Pick<SessionRecord, 'turns'>): readonly Turn[] => turns.filter(({ kind }) => kind !== 'answer')
export const answersIn = ({ turns }: Pick<SessionRecord, 'turns'>): readonly Turn[] => turns.filter(({ kind }) => kind === 'answer')

/** Those of a joint statement were heard too. */
export const wasHeard = ({ outcome }: Pick<Request, 'outcome'>): boolean => outcome === 'heard' || outcome === 'joint'

/** In the order in which they are told. */
export const outcomesTold = [
  'heard',
  'joint',
  'not-reached',
  'withdrawn',
  'removed',
  'speaking',
  'waiting',
] as const satisfies readonly Outcome[]

export const countOf = (rows: readonly Request[], outcome: Outcome): number => rows.filter((row) => row.outcome === outcome).length

/** Topics are numbered among themselves; 0 where a part has no number. */
export const topicNumber = (agenda: readonly Segment[], id: string | null): number =>
  agenda.filter(({ kind }) => kind === 'topic').findIndex((segment) => segment.id === id) + 1
