/** All texts of the product in a language: pages and script, record and documents, mail. */

import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { catalogues, readMessages } from './catalogues.ts'

const files = { report: 'record', columns: 'record', mail: 'mail' }

const collectLanguage = (language: LanguageId): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(catalogues[language]),
    ...Object.entries(files).flatMap(([file, name]) =>
      Object.entries(readMessages(language, file)).map(([key, text]) => [`${name}/${key}`, text] as const),
    ),
  ])

/** The texts by language and key. Keys of the record and of the mail start with their name and a slash. */
export const productTexts: ReadonlyMap<LanguageId, ReadonlyMap<string, string>> = new Map(
  languageIds.map((id) => [id, collectLanguage(id)]),
)
