/** The words of each turn, from the captions, in each of their languages. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, RecordPageContent, RunLine } from '@rostrum/shared/contract/report-blocks'
import { getLanguageName } from '../text/language-name.ts'
import { makeParagraph, ownRun, quotedRun, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

type Turn = SessionRecord['turns'][number]

export function makeWords(context: ReportContext): readonly Block[] {
  const all = listWords(context)
  if (all.length === 0) return []
  return [
    makeParagraph('lead', context.write('words.lead')),
    ...(context.isPage ? [] : all.flatMap((turn) => makeWordsOfTurn(context, turn))),
  ]
}

export const listWords = (context: ReportContext): RecordPageContent['words'] =>
  context.record.turns
    .flatMap((turn) => (turn.words === undefined ? [] : [{ ...turn, words: turn.words }]))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .map((turn) => ({
      id: turn.id,
      title: formatTurn(context, turn),
      texts: turn.words.map(({ language, text, cut }) => ({
        language,
        line: [{ ...quotedRun(text), language }],
        cut: cut ? withFace(context.write('words.cut'), 'emphasis') : [],
      })),
    }))

const makeWordsOfTurn = ({ reportText }: ReportContext, { title, texts }: RecordPageContent['words'][number]): readonly Block[] => [
  makeParagraph('table-title', title),
  ...texts.flatMap(({ language, line, cut }) => [
    makeParagraph('body', [ownRun(getLanguageName(reportText, language), 'emphasis')]),
    makeParagraph('body', line),
    ...(cut.length > 0 ? [makeParagraph('body', cut)] : []),
  ]),
]

/** Formats a turn as "12. Coastal Forum · 10:32". If it has no number, its kind comes first. */
function formatTurn(context: ReportContext, { number, kind, question, startedAt, ...turn }: Turn): RunLine {
  const asked = context.getQuestionNumber(question)
  const what = number > 0 ? `${number}. ` : `${context.reportText.kinds[kind]}${asked > 0 ? ` Q${asked}` : ''} · `
  return [ownRun(what), ...context.formatEntity(turn), ownRun(` · ${context.formatMinute(startedAt)}`)]
}
