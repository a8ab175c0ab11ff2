/** All texts of the product in a language: pages and script, record and documents, mail. */

import { invitationTexts } from '@rostrum/server/services/mail/invitation-text'
import { arSentences } from '@rostrum/server/services/record/text/ar-sentences'
import { enSentences } from '@rostrum/server/services/record/text/en-sentences'
import { esSentences } from '@rostrum/server/services/record/text/es-sentences'
import { frSentences } from '@rostrum/server/services/record/text/fr-sentences'
import { getReportText } from '@rostrum/server/services/record/text/report-texts'
import { ruSentences } from '@rostrum/server/services/record/text/ru-sentences'
import { zhSentences } from '@rostrum/server/services/record/text/zh-sentences'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { catalogues } from './catalogues.ts'

const sentences: Readonly<Record<LanguageId, object>> = {
  en: enSentences,
  fr: frSentences,
  es: esSentences,
  ar: arSentences,
  zh: zhSentences,
  ru: ruSentences,
}

/** Entries that are not words: the tag of the language, its direction, and functions that write more than one text. */
const notWords = /^record\/(tag|direction|date|moment|inText|dayOfWeek|write|chapterNumber|annexNumber|sectionLetter)$/

/** Collects texts. A text made by a function contains the names of its arguments, so it reads the same in every language. */
function collectTexts(path: string, value: unknown, into: Map<string, string>): void {
  if (notWords.test(path)) return
  if (typeof value === 'string') into.set(path, value)
  else if (typeof value === 'function') into.set(path, String(value('{a}', '{b}')))
  else for (const [key, each] of Object.entries(value as object)) collectTexts(`${path}/${key}`, each, into)
}

function collectLanguage(language: LanguageId): ReadonlyMap<string, string> {
  const texts = new Map<string, string>(Object.entries(catalogues[language] ?? {}))
  collectTexts('record', getReportText(language), texts)
  collectTexts('record', sentences[language], texts)
  collectTexts('mail', invitationTexts[language], texts)
  return texts
}

/** The texts by language and key. Keys of the record and of the mail start with their name and a slash. */
export const productTexts: ReadonlyMap<LanguageId, ReadonlyMap<string, string>> = new Map(
  languageIds.map((id) => [id, collectLanguage(id)]),
)
