/**
 * Likely duplicates: the same question in slightly different words is found in every script. Another question on the topic is not found.
 */
import { SimilarityIndex } from '@rostrum/client/features/questions/moderation/similarity'
import { describe, expect, test } from 'vitest'
import { manyTexts } from '../support/many-questions.ts'

type Pair = readonly [string, string]

const samePairs: Readonly<Record<string, readonly Pair[]>> = {
  en: [
    ['How will the fund pay for community networks?', 'How will the fund finance community networks?'],
    ['Can the review publish how each input was addressed?', 'Could the review publish how each of the inputs was addressed?'],
    ['When will the captions be available in French?', 'When will captions in French be available?'],
    ['Who monitors progress after 2030?', 'Who will monitor the progress after 2030?'],
  ],
  fr: [
    ['Quel rôle pour les commissions régionales dans le suivi ?', 'Quel sera le rôle des commissions régionales dans le suivi ?'],
    ['Comment les réseaux communautaires seront-ils financés ?', 'Comment seront financés les réseaux communautaires ?'],
    ['Les contributions écrites seront-elles publiées une par une ?', 'Est-ce que les contributions écrites seront publiées une par une'],
  ],
  es: [
    ['¿Cómo se financiarán las redes comunitarias?', '¿Cómo se van a financiar las redes comunitarias?'],
    ['¿Quién supervisará la aplicación del acuerdo?', 'Quien supervisara la aplicacion de este acuerdo'],
    ['¿Se publicarán las contribuciones una por una?', '¿Van a publicarse las contribuciones una por una?'],
  ],
  ru: [
    ['Как будут финансироваться общинные сети?', 'Как будет финансироваться общинная сеть?'],
    ['Кто будет следить за выполнением соглашения?', 'Кто следит за выполнением этого соглашения?'],
    ['Будут ли опубликованы все письменные материалы?', 'Опубликуют ли все письменные материалы?'],
  ],
  ar: [
    ['كيف ستُموَّل الشبكات المجتمعية؟', 'كيف سيتم تمويل الشبكات المجتمعية؟'],
    ['من سيرصد تنفيذ الاتفاق بعد عام 2030؟', 'من الذي سيرصد تنفيذ هذا الاتفاق بعد ٢٠٣٠؟'],
    ['هل ستُنشر الإسهامات الخطية واحدة واحدة؟', 'هل تنشر الاسهامات الخطيه واحدة واحدة'],
  ],
  zh: [
    ['社区网络将如何获得资金？', '社区网络如何获得资金支持？'],
    ['谁来监督2030年之后的进展？', '2030年之后的进展由谁监督？'],
    ['书面意见会逐一公布吗？', '各方书面意见是否会逐一公布？'],
  ],
}

/** Questions on the same topic that differ from the original. */
const differentPairs: Readonly<Record<string, readonly Pair[]>> = {
  en: [
    ['How will the fund pay for community networks?', 'Which community networks closed after the first year?'],
    ['Can the review publish how each input was addressed?', 'Which lessons were not carried into later reviews?'],
    ['Who monitors progress after 2030?', 'What progress was made before 2015?'],
    ['Will contributions be published one by one?', 'Will written contributions be accepted after the session?'],
  ],
  fr: [
    ['Quel rôle pour les commissions régionales dans le suivi ?', 'Quand les commissions régionales se réuniront-elles ?'],
    ['Comment les réseaux communautaires seront-ils financés ?', 'Combien de réseaux communautaires ont fermé en 2024 ?'],
    ['Les contributions écrites seront-elles publiées une par une ?', 'Quelle est la longueur permise des contributions écrites ?'],
  ],
  es: [
    ['¿Cómo se financiarán las redes comunitarias?', '¿Cuántas redes comunitarias cerraron el año pasado?'],
    ['¿Quién supervisará la aplicación del acuerdo?', '¿Cuándo entra en vigor el acuerdo?'],
    ['¿Se publicarán las contribuciones una por una?', '¿Hasta cuándo se aceptan contribuciones?'],
  ],
  ru: [
    ['Как будут финансироваться общинные сети?', 'Сколько общинных сетей закрылось в прошлом году?'],
    ['Кто будет следить за выполнением соглашения?', 'Когда соглашение вступит в силу?'],
    ['Будут ли опубликованы все письменные материалы?', 'На каких языках принимаются письменные материалы?'],
  ],
  ar: [
    ['كيف ستُموَّل الشبكات المجتمعية؟', 'كم عدد الشبكات المجتمعية التي أُغلقت العام الماضي؟'],
    ['من سيرصد تنفيذ الاتفاق بعد عام 2030؟', 'متى يدخل الاتفاق حيز النفاذ؟'],
    ['هل ستُنشر الإسهامات الخطية واحدة واحدة؟', 'ما هو الحد الأقصى لطول الإسهامات الخطية؟'],
  ],
  zh: [
    ['社区网络将如何获得资金？', '去年有多少社区网络关闭了？'],
    ['谁来监督2030年之后的进展？', '2015年之前取得了哪些成果？'],
    ['书面意见会逐一公布吗？', '书面意见的字数限制是多少？'],
  ],
}

