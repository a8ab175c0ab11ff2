/** What happened in one part of the agenda, in order, with the points that were written for it. */
import type { QuestionId, SegmentId, TurnId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { keyOf, type Point, type Target, targetOf } from '../note-list.ts'
import type { Turn } from '../turns.ts'

export type Entry = {
  readonly key: string
  readonly target: Target
  /** Null for the part as a whole, and for what is known by its points alone. */
  readonly turn: Turn | null
  readonly question: QuestionId | null
  readonly points: readonly Point[]
}

type Known = { readonly turns: readonly Turn[]; readonly questions: View['questions']; readonly points: readonly Point[] }

export const entriesOf = (segment: SegmentId | null, { turns, questions, points }: Known): readonly Entry[] => {
  const here = points.filter((point) => point.segment === segment)
  const targets = [
    { segment, about: null },
    ...turns.filter((turn) => turn.segment === segment).map(targetOf),
    ...settled(questions, segment, turns),
    ...here.map(({ about }) => ({ segment, about })),
  ]
  const entries = new Map<string, Entry>()
  for (const target of targets) {
    const key = keyOf(target.about)
    if (!entries.has(key)) entries.set(key, { ...known(target, turns), key, points: here.filter(({ about }) => keyOf(about) === key) })
  }
  return [...entries.values()].sort((a, b) => timeOf(a) - timeOf(b))
}

/** Answered without a turn of its own, in writing or on notice, in the part that it was labelled with. */
const settled = (questions: View['questions'], segment: SegmentId | null, turns: readonly Turn[]): readonly Target[] =>
  Object.entries(questions).flatMap(([id, row]) => {
    const question = id as QuestionId
    const apart = row?.status === 'answered' && row.segment === segment && !turns.some((turn) => turn.question === question)
    return apart ? [{ segment, about: { kind: 'question' as const, question } }] : []
  })

const known = ({ segment, about }: Target, turns: readonly Turn[]): Omit<Entry, 'key' | 'points'> => {
  const question = about?.kind === 'question' ? about.question : null
  const turn =
    question === null ? turnIn(turns, about?.kind === 'turn' ? about.turn : null) : turns.findLast((one) => one.question === question)
  return { target: { segment, about }, turn: turn ?? null, question }
}

export const turnIn = (turns: readonly Turn[], id: TurnId | null): Turn | undefined => turns.find((turn) => turn.id === id)

/** The part as a whole comes first; what has no time of its own, last. */
const timeOf = ({ turn, question, target }: Entry): number => {
  if (target.about === null) return Number.NEGATIVE_INFINITY
  return turn?.at ?? (question === null ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
}
