/** The record as tables with one row per item and its id. CSV files and workbooks are built from them. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { NotConfirmed } from '../not-confirmed.ts'
import type { Column, TableName } from './columns.ts'
import { listFigures } from './figures.ts'

export type CellValue = string | number | boolean | null | readonly string[]
export type TableRow = Partial<Readonly<Record<Column, CellValue | undefined>>>
export type RecordTable = { readonly name: TableName; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }

/** The column that marks names is there if a row of the table has such a name. */
const listNameColumns = (rows: readonly NotConfirmed[]) =>
  rows.some(({ notConfirmed }) => notConfirmed) ? (['entity', 'notConfirmed'] as const) : (['entity'] as const)
const listSpeakerColumns = (rows: readonly NotConfirmed[]) => [...listNameColumns(rows), 'group', 'channel'] as const

export const toTables = (record: SessionRecord): readonly RecordTable[] => [
  {
    name: 'agenda',
    columns: [
      'id',
      'kind',
      'title',
      'guidingQuestion',
      'plannedStart',
      'plannedSeconds',
      'startedAt',
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
      startedAt: actual?.startedAt ?? null,
      endedAt: actual?.endedAt ?? null,
      actualSeconds: actual?.seconds ?? null,
      suspendedSeconds: actual?.suspendedSeconds ?? null,
    })),
  },
  ...(record.papers === undefined ? [] : [toPapersTable(record.papers)]),
  {
    name: 'turns',
    columns: [
      ...([
        'id',
        'number',
        'kind',
        'segment',
        ...listSpeakerColumns(record.turns),
        ...(record.turns.some(({ language }) => language) ? (['language'] as const) : []),
        'onBehalfOf',
        'request',
        'question',
        'askedAt',
        'calledAt',
        'startedAt',
        'endedAt',
      ] as const),
      ...(['limitSeconds', 'extendedSeconds', 'usedSeconds', 'overSeconds', 'pausedSeconds'] as const),
    ],
    rows: record.turns.map(({ language = null, words: _, ...turn }) => ({ ...turn, number: turn.number || null, language })),
  },
  {
    name: 'requests',
    columns: [
      'id',
      'number',
      'kind',
      'segment',
      ...listSpeakerColumns(record.requests),
      'requestChannel',
      'listed',
      'topic',
      'askedAt',
      'outcome',
      'missedCalls',
      'reason',
      'turn',
      'waitSeconds',
    ],
    rows: record.requests.map((request) => ({ ...request, number: request.number || null })),
  },
  {
    name: 'questions',
    columns: [
      ...([
        'id',
        'number',
        'text',
        'original',
        ...listSpeakerColumns(record.questions),
        'segment',
        'tags',
        'askedAt',
        'status',
        'reason',
        'answer',
      ] as const),
      ...(['answeredBy', 'answerSeconds', 'into', 'support', 'supportGroups'] as const),
    ],
    rows: record.questions.map(({ support, ...question }) => ({
      ...question,
      number: question.number || null,
      support: support.total,
      supportGroups: support.groups,
    })),
  },
  {
    name: 'statements',
    columns: [
      'id',
      'number',
      ...listSpeakerColumns(record.statements),
      'request',
      'turn',
      'segment',
      'words',
      'filedAt',
      'entered',
      'text',
    ],
    rows: record.statements,
  },
  {
    name: 'points',
    columns: [
      'id',
      'segment',
      'tag',
      'text',
      'source',
      'turn',
      'question',
      'statement',
      ...listNameColumns(record.notes.flatMap(({ sources }) => sources)),
      'group',
      'into',
      'at',
      'afterClose',
    ],
    // A point that several people made has a row for each of them.
    rows: record.notes.flatMap(({ sources, sentences: _, ...note }) =>
      sources.length === 0 ? [note] : sources.map(({ kind, ...source }) => ({ ...note, source: kind, ...source })),
    ),
  },
  ...(record.sense === undefined ? [] : [toSenseTable(record.sense)]),
  ...(record.turns.some(({ words }) => words) ? [toCaptionsTable(record.turns)] : []),
  { name: 'participants', columns: ['group', ...listNameColumns(record.participants), 'name', 'channel'], rows: record.participants },
  { name: 'figures', columns: ['figure', 'of', 'group', 'channel', 'value'], rows: listFigures(record) },
  {
    name: 'log',
    columns: ['id', 'commits', 'head', 'at', 'public', ...(record.captions ? (['captions'] as const) : [])],
    rows: [{ id: record.session.id, ...record.log, public: record.public, captions: record.captions?.words ?? null }],
  },
]

const toPapersTable = (papers: NonNullable<SessionRecord['papers']>): RecordTable => ({
  name: 'papers',
  columns: ['title', 'address', 'segment'],
  rows: papers.map(({ title, address, segment }) => ({ title, address, segment })),
})

/** Makes one row for each response, or one for a sentence without published words. */
const toSenseTable = (all: NonNullable<SessionRecord['sense']>): RecordTable => ({
  name: 'sense',
  columns: ['id', 'segment', 'text', 'one', 'startedAt', 'endedAt', 'status', 'people', 'turnout', 'response', 'amount', 'spread'],
  rows: all.flatMap(({ id, segment, text, one, openedAt, closedAt, outcome, of, turnout, responses }) => {
    const asked = { id, segment, one, startedAt: openedAt, endedAt: closedAt, status: outcome, people: of, turnout }
    const row = { ...asked, text: text.map((words) => words.text) }
    const published = responses.map(({ kind, amount, spread }): TableRow => ({ ...row, response: kind, amount, spread }))
    return published.length > 0 ? published : [row]
  }),
})

/** Makes one row for each turn and language. */
const toCaptionsTable = (turns: SessionRecord['turns']): RecordTable => ({
  name: 'captions',
  columns: ['turn', 'number', ...listNameColumns(turns), 'startedAt', 'language', 'text', 'cut'],
  rows: turns.flatMap(({ id, number, entity, notConfirmed = null, startedAt, words = [] }) =>
    words.map((one) => ({ turn: id, number, entity, notConfirmed, startedAt, ...one })),
  ),
})

/** Joins several values in one cell. */
export const joinValues = (value: readonly string[]): string => value.join('; ')
