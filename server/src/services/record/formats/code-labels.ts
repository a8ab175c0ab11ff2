/** Translates the codes of tables for people. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { getPlainText } from '../report/blocks.ts'
import { getLanguageName } from '../text/language-name.ts'
import type { ReportText } from '../text/report-text.ts'
import type { Column } from './columns.ts'
import { toLanguageKey, totalKey, ungroupedKey } from './figures.ts'

type Dictionary = ReadonlyMap<string, string>

export type CodeLabels = (column: Column, code: string) => string

export function makeCodeLabels({ agenda, groups, turns, captions }: SessionRecord, reportText: ReportText): CodeLabels {
  const segmentTitles = new Map(agenda.map(({ id, title }) => [id, title]))
  const groupLabels = new Map(groups.map(({ id, label }) => [id, label]))
  const { questionOutcomes: outcomeText } = reportText
  const declined = Object.entries(reportText.declineReasons).map(
    ([reason, label]) => [`declined-${reason}`, getPlainText(reportText.write('questionOutcomes.declined', { reason: label }))] as const,
  )
  const languageNames = new Map(
    [...turns.flatMap(({ language }) => language ?? []), ...(captions?.languages ?? [])].map(
      (tag) => [tag, getLanguageName(reportText, tag)] as const,
    ),
  )
  const { declined: _, ...otherOutcomes } = outcomeText
  const dictionaries: Partial<Readonly<Record<Column, Dictionary>>> = {
    source: makeDictionary(reportText.noteSources),
    kind: makeDictionary(reportText.kinds, reportText.segments),
    segment: segmentTitles,
    group: groupLabels,
    supportGroups: groupLabels,
    language: languageNames,
    channel: makeDictionary(reportText.channels),
    requestChannel: makeDictionary(reportText.requestChannels),
    outcome: makeDictionary(reportText.outcomes),
    reason: makeDictionary(reportText.removalReasons, reportText.declineReasons),
    amount: makeDictionary(reportText.amounts),
    spread: makeDictionary(reportText.spreads),
    turnout: makeDictionary(reportText.turnouts),
    response: makeDictionary(reportText.responses),
    one: makeDictionary(reportText.responders),
    status: makeDictionary(reportText.statuses, reportText.senseOutcomes),
    answer: makeDictionary(reportText.answerKinds),
    captions: makeDictionary(reportText.captionedWords),
    figure: makeDictionary(reportText.figures),
    of: new Map([
      ...makeDictionary(otherOutcomes, reportText.outcomes, reportText.answerKinds),
      ...declined,
      ...[...languageNames].map(([language, name]) => [toLanguageKey(language), name] as const),
      [toLanguageKey(null), reportText.labels.languageNotSaid],
      [ungroupedKey, reportText.labels.noGroup],
      [totalKey, reportText.total],
    ]),
  }
  return (column, code) => dictionaries[column]?.get(code) ?? code
}

const makeDictionary = (...all: readonly Readonly<Record<string, string>>[]): Dictionary =>
  new Map(all.flatMap((one) => Object.entries(one)))
