// @vitest-environment jsdom

import type { Catalogue, MessageKey } from '@rostrum/client/text/catalogue'
import { getGroupName } from '@rostrum/client/text/group-name'
import { preferredLanguage, uiLanguages } from '@rostrum/client/text/language-files'
import { messages as arabic } from '@rostrum/client/text/languages/ar'
import { messages as english } from '@rostrum/client/text/languages/en'
import { messages as spanish } from '@rostrum/client/text/languages/es'
import { messages as french } from '@rostrum/client/text/languages/fr'
import { messages as russian } from '@rostrum/client/text/languages/ru'
import { messages as chinese } from '@rostrum/client/text/languages/zh'
import { Messages, type Translate } from '@rostrum/client/text/messages'
import { getPlaceName } from '@rostrum/client/text/place-name'
import { formatSpeakingTime } from '@rostrum/client/text/speaking-time'
import { getText, loadLanguage } from '@rostrum/client/text/text'
import { formatDuration, formatExactTime, formatTime, formatTimeSpan } from '@rostrum/client/text/times'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { rejections } from '@rostrum/shared/contract/rejections'
import { afterEach, describe, expect, test } from 'vitest'

const catalogues: Readonly<Record<string, Catalogue>> = { ar: arabic, en: english, es: spanish, fr: french, zh: chinese, ru: russian }
const makeMessages = (id: string) => new Messages(id, catalogues[id] as Catalogue, id === 'ar' ? 'rtl' : 'ltr')
const keys = Object.keys(english) as MessageKey[]

const categories = 'zero|one|two|few|many|other'
const isBranch = (before: string) => new RegExp(`(?:${categories}|=\\d+) $`).test(before)

