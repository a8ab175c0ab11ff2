import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, cell, code, heading, ours, theirs } from './blocks.ts'
import type { Telling } from './report-context.ts'

type Note = SessionRecord['notes'][number]

/** The points, by part of the agenda, then group, then tag. */
export function points(telling: Telling): readonly Block[] {
  const { record, words } = telling
  if (record.notes.length === 0) return []
  const parts = [...record.agenda.map(({ id }) => id), null]
  return [
    heading(1, ours(words.headings.said)),
    ...parts.flatMap((part) => {
      const own = record.notes.filter(({ segment }) => segment === part)
      return own.length === 0 ? [] : [heading(2, telling.part(part)), tableOf(telling, own)]
    }),
  ]
}

function tableOf(telling: Telling, notes: readonly Note[]): Block {
  const { labels } = telling.words
  const { groups, tags } = telling.record
  const place = (list: readonly string[], one: string | null): number => (one === null ? list.length : list.indexOf(one))
  const order = groups.map(({ id }) => id)
  const sorted = [...notes].sort((a, b) => place(order, a.group) - place(order, b.group) || place(tags, a.tag) - place(tags, b.tag))
  return {
    kind: 'table',
    heads: [
      { label: labels.group, parts: 15 },
      { label: labels.tag, parts: 13 },
      { label: labels.point, parts: 32 },
      { label: labels.saidBy, parts: 18 },
      { label: labels.id, parts: 24 },
    ],
    rows: sorted.map(({ group, tag, text, entity, turn, question, id }) => [
      // Of the part as a whole: nobody said it.
      turn === null && question === null ? [] : cell(telling.group(group)),
      cell(telling.tag(tag)),
      text.split('\n').map((line) => [theirs(line)]),
      turn === null && question === null ? [] : cell(telling.who(entity)),
      code(id),
    ]),
  }
}
