/** The product's own words for columns and values, which a list of people may contain. */

import { formatLanguageName } from '@rostrum/client/text/language-name'
import { mapColumns } from '@rostrum/server/people/roster/column-map'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { listFields } from '@rostrum/shared/contract/people-lists'
import { noGroupSpellings, parseChannel, parseLanguage } from '@rostrum/shared/contract/value-spellings'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { catalogues } from '../support/catalogues.ts'

const getTexts = (id: string) => catalogues[id] ?? expect.fail(`no catalogue ${id}`)

test.each(languageIds)('[P72] the names of columns used on the pages are found in a list: %s', (id) => {
  const texts = getTexts(id)
  const labels = listFields.map((field) => [field, texts[`people.import.field.${field}`]] as const)
  const more = [
    ['entity', texts['join.entity']],
    ['entity', texts['queue.entity']],
    ['entity', getReportText(id).columns.entity],
    ['group', getReportText(id).columns.group],
    ['channel', getReportText(id).columns.channel],
  ] as const
  // One word may mean the whole name, or the given name next to a family name.
  const isPart = (field: string) => field === 'givenName' || field === 'familyName'
  const parts = labels.filter(([field]) => isPart(field)).map(([, label]) => label)
  const unknown = [...labels, ...more].filter(([field, label]) => mapColumns(isPart(field) ? parts : [label], {}).columns[field] === null)
  expect(unknown).toEqual([])
})

test.each(languageIds)('[P72] the values used on the pages are read from a list: %s', (id) => {
  const texts = getTexts(id)
  const places = [texts['channel.room'], texts['channel.remote'], texts['join.whereRoom']]
  expect(places.map(parseChannel)).toEqual(['room', 'remote', 'room'])
  const none = noGroupSpellings.map(foldForSearch)
  expect([texts['group.none'], getReportText(id).labels.noGroup].filter((word) => !none.includes(foldForSearch(word)))).toEqual([])
  expect(languageIds.map((tag) => parseLanguage(formatLanguageName(id, tag)))).toEqual(languageIds)
})