/** Placeholder names and tags of a message, found without the library that formats it. */
const findPlaceholders = (message: string): string[] => {
  const names = [...message.matchAll(/\{(\w+)(?:\}|,)/g)]
    .filter((match) => !isBranch(message.slice(0, match.index)))
    .map((match) => match[1] as string)
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`)
  return [...new Set([...names, ...tags])].sort()
}

/** Values for every placeholder: `n` for a count in either language, and its own name for any other placeholder. */
const makeValues = (key: MessageKey, catalogue: Catalogue, n: number): Record<string, string | number> => {
  const counted = (name: string) => [english[key], catalogue[key]].some((message) => message.includes(`{${name}, `))
  const names = findPlaceholders(english[key]).filter((name) => !name.startsWith('<'))
  return Object.fromEntries(names.map((name) => [name, counted(name) ? n : name]))
}

afterEach(() => localStorage.clear())

describe.each(Object.entries(catalogues))('the catalogue %s', (id, catalogue) => {
  const messages = makeMessages(id)

  test('has every message of the English one and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort())
  })

  test('takes the same placeholders as the English one in every message', () => {
    const differing = keys.filter((key) => findPlaceholders(catalogue[key]).join() !== findPlaceholders(english[key]).join())
    expect(differing).toEqual([])
  })

  test.each([0, 1, 2, 3, 11, 21, 100])('formats every message, with %i where something is counted', (n) => {
    for (const key of keys) {
      const spoken = messages.format(key, makeValues(key, catalogue, n))
      expect(spoken, key).not.toMatch(/[{}<>]/)
    }
  })

  test('selects only by number, so that inserted text can be isolated', () => {
    expect(keys.filter((key) => /, (select|date|time|number)[,}]/.test(catalogue[key]))).toEqual([])
  })

  test('has no exclamation marks, no straight quotation marks and no doubled spaces', () => {
    expect(keys.filter((key) => /[!'"]| {2}/.test(catalogue[key]))).toEqual([])
  })
})

test('Arabic has all six plural forms wherever it counts with a noun', () => {
  const counted = keys.filter((key) => / plural, /.test(arabic[key]) && !key.startsWith('number.'))
  const lacking = counted.filter((key) => categories.split('|').some((category) => !arabic[key].includes(`${category} {`)))
  expect(counted.length).toBeGreaterThan(30)
  expect(lacking).toEqual([])
})

test('Arabic counts in words where the language has them, and in Latin digits elsewhere', () => {
  const messages = makeMessages('ar')
  const counted = [1, 2, 3, 11, 100].map((n) => messages.format('time.minutes', { n }))
  expect(counted).toEqual(['دقيقة واحدة', 'دقيقتان', '3 دقائق', '11 دقيقة', '100 دقيقة'])
})

test('[V75] Chinese counts with one form, and needs no other', () => {
  const branch = new RegExp(`\\b(${categories.replace('|other', '')}) \\{`)
  expect(keys.filter((key) => branch.test(chinese[key]))).toEqual([])
  const messages = makeMessages('zh')
  expect([0, 1, 2, 1_240].map((n) => messages.format('people.found', { n }))).toEqual(['没有找到', '找到1人', '找到2人', '找到1,240人'])
})

/** Signs that Chinese sets in full width. A comma or a colon within a number, a time or a key word of the message stays. */
const halfWidth = /\p{Script=Han}[,.:;?()]|[,.:;?()]\p{Script=Han}/u
const spaced = /\p{Script=Han} | \p{Script=Han}/u

test('[V75] Chinese sets its signs in full width, and no space next to a Chinese letter', () => {
  const written = keys.map(
    (key) => [key, chinese[key].replace(/\{\w+, plural, |(?:=\d+|other) \{|\{\w+\}|<\/?b>/g, '').replace(/\} /g, '')] as const,
  )
  expect(written.filter(([, text]) => halfWidth.test(text))).toEqual([])
  expect(written.filter(([, text]) => spaced.test(text))).toEqual([])
})

test('French sets a narrow space before high punctuation', () => {
  expect(keys.filter((key) => /[^\u202f\d][?!;]/.test(french[key].replace(/\{[^}]*\}/g, '')))).toEqual([])
  expect(keys.filter((key) => /\p{L}:|\p{L} :/u.test(french[key]))).toEqual([])
})

test('[V73] Spanish has both plural forms wherever it counts with a noun', () => {
  const counted = keys.filter((key) => / plural, /.test(spanish[key]))
  expect(counted.length).toBeGreaterThan(100)
  expect(counted.filter((key) => !/ one \{/.test(spanish[key]) || !/ other \{/.test(spanish[key]))).toEqual([])
  const messages = makeMessages('es')
  const plural = keys.filter((key) => /(?<!\S)1 (?!más)\p{L}\p{L}+s\b/u.test(messages.format(key, makeValues(key, spanish, 1))))
  expect(plural).toEqual([])
})

test('[V73] Spanish opens every question, quotes with its own marks and sets no space before a mark', () => {
  const count = (key: MessageKey, mark: string) => spanish[key].split(mark).length
  expect(keys.filter((key) => count(key, '¿') !== count(key, '?') || count(key, '«') !== count(key, '»'))).toEqual([])
  expect(keys.filter((key) => /[“”‘’¡]|\s[?;:,.»]|[¿«]\s/.test(spanish[key]))).toEqual([])
})

test('[V73] no Spanish word before a name that people write would change with it', () => {
  const written = /(?<!\p{L})(y|e|o|u|al|del|el|la|los|las|un|una) \{(who|other|others|next|place|names|name|title|entity|text)\}/iu
  expect(keys.filter((key) => written.test(spanish[key]))).toEqual([])
})

test('Russian has its four plural forms wherever it counts with a noun', () => {
  const counted = keys.filter((key) => / plural, /.test(russian[key]) && /# \p{L}/u.test(russian[key]))
  const forms = (key: MessageKey, form: string) => russian[key].split(`${form} {`).length - 1
  const lacking = counted.filter((key) => ['one', 'few', 'many'].some((form) => forms(key, form) !== forms(key, 'other')))
  expect(counted.length).toBeGreaterThan(80)
  expect(lacking).toEqual([])
})

test('Russian counts by the last digit, eleven to fourteen apart', () => {
  const messages = makeMessages('ru')
  const counted = [1, 2, 5, 11, 14, 21, 22].map((n) => stripMarks(messages.format('say.requests', { n })))
  expect(counted).toEqual([
    ...['1 новая заявка.', '2 новые заявки.', '5 новых заявок.', '11 новых заявок.', '14 новых заявок.'],
    ...['21 новая заявка.', '22 новые заявки.'],
  ])
})

test('Russian has its own quotation marks, a dash between spaces and no letter ё, as the United Nations write it', () => {
  expect(keys.filter((key) => /[“”„‘’ёЁ]|\S—|—\S/.test(russian[key]))).toEqual([])
})

test('every rejection has a sentence that ends with a full stop', () => {
  for (const code of rejections) expect(english[`refusal.${code}`]).toMatch(/\.$/)
})

describe('ordinals', () => {
  test.each([
    ['en', ['1st', '2nd', '3rd', '4th', '11th', '21st']],
    ['fr', ['1er', '2e', '3e', '4e', '11e', '21e']],
    ['es', ['1º', '2º', '3º', '4º', '11º', '21º']],
    ['zh', ['第1位', '第2位', '第3位', '第4位', '第11位', '第21位']],
    ['ru', ['1-е', '2-е', '3-е', '4-е', '11-е', '21-е']],
    ['ar', ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الحادي عشر', 'رقم 21']],
  ])('in %s', (id, expected) => {
    const messages = makeMessages(id)
    expect([1, 2, 3, 4, 11, 21].map((n) => messages.format('number.ordinal', { n }))).toEqual(expected)
  })
})

describe('inserts', () => {
  test('keep their own direction where it differs from the sentence', () => {
    expect(makeMessages('en').format('queue.added', { who: 'وفد' })).toBe('\u2068وفد\u2069 is on the list')
    expect(makeMessages('ar').format('queue.added', { who: 'Delegation' })).toBe('\u2068Delegation\u2069 على القائمة')
  })

  test('keep the order of times and ranges in Arabic, isolated once', () => {
    expect(makeMessages('ar').format('queue.askedAt', { time: formatTime(0, 'UTC') })).toBe('طُلبت في \u206600:00\u2069')
  })

  test('add no mark where all text runs from left to right, so that tests and screen readers find a button by its name', () => {
    expect(makeMessages('en').format('queue.added', { who: 'Delegation' })).toBe('Delegation is on the list')
    expect(makeMessages('fr').format('queue.askedAt', { time: formatTime(0, 'UTC') })).toBe('demande 00:00')
  })

  test('are never parsed as a message', () => {
    expect(makeMessages('en').format('queue.added', { who: '{n} <b>x</b>' })).toBe('{n} <b>x</b> is on the list')
  })

  test('give the marked text to the caller, in order', () => {
    const bold = (inner: readonly (string | { bold: string })[]) => ({ bold: inner.join('') })
    const parts = makeMessages('en').formatToParts<{ bold: string }>('floor.leftOf', bold, { limit: '3:00' })
    expect(parts).toEqual(['left of ', { bold: '3:00' }])
  })
})

describe('times', () => {
  const noon = Date.UTC(2023, 11, 8, 11, 4, 31)

  test('are in the zone of the session, with 24 hours, isolated left to right', () => {
    expect(formatTime(noon, 'Europe/Zurich')).toBe('\u206612:04\u2069')
    expect(formatExactTime(noon, 'Europe/Zurich')).toBe('\u206612:04:31\u2069')
    expect(formatTime(Date.UTC(2023, 11, 8, 0, 5), 'UTC')).toBe('\u206600:05\u2069')
    expect(formatTimeSpan(noon, noon + 1_800_000, 'UTC')).toBe('\u206611:04–11:34\u2069')
    expect(formatDuration(180_000)).toBe('\u20663:00\u2069')
  })
})

describe('the language of the page', () => {
  test('is chosen from a list in the order of the United Nations, each language in its own script', () => {
    expect(uiLanguages.map(({ name }) => name)).toEqual(['العربية', '中文', 'English', 'Français', 'EspañolРусский'])
  })

  test('is set on the page together with its direction', async () => {
    await loadLanguage('ar')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
    expect(getText()?.t('me.request')).toBe('طلب الكلمة')
    await loadLanguage('en')
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
  })

  test('stays unchanged when the requested language does not exist', async () => {
    await loadLanguage('en')
    await expect(loadLanguage('xx')).rejects.toThrow('There is no language xx.')
    expect(getText()?.language.id).toBe('en')
  })

  test('is the one chosen on this device, else the one the browser asks for', () => {
    localStorage.setItem('rostrum.language', 'fr')
    expect(preferredLanguage()).toBe('fr')
    localStorage.setItem('rostrum.language', 'xx')
    expect(preferredLanguage()).toBe('en')
  })
})

const translate = (id: string): Translate => {
  const messages = makeMessages(id)
  return (key, ...values) => messages.format(key, values[0])
}
const stripMarks = (text: string) => text.replace(/\p{Cf}/gu, '').replace(/\s/gu, ' ')

test('[V28] a speaking time in a sentence is said in minutes and seconds', () => {
  const say = (id: string) => [45, 60, 150, 180].map((seconds) => stripMarks(formatSpeakingTime(translate(id), seconds * 1000)))
  expect(say('en')).toEqual(['45 s', '1 min', '2 min 30 s', '3 min'])
  expect(say('fr')).toEqual(['45 s', '1 min', '2 min 30 s', '3 min'])
  expect(say('es')).toEqual(['45 s', '1 min', '2 min 30 s', '3 min'])
  expect(say('zh')).toEqual(['45秒', '1分钟', '2分钟30秒', '3分钟'])
  expect(say('ru')).toEqual(['45 с', '1 мин', '2 мин 30 с', '3 мин'])
  expect(say('ar')).toEqual(['45 ثانية', 'دقيقة واحدة', 'دقيقتان و30 ثانية', '3 دقائق'])
})

test('[V29] a seat of the United Nations is named in the language of the page, any other place as it is written', () => {
  const name = (place: string) => ['en', 'fr', 'es', 'ar', 'zh', 'ru'].map((id) => getPlaceName(translate(id), place))
  expect(name('Geneva')).toEqual(['Geneva', 'Genève', 'Ginebra', 'جنيف', '日内瓦', 'Женева'])
  expect(name('new york ')).toEqual(['New York', 'New York', 'Nueva York', 'نيويورك', '纽约', 'Нью-Йорк'])
  expect(new Set(name('Tunis'))).toEqual(new Set(['Tunis']))
})

test('[V29] a group is named in the language of the page until the plan renames it', () => {
  const name = (short: string) => getGroupName(translate('fr'), { id: 'technical-academic' as GroupId, short })
  expect(name('Technical, acad.')).toBe('Milieux techniques et universitaires')
  expect(name('Technical community')).toBe('Technical community')
})

test('[V30] counted people and groups agree with their number in every language', () => {
  const counts = { number: 'Q01', total: 5 }
  const say = (id: string, n: number, groups: number) => stripMarks(translate(id)('questions.supportIn', { ...counts, n, groups }))
  expect([0, 1, 14].map((n) => say('en', n, 1))).toEqual([
    'Q01, no supporters',
    'Q01, 1 supporter in 1 of 5 groups',
    'Q01, 14 supporters in 1 of 5 groups',
  ])
  expect([say('fr', 1, 1), say('fr', 3, 2)]).toEqual(['Q01, 1 soutien, 1 groupe sur 5', 'Q01, 3 soutiens, 2 groupes sur 5'])
  expect([say('zh', 0, 1), say('zh', 14, 2)]).toEqual(['Q01，无人支持', 'Q01，5个群体中的2个有14人支持'])
  expect(translate('fr')('questions.groups', { n: 1, total: 5 })).toBe('1 groupe sur 5')
  expect([say('es', 0, 0), say('es', 1, 1), say('es', 3, 2)]).toEqual([
    'Q01, ningún apoyo',
    'Q01, 1 apoyo en 1 de 5 grupos',
    'Q01, 3 apoyos en 2 de 5 grupos',
  ])
})

test.each([
  ['ar', /المتحدث|تجربة|(القائمة|قائمة المتكلمين) مغلقة|غلق القائمة|غلقت القائمة/],
  ['ar', /هذا الموضوع/],
  ['fr', /Lancer le temps|Suspendu par|Répondu(e|es) |Cette porte|devant la présidence|[Cc]e thème|intervention est suspendue|panel\b/],
  [
    'fr',
    /Je suis prêt\b|^Prêt(?!e)|[Mm]odérateur|vous a déplacé|Vous (n’)?(êtes|serez|avez été) (\p{L}+[éi]|le prochain)(?!\p{L})|^Connecté|Chacun est/u,
  ],
  [
    'es',
    /moción de orden|derecho de (respuesta|réplica)|período de sesiones|traducción|agenda|reunión de la|[Mm]oderador|[Rr]elator(?!ía)|[Oo]rganizador\b/,
  ],
  [
    'es',
    /\b[Pp]residente|[Ss]ecretari[oa]s?\b|(?<!\p{L})(la|una) (presidencia|secretaría|vicepresidencia)|¡|\b(tú|tu|tus|vosotros)\b|\b(Listo|Conectado|Inscrito|Registrado|Llamado)\b/u,
  ],
  ['zh', /演讲|主持人|程序性|回应权|答复权|翻译|届会|发言人|参与者|参会者|参加者|(?<!其)他(?!人)|[她你]|用户/],
  ['ru', /регламент|сесси|совещани|перевод(?!чик|и|я)|[Оо]чередност|[Сс]пикер|панелист/],
  ['ru', /(?<!\p{L})([Уу]важаем\p{L}+|[Вв]ы (не |уже |еще )?(готова?|рада?|\p{L}+(л|ла|н|на)))(?!\p{L})|^Готова?$|\((а|ая)\)/u],
  ['en', /\bdesk\b|\d support\b|registered you|this topic/],
])('[V30] one thing has one word, and nobody is addressed in one gender only: %s', (id, wrong) => {
  expect(keys.filter((key) => wrong.test(catalogues[id]?.[key] ?? ''))).toEqual([])
})

test('[V40] no French word before a name that people write would need an apostrophe before a vowel', () => {
  const written = /\b(de|que|le|la|je|ne|se|me|te) \{(who|other|others|names|place|name|city|entity|next|title|text)\}/
  expect(keys.filter((key) => written.test(catalogues['fr']?.[key] ?? ''))).toEqual([])
})

/** Names stay in the nominative, so nothing before one may ask for another case or for its number. */
test('[V74] no Russian word before a name that people write would change the name', () => {
  const before = String.raw`(?<!\p{L})(от|для|о|об|с|к|у|из|за|на|в|по|перед|после|имени|говорит|выступает|предлагает|слово)`
  const written = new RegExp(String.raw`${before} (<b>)?\{(who|other|others|names|entity|next|title|text)\}`, 'iu')
  const spoken = new RegExp(String.raw`${before} \{(from|to|meeting|question)\}`, 'iu')
  const bending = keys.filter((key) => written.test(russian[key]) || (key.startsWith('script.') && spoken.test(russian[key])))
  expect(bending).toEqual([])
})
