import { type Block, cell, heading, ours, paragraph, theirs } from './blocks.ts'
import type { Telling } from './report-context.ts'
import { clockOf } from './venue-clock.ts'

/** Planned beside actual. */
export function agenda(telling: Telling): readonly Block[] {
  const { record, words } = telling
  const { labels, headings } = words
  const rows = record.agenda.map(({ kind, title, planned, actual }) => [
    [[theirs(title)], ...(title === words.segments[kind] ? [] : [[ours(words.segments[kind])]])],
    telling.minute(planned.startsAt),
    cell(ours(clockOf(planned.seconds))),
    actual === null ? cell(ours(words.outcomes['not-reached'])) : telling.minute(actual.beganAt),
    cell(ours(actual === null ? '' : clockOf(actual.seconds))),
  ])
  return [
    heading(1, ours(headings.agenda)),
    {
      kind: 'table',
      heads: [
        { label: labels.part, parts: 7 },
        { label: labels.planned, parts: 2, figures: true },
        { label: labels.minutes, parts: 2, figures: true },
        { label: labels.actual, parts: 2, figures: true },
        { label: labels.minutes, parts: 2, figures: true },
      ],
      rows,
    },
    ...record.agenda.flatMap(({ title, question }) =>
      question === null ? [] : [paragraph(ours(`${labels.guiding} · `), theirs(title)), paragraph(theirs(question))],
    ),
  ]
}
