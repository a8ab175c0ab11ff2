/** Those who were not reached, what they filed, and everything that was asked for. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, cell, code, heading, ours, paragraph, theirs } from './blocks.ts'
import type { Telling } from './report-context.ts'
import { clockOf } from './venue-clock.ts'

export function notReached(telling: Telling): readonly Block[] {
  const { record, words } = telling
  const { labels } = words
  const those = record.requests.filter(({ outcome }) => outcome === 'not-reached')
  if (those.length === 0) return []
  const filed = new Set(record.statements.flatMap(({ request }) => request ?? []))
  return [
    heading(1, ours(words.headings.notReached)),
    {
      kind: 'table',
      heads: [
        { label: labels.speaker, parts: 30 },
        { label: labels.group, parts: 18 },
        { label: labels.asked, parts: 10, figures: true },
        { label: labels.statement, parts: 13 },
        { label: labels.id, parts: 24 },
      ],
      rows: those.map(({ id, entity, group, askedAt }) => [
        cell(theirs(entity)),
        cell(telling.group(group)),
        telling.minute(askedAt),
        cell(ours(filed.has(id) ? labels.received : labels.invited)),
        code(id),
      ]),
    },
  ]
}

/** In full, as they were written. */
export function statements(telling: Telling): readonly Block[] {
  const { record, words } = telling
  if (record.statements.length === 0) return []
  return [
    heading(1, ours(words.headings.statements)),
    ...record.statements.flatMap(({ id, entity, group, filedAt, words: count, text }) => {
      return [
        heading(2, theirs(entity)),
        paragraph(telling.group(group)),
        paragraph(ours(`${telling.moment(filedAt)} · ${words.words(count)}`)),
        paragraph(ours(id, 'code')),
        ...text.split('\n').flatMap((line) => (line === '' ? [] : [paragraph(theirs(line))])),
      ]
    }),
  ]
}

export function requests(telling: Telling): readonly Block[] {
  const { record, words } = telling
  const { labels } = words
  if (record.requests.length === 0) return []
  return [
    heading(1, ours(words.headings.requests)),
    {
      kind: 'table',
      heads: [
        { label: labels.asked, parts: 10, figures: true },
        { label: labels.speaker, parts: 24 },
        { label: labels.group, parts: 15 },
        { label: labels.from, parts: 9 },
        { label: labels.outcome, parts: 14 },
        { label: labels.wait, parts: 8, figures: true },
        { label: labels.id, parts: 24 },
      ],
      rows: record.requests.map((request) => [
        cell(ours(telling.clock.at(request.askedAt).time)),
        [[theirs(request.entity)], ...(request.kind === 'intervention' ? [] : [[ours(words.kinds[request.kind])]])],
        cell(telling.group(request.group)),
        telling.channel(request.channel),
        cell(ours(outcomeOf(telling, request))),
        cell(ours(request.waitSeconds === null ? '' : clockOf(request.waitSeconds))),
        code(request.id),
      ]),
    },
  ]
}

const outcomeOf = ({ words }: Telling, { outcome, reason }: SessionRecord['requests'][number]): string =>
  reason === null ? words.outcomes[outcome] : words.because(words.outcomes[outcome], words.removals[reason])
