import type { SessionRecord } from '@rostrum/shared/contract/record'
import { type Block, type Cell, cell, heading, ours, paragraph } from './blocks.ts'
import type { Telling } from './report-context.ts'
import { clockOf } from './venue-clock.ts'

type Share = Omit<SessionRecord['statistics']['groups'][number], 'group'>

/** Requests, turns, time and waits, by group and by channel. */
export function heard(telling: Telling): readonly Block[] {
  const { record, words } = telling
  const { groups, channels, waits } = record.statistics
  const { headings } = words
  return [
    heading(1, ours(headings.heard)),
    ...(waits === null ? [] : [paragraph(ours(words.waits(clockOf(waits.median), clockOf(waits.longest))))]),
    heading(2, ours(headings.byGroup)),
    tableOf(
      telling,
      words.labels.group,
      groups.map((share) => [cell(telling.group(share.group)), share]),
    ),
    heading(2, ours(headings.byChannel)),
    tableOf(
      telling,
      words.labels.channel,
      channels.map((share) => [telling.channel(share.channel), share]),
    ),
  ]
}

function tableOf({ words: { labels } }: Telling, first: string, shares: readonly (readonly [Cell, Share])[]): Block {
  const figure = (label: string) => ({ label, parts: 2, figures: true })
  return {
    kind: 'table',
    heads: [{ label: first, parts: 4 }, ...[labels.requests, labels.heard, labels.spoken, labels.median, labels.longest].map(figure)],
    rows: shares.map(([name, { requests, heard: those, spokenSeconds, waits }]) => [
      name,
      ...[
        `${requests}`,
        `${those}`,
        clockOf(spokenSeconds),
        waits === null ? '' : clockOf(waits.median),
        waits === null ? '' : clockOf(waits.longest),
      ].map((text) => cell(ours(text))),
    ]),
  }
}
