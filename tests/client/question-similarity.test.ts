/** Likely duplicates: the same question in slightly other words is found in every script, another question on the same topic is not. */
import { Likeness } from '@rostrum/client/features/questions/moderation/similarity'
import { describe, expect, it, test } from 'vitest'

type Pair = readonly [string, string]

const same: Readonly<Record<string, readonly Pair[]>> = {
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

/** The same topic, another question. */
const different: Readonly<Record<string, readonly Pair[]>> = {
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

const pairsOf = (table: Readonly<Record<string, readonly Pair[]>>) =>
  Object.entries(table).flatMap(([language, pairs]) => pairs.map(([one, other]) => [language, one, other] as const))
/** All texts of the other pairs stand in the index too. */
const crowd = [...pairsOf(same), ...pairsOf(different)].flatMap(([, one, other]) => [one, other])

const indexOf = (texts: readonly string[]): Likeness<string> => {
  const index = new Likeness<string>()
  index.keep(new Map(texts.map((text) => [text, text])))
  return index
}
const besides = (...pair: string[]) =>
  crowd.filter((text) => !pair.includes(text) && !pairsOf(same).some((other) => shares(other, pair) && other.includes(text)))
const shares = ([, one, other]: readonly string[], pair: readonly string[]) => pair.includes(one ?? '') || pair.includes(other ?? '')

describe('the same question in slightly other words is found, both ways', () => {
  test.each(pairsOf(same))('%s: %s', (_, one, other) => {
    expect(indexOf([one, other]).like(one, one)).toEqual([other])
    expect(indexOf([one, other, ...besides(one, other)]).like(one, one)).toEqual([other])
    expect(indexOf([one, other, ...besides(one, other)]).like(other, other)).toEqual([one])
  })
})

describe('another question on the same topic is not', () => {
  test.each(pairsOf(different))('%s: %s', (_, one, other) => {
    expect(indexOf([one, other]).like(one, one)).toEqual([])
    expect(indexOf([one, other, ...besides(one, other)]).like(one, one)).toEqual([])
    expect(indexOf([one, other]).like(other, other)).toEqual([])
  })
})

it('gives the three most alike, the most alike first, and never the one asked about', () => {
  const index = indexOf([
    'How will the fund pay for community networks?',
    'How will the fund pay for these community networks?',
    'How will the fund finance community networks?',
    'How will the fund pay for our community networks now?',
    'How would the fund pay for community networks?',
  ])
  const alike = index.like('How will the fund pay for community networks?', 'How will the fund pay for community networks?')
  expect(alike).toHaveLength(3)
  expect(alike).not.toContain('How will the fund pay for community networks?')
  expect(alike).not.toContain('How will the fund finance community networks?')
})

it('follows what comes, changes and goes', () => {
  const index = new Likeness<number>()
  const asked = 'When will captions in French be available?'
  index.keep(new Map([[1, 'Who monitors progress after 2030?']]))
  expect(index.like(asked)).toEqual([])
  index.keep(
    new Map([
      [1, 'Who monitors progress after 2030?'],
      [2, 'When will the captions be available in French?'],
    ]),
  )
  expect(index.like(asked)).toEqual([2])
  index.keep(new Map([[1, 'When will the captions be available in French?']]))
  expect(index.like(asked)).toEqual([1])
  index.keep(new Map())
  expect([index.like(asked), index.size]).toEqual([[], 0])
})

it('finds nothing like marks, numbers of nothing, or an empty text', () => {
  expect(indexOf(['???', '!!!', '…']).like('???')).toEqual([])
  expect(indexOf(['Who monitors progress after 2030?']).like('')).toEqual([])
})

const who = ['The fund', 'The secretariat', 'Each region', 'The forum', 'Civil society', 'The panel', 'A government', 'The next review']
const does = ['supports', 'publishes', 'measures', 'translates', 'finances', 'monitors', 'extends', 'protects']
const what = [
  'community networks',
  'open data',
  'accessibility',
  'local content',
  'children online',
  'rural access',
  'small islands',
  'languages',
]
const how = ['after 2030', 'next year', 'in rural areas', 'for women', 'without new money', 'in every region', 'by law', 'at home']
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? ''
const many = Array.from({ length: 2000 }, (_, i) =>
  [0, 1, 2]
    .map((part) =>
      [who, does, what, how].map((list, word) => pick(list, (i + 1) * (part + 3) + (i >> (word * 2)) * (word + part + 1))).join(' '),
    )
    .join('; '),
)

/** Of the processor, in milliseconds: what else the machine does is not counted. */
const cost = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

it('takes 2,000 questions of 40 words in less than a second and answers in less than 20 ms', () => {
  const texts = new Map(many.map((text, index) => [index, text]))
  const index = new Likeness<number>()
  expect(cost(() => index.keep(texts))).toBeLessThan(1000)
  const asked = Array.from({ length: 50 }, (_, i) => i * 37)
  expect(cost(() => asked.map((id) => index.like(many[id] ?? '', id))) / asked.length).toBeLessThan(20)
})

it('costs little where one more has come', () => {
  const texts = new Map(many.map((text, index) => [index, text]))
  const index = new Likeness<number>()
  index.keep(texts)
  const more = Array.from({ length: 9 }, (_, count) => [2000 + count, `Who monitors progress after ${2030 + count}?`] as const)
  const each = cost(() => {
    for (const one of more) {
      texts.set(...one)
      index.keep(texts)
    }
  })
  expect(each / more.length).toBeLessThan(20)
  expect(index.like('Who will monitor the progress after 2030?')[0]).toEqual(2000)
})

it('finds the same question also where hundreds have asked it', () => {
  const flood = new Map(
    Array.from({ length: 2000 }, (_, index) => [index, index < 900 ? 'Who monitors progress after 2030?' : (many[index] ?? '')]),
  )
  const index = new Likeness<number>()
  index.keep(flood)
  expect(index.like('Who will monitor progress after 2030?')).toHaveLength(3)
})
