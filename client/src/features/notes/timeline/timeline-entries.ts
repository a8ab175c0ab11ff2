/** The events of one segment, in order, with the notes on them. */

import type { QuestionId, SegmentId, TurnId } from '@rostrum/shared/contract/ids'
import { getSubjectKey, type NoteSubject } from '@rostrum/shared/contract/note-subjects'
import { isAnswered } from '@rostrum/shared/contract/question-statuses'
import type { PanellistView } from '@rostrum/shared/projection/people'
import type { View } from '@rostrum/shared/projection/registry'
import type { StatementView } from '@rostrum/shared/projection/statements'
import { getTurnTarget, type ListedNote, type NoteTarget } from '../note-list.ts'
import type { NoteTurn } from '../turns.ts'

export type TimelineEntry = {
  readonly key: string
  readonly target: NoteTarget
  /** Null for the whole segment, for a statement, and for a subject that only its notes mention. */
  readonly turn: NoteTurn | null
  readonly statement: StatementView | null
  readonly points: readonly ListedNote[]
}

/** The possible subjects of notes: everything that was said and written. */
export type NoteSources = {
  readonly turns: readonly NoteTurn[]
  readonly questions: View['questions']
  readonly statements: readonly StatementView[]
  readonly panellists: readonly PanellistView[]
}

export const listStatements = (statements: View['statements'] = {}): readonly StatementView[] =>
  Object.values(statements)
    .flatMap((row) => row ?? [])
    .sort((a, b) => a.filedAt - b.filedAt)

export const buildTimeline = (
  segment: SegmentId | null,
  { notes: points, ...sources }: NoteSources & { readonly notes: readonly ListedNote[] },
): readonly TimelineEntry[] => {
  const segmentNotes = points.filter((point) => point.segment === segment)
  const targets = [...listTargets(segment, sources), ...segmentNotes.map(({ about }) => ({ segment, about }))]
  const entries = new Map<string, TimelineEntry>()
  for (const target of targets) {
    const key = getSubjectKey(target.about)
    if (!entries.has(key))
      entries.set(key, { ...resolveTarget(target, sources), key, points: segmentNotes.filter(({ about }) => getSubjectKey(about) === key) })
  }
  return [...entries.values()].sort((a, b) => getSortTime(a) - getSortTime(b))
}

/** Lists all possible subjects in the order of the agenda. */
export const listSubjects = (sources: NoteSources): readonly NoteSubject[] => {
  const segments = [...sources.turns, ...sources.statements, ...Object.values(sources.questions)].map((one) => one?.segment ?? null)
  return [...new Set(segments)].flatMap((segment) => listTargets(segment, sources).flatMap(({ about }) => about ?? []))
}

const listTargets = (segment: SegmentId | null, { turns, questions, statements }: NoteSources): readonly NoteTarget[] => [
  { segment, about: null },
  ...turns.filter((turn) => turn.segment === segment).flatMap((turn) => [...listQuestionOf(turn), getTurnTarget(turn)]),
  ...listAnsweredQuestions(questions, segment, turns),
  ...statements
    .filter((statement) => statement.segment === segment)
    .map(({ id }) => ({ segment, about: { kind: 'statement' as const, statement: id } })),
]

/** A question and its answer are two subjects. */
const listQuestionOf = ({ segment, question }: NoteTurn): readonly NoteTarget[] =>
  question === null ? [] : [{ segment, about: { kind: 'question', question } }]

/** Questions answered without a turn, in writing or on notice, in the segment of their label, each with its answer. */
const listAnsweredQuestions = (
  questions: View['questions'],
  segment: SegmentId | null,
  turns: readonly NoteTurn[],
): readonly NoteTarget[] =>
  Object.entries(questions)
    .sort(([, a], [, b]) => (a?.number ?? 0) - (b?.number ?? 0))
    .flatMap(([id, row]) => {
      const question = id as QuestionId
      const answeredWithoutTurn = row && isAnswered(row) && row.segment === segment && !turns.some((turn) => turn.question === question)
      return answeredWithoutTurn ? (['question', 'answer-to'] as const).map((kind) => ({ segment, about: { kind, question } })) : []
    })

const resolveTarget = (target: NoteTarget, { turns, statements }: NoteSources): Omit<TimelineEntry, 'key' | 'points'> => ({
  target,
  turn: findSubjectTurn(turns, target.about) ?? null,
  statement: findStatement(statements, target.about) ?? null,
})

/** Finds the turn of a subject. A question has the turn in which it was answered. */
export const findSubjectTurn = (turns: readonly NoteTurn[], about: NoteSubject | null): NoteTurn | undefined => {
  if (about === null || about.kind === 'statement') return undefined
  return about.kind === 'turn' ? findTurn(turns, about.turn) : turns.findLast((one) => one.question === about.question)
}

export const findStatement = (statements: readonly StatementView[], about: NoteSubject | null): StatementView | undefined =>
  about?.kind === 'statement' ? statements.find(({ id }) => id === about.statement) : undefined

/** Finds the person who answers a question: the speaker of the answer, or the panellist to whom the question is put. */
export const findNoteAnswerer = ({ turns, questions, panellists }: NoteSources, question: QuestionId): NoteTurn['speaker'] =>
  turns.findLast((one) => one.question === question)?.speaker ??
  panellists.find(({ person }) => person === questions[question]?.staff?.assignee) ??
  null

export const findTurn = (turns: readonly NoteTurn[], id: TurnId | null): NoteTurn | undefined => turns.find((turn) => turn.id === id)

/** The whole segment comes first. Entries without a time of their own come last. */
const getSortTime = ({ turn, statement, target: { about } }: TimelineEntry): number => {
  if (about === null) return Number.NEGATIVE_INFINITY
  return turn?.at ?? statement?.filedAt ?? (about.kind === 'turn' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
}
