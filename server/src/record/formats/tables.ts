/** The record as tables: a row a thing, with its id; what CSV files and spreadsheets are made of. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Column, TableName } from './columns.ts'
import { figuresOf } from './figures.ts'

export type Value = string | number | boolean | null | readonly string[]
export type Row = Partial<Readonly<Record<Column, Value>>>
export type Table = { readonly name: TableName; readonly columns: readonly Column[]; readonly rows: readonly Row[] }

const speaking = ['entity', 'group', 'channel'] as const

export const tablesOf = (record: SessionRecord): readonly Table[] => [
  {
    name: 'agenda',
    columns: [
      'id',
      'kind',
      'title',
      'guidingQuestion',
      'plannedStart',
      'plannedSeconds',
      'beganAt',
      'endedAt',
      'actualSeconds',
      'suspendedSeconds',
    ],
    rows: record.agenda.map(({ id, kind, title, question, planned, actual }) => ({
      id,
      kind,
      title,
      guidingQuestion: question,
      plannedStart: planned.startsAt,
      plannedSeconds: planned.seconds,
      beganAt: actual?.beganAt ?? null,
      endedAt: actual?.endedAt ?? null,
      actualSeconds: actual?.seconds ?? null,
      suspendedSeconds: actual?.suspendedSeconds ?? null,
    })),
  },
  {
    name: 'turns',
    columns: [
      ...(['id', 'kind', 'segment', ...speaking, 'behalf', 'request', 'question', 'askedAt', 'calledAt', 'startedAt', 'endedAt'] as const),
      ...(['limitSeconds', 'extendedSeconds', 'usedSeconds', 'overSeconds', 'pausedSeconds'] as const),
    ],
    rows: record.turns,
  },
  {
    name: 'requests',
    columns: ['id', 'kind', 'segment', ...speaking, 'door', 'listed', 'topic', 'askedAt', 'outcome', 'reason', 'turn', 'waitSeconds'],
    rows: record.requests,
  },
  {
    name: 'questions',
    columns: [
      ...(['id', 'number', 'text', 'original', ...speaking, 'segment', 'tags', 'askedAt', 'status', 'reason', 'answer'] as const),
      ...(['answeredBy', 'answerSeconds', 'into', 'support', 'supportGroups'] as const),
    ],
    rows: record.questions.map(({ support, ...question }) => ({ ...question, support: support.total, supportGroups: support.groups })),
  },
  {
    name: 'statements',
    columns: ['id', ...speaking, 'request', 'turn', 'segment', 'words', 'filedAt', 'text'],
    rows: record.statements,
  },
  {
    name: 'points',
    columns: ['id', 'segment', 'tag', 'text', 'turn', 'question', 'entity', 'group', 'at'],
    rows: record.notes,
  },
  { name: 'figures', columns: ['figure', 'of', 'group', 'channel', 'value'], rows: figuresOf(record) },
  {
    name: 'log',
    columns: ['id', 'commits', 'head', 'at', 'public'],
    rows: [{ id: record.session.id, ...record.log, public: record.public }],
  },
]

/** Several in one cell, as lists are written. */
export const inOne = (value: readonly string[]): string => value.join('; ')
