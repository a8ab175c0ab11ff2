/** The events of one segment, in order, with the notes on them. */
import type { QuestionId, SegmentId, TurnId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { getSubjectKey, getTurnTarget, type ListedNote, type NoteTarget } from '../note-list.ts'
import type { NoteTurn } from '../turns.ts'

export type TimelineEntry = {
  readonly key: string
  readonly target: NoteTarget
  /** Null for the whole segment, and for a subject that only its notes mention. */
  readonly turn: NoteTurn | null
  readonly question: QuestionId | null
  readonly points: readonly ListedNote[]
}

type TimelineSources = { readonly turns: readonly NoteTurn[]; readonly questions: View['questions']; readonly notes: readonly ListedNote[] }

export const buildTimeline = (
  segment: SegmentId | null,
  { turns, questions, notes: points }: TimelineSources,
): readonly TimelineEntry[] => {
  const segmentNotes = points.filter((point) => point.segment === segment)
  const targets = [
    { segment, about: null },
    ...turns.filter((turn) => turn.segment === segment).map(getTurnTarget),
    ...listAnsweredQuestions(questions, segment, turns),
    ...segmentNotes.map(({ about }) => ({ segment, about })),
  ]
  const entries = new Map<string, TimelineEntry>()
  for (const target of targets) {
    const key = getSubjectKey(target.about)
    if (!entries.has(key))
      entries.set(key, { ...resolveTarget(target, turns), key, points: segmentNotes.filter(({ about }) => getSubjectKey(about) === key) })
  }
  return [...entries.values()].sort((a, b) => getSortTime(a) - getSortTime(b))
}

/** Questions answered without a turn, in writing or on notice, in the segment of their label. */
const listAnsweredQuestions = (
  questions: View['questions'],
  segment: SegmentId | null,
  turns: readonly NoteTurn[],
): readonly NoteTarget[] =>
  Object.entries(questions).flatMap(([id, row]) => {
    const question = id as QuestionId
    const answeredWithoutTurn = row?.status === 'answered' && row.segment === segment && !turns.some((turn) => turn.question === question)
    return answeredWithoutTurn ? [{ segment, about: { kind: 'question' as const, question } }] : []
  })

const resolveTarget = ({ segment, about }: NoteTarget, turns: readonly NoteTurn[]): Omit<TimelineEntry, 'key' | 'points'> => {
  const question = about?.kind === 'question' ? about.question : null
  const turn =
    question === null ? findTurn(turns, about?.kind === 'turn' ? about.turn : null) : turns.findLast((one) => one.question === question)
  return { target: { segment, about }, turn: turn ?? null, question }
}

export const findTurn = (turns: readonly NoteTurn[], id: TurnId | null): NoteTurn | undefined => turns.find((turn) => turn.id === id)

/** The whole segment comes first. Entries without a time of their own come last. */
const getSortTime = ({ turn, question, target }: TimelineEntry): number => {
  if (target.about === null) return Number.NEGATIVE_INFINITY
  return turn?.at ?? (question === null ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
}
