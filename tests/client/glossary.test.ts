/** Texts of each language use the words of docs/glossary.md, and never a word that the glossary rules out. */
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { glossary, makeFinder, moreEnglish, readWords } from '../support/glossary.ts'
import { productTexts } from '../support/product-texts.ts'

const getRows = (language: LanguageId) => glossary.get(language) ?? []
const getTexts = (language: LanguageId) => [...(productTexts.get(language) ?? [])].map(([key, text]) => [key, readWords(text)] as const)
const others = languageIds.filter((language) => language !== 'en')

/** The least share of texts that use a glossary word if the English text does. The other texts rephrase the sentence. */
const leastShare = 2 / 3

test('[V76] the glossary has every word in every language', () => {
  const words = getRows('en').map(({ english }) => english)
  expect(words.length).toBeGreaterThan(40)
  for (const language of others) expect([language, getRows(language).map(({ english }) => english)]).toEqual([language, words])
})

test.each(languageIds)('[V76] no text uses a word that the glossary rules out: %s', (language) => {
  const right = makeFinder(
    language,
    getRows(language).flatMap(({ written, never }) => written.filter((form) => form.includes(' ') && !never.includes(form))),
  )
  const wrong = getRows(language).filter(({ never }) => never.length > 0)
  expect(wrong.length).toBeGreaterThan(5)
  const found = getTexts(language).flatMap(([key, text]) =>
    wrong.flatMap(({ english, never }) =>
      (text.replace(right, '·').match(makeFinder(language, never)) ?? []).map((word) => `${key}: ${word} (${english})`),
    ),
  )
  expect(found).toEqual([])
})

test('[V76] no English text uses a word that is ruled out for one of the further English words', () => {
  expect(moreEnglish.size).toBeGreaterThan(25)
  const found = getTexts('en').flatMap(([key, text]) =>
    [...moreEnglish].flatMap(([word, never]) => (text.match(makeFinder('en', never)) ?? []).map((form) => `${key}: ${form} (${word})`)),
  )
  expect(found).toEqual([])
})

test.each(others)('[V76] each word of the glossary is used where the English uses it: %s', (language) => {
  const texts = new Map(getTexts(language))
  const lacking = getRows('en').flatMap(({ english, written }, index) => {
    if (written.length === 0) return []
    const said = getTexts('en').filter(([, text]) => text.search(makeFinder('en', written)) >= 0)
    const finder = makeFinder(language, getRows(language)[index]?.written ?? [])
    const without = said.filter(([key]) => (texts.get(key) ?? '').search(finder) < 0).map(([key]) => key)
    const fails = said.length === 0 || without.length > said.length * (1 - leastShare)
    return fails ? [`${english}: not in ${without.join(', ')}`] : []
  })
  expect(lacking).toEqual([])
})