const listPairs = (table: Readonly<Record<string, readonly Pair[]>>) =>
  Object.entries(table).flatMap(([language, pairs]) => pairs.map(([one, other]) => [language, one, other] as const))
/** The index also contains the texts of all other pairs. */
const allTexts = [...listPairs(samePairs), ...listPairs(differentPairs)].flatMap(([, one, other]) => [one, other])

const buildIndex = (texts: readonly string[]): SimilarityIndex<string> => {
  const index = new SimilarityIndex<string>()
  index.replaceAll(new Map(texts.map((text) => [text, text])))
  return index
}
const listOthers = (...pair: string[]) =>
  allTexts.filter(
    (text) => !pair.includes(text) && !listPairs(samePairs).some((other) => hasCommonText(other, pair) && other.includes(text)),
  )
const hasCommonText = ([, one, other]: readonly string[], pair: readonly string[]) => pair.includes(one ?? '') || pair.includes(other ?? '')

describe('the same question in slightly different words is found, both ways', () => {
  test.each(listPairs(samePairs))('%s: %s', (_, one, other) => {
    expect(buildIndex([one, other]).findSimilar(one, one)).toEqual([other])
    expect(buildIndex([one, other, ...listOthers(one, other)]).findSimilar(one, one)).toEqual([other])
    expect(buildIndex([one, other, ...listOthers(one, other)]).findSimilar(other, other)).toEqual([one])
  })
})

describe('a different question on the same topic is not found', () => {
  test.each(listPairs(differentPairs))('%s: %s', (_, one, other) => {
    expect(buildIndex([one, other]).findSimilar(one, one)).toEqual([])
    expect(buildIndex([one, other, ...listOthers(one, other)]).findSimilar(one, one)).toEqual([])
    expect(buildIndex([one, other]).findSimilar(other, other)).toEqual([])
  })
})

test('returns the three most similar questions, the most similar first, and never the question itself', () => {
  const index = buildIndex([
    'How will the fund pay for community networks?',
    'How will the fund pay for these community networks?',
    'How will the fund finance community networks?',
    'How will the fund pay for our community networks now?',
    'How would the fund pay for community networks?',
  ])
  const alike = index.findSimilar('How will the fund pay for community networks?', 'How will the fund pay for community networks?')
  expect(alike).toHaveLength(3)
  expect(alike).not.toContain('How will the fund pay for community networks?')
  expect(alike).not.toContain('How will the fund finance community networks?')
})

test('follows added, changed and removed questions', () => {
  const index = new SimilarityIndex<number>()
  const asked = 'When will captions in French be available?'
  index.replaceAll(new Map([[1, 'Who monitors progress after 2030?']]))
  expect(index.findSimilar(asked)).toEqual([])
  index.replaceAll(
    new Map([
      [1, 'Who monitors progress after 2030?'],
      [2, 'When will the captions be available in French?'],
    ]),
  )
  expect(index.findSimilar(asked)).toEqual([2])
  index.replaceAll(new Map([[1, 'When will the captions be available in French?']]))
  expect(index.findSimilar(asked)).toEqual([1])
  index.replaceAll(new Map())
  expect([index.findSimilar(asked), index.size]).toEqual([[], 0])
})

test('finds nothing for punctuation alone, or for an empty text', () => {
  expect(buildIndex(['???', '!!!', '…']).findSimilar('???')).toEqual([])
  expect(buildIndex(['Who monitors progress after 2030?']).findSimilar('')).toEqual([])
})

test('finds the same question even if hundreds of people have asked it', () => {
  const flood = new Map(
    Array.from({ length: 2000 }, (_, index) => [index, index < 900 ? 'Who monitors progress after 2030?' : (manyTexts[index] ?? '')]),
  )
  const index = new SimilarityIndex<number>()
  index.replaceAll(flood)
  expect(index.findSimilar('Who will monitor progress after 2030?')).toHaveLength(3)
})
