import type { SessionRecord } from '@rostrum/shared/contract/record'
import { around, type Block, type Cell, cell, code, heading, ours } from './blocks.ts'
import type { Telling } from './report-context.ts'
import { clockOf } from './venue-clock.ts'

type Turn = SessionRecord['turns'][number]

/** Every turn at the floor with its clock, by part of the agenda. */
export function interventions(telling: Telling): readonly Block[] {
  const { record, words } = telling
  if (record.turns.length === 0) return []
  const parts = [...record.agenda.map(({ id }) => id), null]
  return [
    heading(1, ours(words.headings.interventions)),
    ...parts.flatMap((part) => {
      const own = record.turns.filter(({ segment }) => segment === part)
      return own.length === 0 ? [] : [heading(2, telling.part(part)), tableOf(telling, own)]
    }),
  ]
}

function tableOf(telling: Telling, turns: readonly Turn[]): Block {
  const { labels } = telling.words
  return {
    kind: 'table',
    heads: [
      { label: labels.time, parts: 11, figures: true },
      { label: labels.speaker, parts: 22 },
      { label: labels.group, parts: 16 },
      { label: labels.from, parts: 9 },
      { label: labels.used, parts: 10, figures: true },
      { label: labels.limit, parts: 8, figures: true },
      { label: labels.over, parts: 9, figures: true },
      { label: labels.id, parts: 24 },
    ],
    rows: turns.map((turn) => [
      cell(ours(telling.clock.at(turn.startedAt).time)),
      speaker(telling, turn),
      turn.entity === null ? [] : cell(telling.group(turn.group)),
      telling.channel(turn.channel),
      cell(ours(clockOf(turn.usedSeconds))),
      cell(ours(clockOf(turn.limitSeconds))),
      cell(ours(turn.overSeconds === 0 ? '' : clockOf(turn.overSeconds))),
      code(turn.id),
    ]),
  }
}

/** Who, for whom besides, and what it was where it was no intervention. */
function speaker(telling: Telling, { entity, behalf, kind, question }: Turn): Cell {
  const { kinds, jointly, answerTo } = telling.words
  const number = telling.numberOf(question)
  return [
    // An answer that nobody was asked to give has no speaker.
    ...(kind === 'answer' && entity === null ? [] : [[telling.who(entity)]]),
    ...behalf.map((other) => around(jointly, other)),
    ...(kind === 'intervention' ? [] : [[ours(kind === 'answer' && number > 0 ? answerTo(number) : kinds[kind])]]),
  ]
}
