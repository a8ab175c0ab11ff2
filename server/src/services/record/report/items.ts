/** The items of the report in order: the topics, and every other part of the agenda in which somebody spoke. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import { listPoints, type Point } from './points.ts'

export type Item = {
  /** The id of the part. Null for everything that was said outside the agenda. */
  readonly id: string | null
  readonly key: string
  /** The number of the topic. Null for panels, open floors and others. */
  readonly topic: number | null
  readonly title: string | null
  readonly segment: SessionRecord['agenda'][number] | null
  /** Interventions and rights of reply by their number. */
  readonly turns: SessionRecord['turns']
  readonly points: readonly Point[]
  readonly questions: SessionRecord['questions']
}

export function listItems(record: SessionRecord): readonly Item[] {
  const topics = record.agenda.filter(isTopic).map(({ id }) => id)
  const turns = record.turns.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number)
  const points = listPoints(record, turns)
  const segments = [...record.agenda, null]
  return segments.flatMap((segment): readonly Item[] => {
    const id = segment?.id ?? null
    const belongs = (one: { readonly segment: string | null }): boolean => one.segment === id
    const item = {
      id,
      key: id ?? 'outside',
      topic: id !== null && topics.includes(id) ? topics.indexOf(id) + 1 : null,
      title: segment?.title ?? null,
      segment,
      turns: turns.filter(belongs),
      points: points.filter(belongs),
      questions: record.questions.filter(belongs),
    }
    const isEmpty = item.turns.length === 0 && item.points.length === 0 && item.questions.every(({ number }) => number === 0)
    return item.topic === null && isEmpty ? [] : [item]
  })
}
