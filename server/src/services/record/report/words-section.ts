/** The words of each turn, from the captions, in each of their languages. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { getLanguageName } from '../text/language-name.ts'
import { type Block, makeParagraph, ownRun, quotedRun, type RunLine, withFace } from './blocks.ts'
import type { ReportContext } from './report-context.ts'

type Turn = SessionRecord['turns'][number]

export function makeWords(context: ReportContext): readonly Block[] {
  const turns = context.record.turns.filter(({ words }) => words).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  if (turns.length === 0) return []
  return [makeParagraph('lead', context.write('words.lead')), ...turns.flatMap((turn) => makeWordsOfTurn(context, turn))]
}

const makeWordsOfTurn = (context: ReportContext, turn: Turn): readonly Block[] => [
  makeParagraph('table-title', formatTurn(context, turn)),
  ...(turn.words ?? []).flatMap(({ language, text, cut }) => [
    makeParagraph('body', [ownRun(getLanguageName(context.reportText, language), 'emphasis')]),
    makeParagraph('body', [{ ...quotedRun(text), language }]),
    ...(cut ? [makeParagraph('body', withFace(context.write('words.cut'), 'emphasis'))] : []),
  ]),
]

/** Formats a turn as "12. Coastal Forum · 10:32". If it has no number, its kind comes first. */
function formatTurn(context: ReportContext, { number, kind, question, entity, startedAt }: Turn): RunLine {
  const asked = context.getQuestionNumber(question)
  const what = number > 0 ? `${number}. ` : `${context.reportText.kinds[kind]}${asked > 0 ? ` Q${asked}` : ''} · `
  return [ownRun(what), context.formatEntity(entity), ownRun(` · ${context.formatMinute(startedAt)}`)]
}
