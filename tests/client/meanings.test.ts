/** Words whose meaning differs between languages: what they must not say, and one word for one thing. */
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { catalogues, keys, readMessages } from '../support/catalogues.ts'

/** Roots of "agree", "approve", "support", "in favour" and "vote". */
const agreement = {
  en: /agree|approv|support|favour|vot/i,
  fr: /accord|approuv|soutien|soutenir|favorable|vot|pour\b/i,
  es: /acuerdo|aprob|apoy|favor|vot/i,
  ru: /соглас|одобр|поддерж|голос|\bза\b/i,
  ar: /موافق|أوافق|أؤيد|تأييد|تصويت/,
  zh: /同意|赞同|赞成|支持|表决|投票/,
} as const

test.each(languageIds)('[V130] no answer to the sense of the room says that somebody agrees: %s', (language) => {
  const report = readMessages(language, 'report')
  for (const kind of responseKinds)
    for (const text of [catalogues[language][`sense.${kind}`], report[`responses.${kind}`] ?? ''])
      expect([kind, text]).toEqual([kind, expect.not.stringMatching(agreement[language])])
})

test('[V130] no Russian text puts somebody out of turn', () => {
  const texts = keys.map((key) => catalogues.ru[key])
  expect(texts.filter((text) => /вне очереди|без очереди|внеочеред/i.test(text))).toEqual([])
})

const captions = { fr: /sous-titr/i, es: /subt[íi]tul/i, ru: /субтитр/i, ar: /عرض نصي|لعرض النصي|عرضاً نصياً/, zh: /字幕/ } as const

test.each(['fr', 'es', 'ru', 'ar', 'zh'] as const)('[V131] captions have one word: %s', (language) => {
  const named = keys.filter((key) => /\bcaptions\b/i.test(catalogues.en[key]))
  expect(named.length).toBeGreaterThan(20)
  const others = named.map((key) => `${key}: ${catalogues[language][key]}`).filter((text) => !captions[language].test(text))
  expect(others).toEqual([])
})
