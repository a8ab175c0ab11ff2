import type { SessionRecord } from '@rostrum/shared/contract/record'
import { around, type Block, cell, heading, type Line, ours } from './blocks.ts'
import type { Telling } from './report-context.ts'
import { clockOf } from './venue-clock.ts'

type Decision = SessionRecord['decisions'][number]

/** What one must know to read the figures. */
export function decisions(telling: Telling): readonly Block[] {
  const { record, words } = telling
  if (record.decisions.length === 0) return []
  return [
    heading(1, ours(words.headings.decisions)),
    {
      kind: 'table',
      heads: [
        { label: words.labels.time, parts: 2, figures: true },
        { label: words.labels.decision, parts: 12 },
      ],
      rows: record.decisions.map((decision) => [cell(ours(telling.clock.at(decision.at).time)), [inWords(telling, decision)]]),
    },
  ]
}

function inWords(telling: Telling, { what, choice, seconds }: Decision): Line {
  const { decided, orders, remedies } = telling.words
  switch (what) {
    case 'limit':
      return limitInWords(telling, choice ?? 'everyone', seconds)
    case 'order':
      return [ours(decided.order(wordOf(orders, choice)))]
    case 'remedy':
      return [ours(decided.remedy(wordOf(remedies, choice)))]
    default:
      return [ours(decided[what])]
  }
}

/** For everybody, a kind, a channel, or a group, whose name is not ours. */
function limitInWords(telling: Telling, whose: string, seconds: number | null): Line {
  const { decided, limits, channels } = telling.words
  const say = (name: string): string => (seconds === null ? decided.limitGone(name) : decided.limit(name, clockOf(seconds)))
  const known: Readonly<Record<string, string>> = { ...limits, ...channels }
  const name = Object.hasOwn(known, whose) ? known[whose] : undefined
  return name === undefined ? around(say, telling.group(whose).text) : [ours(say(name))]
}

const wordOf = (words: Readonly<Record<string, string>>, choice: string | null): string =>
  choice !== null && Object.hasOwn(words, choice) ? (words[choice] ?? choice) : (choice ?? '')
