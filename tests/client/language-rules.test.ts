/** The rules of each language for its messages: plural forms, signs, words, and names that stay as people wrote them. */
import type { Catalogue, MessageKey } from '@rostrum/client/text/catalogue'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { expect, test } from 'vitest'
import { arabic, catalogues, categories, chinese, french, keys, makeMessages, makeValues, russian, spanish } from '../support/catalogues.ts'

const stripMarks = (text: string) => text.replace(/\p{Cf}/gu, '').replace(/\s/gu, ' ')

test('Arabic has all six plural forms wherever it counts with a noun', () => {
  const counted = keys.filter((key) => / plural, /.test(arabic[key]) && !key.startsWith('number.'))
  const lacking = counted.filter((key) => categories.split('|').some((category) => !arabic[key].includes(`${category} {`)))
  expect(counted.length).toBeGreaterThan(30)
  expect(lacking).toEqual([])
})

test('Arabic writes counts as words if the language has them, and in Latin digits otherwise', () => {
  const messages = makeMessages('ar')
  const counted = [1, 2, 3, 11, 100].map((n) => messages.format('time.minutes', { n }))
  expect(counted).toEqual(['دقيقة واحدة', 'دقيقتان', '3 دقائق', '11 دقيقة', '100 دقيقة'])
})

test('[V75] Chinese counts with a single form', () => {
  const branch = new RegExp(`\\b(${categories.replace('|other', '')}) \\{`)
  expect(keys.filter((key) => branch.test(chinese[key]))).toEqual([])
  const messages = makeMessages('zh')
  expect([0, 1, 2, 1_240].map((n) => messages.format('people.found', { n }))).toEqual(['没有找到', '找到1人', '找到2人', '找到1,240人'])
})

/** Signs that Chinese sets in full width. A comma or a colon within a number, a time or a keyword of the message is left alone. */
const halfWidth = /\p{Script=Han}[,.:;?()]|[,.:;?()]\p{Script=Han}/u
const spaced = /\p{Script=Han} | \p{Script=Han}/u

test('[V75] Chinese sets its signs in full width, and no space next to a Chinese character', () => {
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

test('[V40] [V74] a name that the script does not know is said after a word that names what it is, so that it keeps its form', () => {
  expect([french['script.otherName'], russian['script.otherName']]).toEqual(['de l’organisation {name}', 'организации «{name}»'])
})

test('[V73] no Spanish word before a name that people write would have to change with the name', () => {
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

test('Russian counts by the last digit, except for eleven to fourteen', () => {
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

/** Words that depend on their context. Words that are always wrong are listed in docs/glossary.md. */
test.each([
  ['ar', /هذا الموضوع|قرار الرئيس(?!\p{L})/u],
  ['fr', /Répondu(e|es) |Cette porte|devant la présidence|[Cc]e thème/],
  [
    'fr',
    /Je suis prêt\b|^Prêt(?!e)|vous a déplacé|Vous (n’)?(êtes|serez|avez été) (\p{L}+[éi]|le prochain)(?!\p{L})|^Connecté|Chacun est|ne serez pas \p{L}+u(?!\p{L})|Vous vous êtes \p{L}+[éit](?!\p{L})/u,
  ],
  [
    'es',
    /[Oo]rganizador\b|(?<!\p{L})(la|una) (presidencia|secretaría|vicepresidencia)|¡|\b(tú|tu|tus|vosotros)\b|\b(Listo|Conectado|Inscrito|Registrado|Llamado)\b|sus peticiones|puestos en la lista/u,
  ],
  ['zh', /(?<!其)他(?!人)/],
  ['ru', /(?<!\p{L})([Уу]важаем\p{L}+|[Вв]ы (не |уже |еще )?(готова?|рада?|\p{L}+(л|ла|н|на)))(?!\p{L})|^Готова?$|\((а|ая)\)/u],
  ['en', /\bdesk\b|\d support\b|this topic/],
])('[V30] one thing has one word, and nobody is addressed in one gender only: %s', (id, wrong) => {
  expect(keys.filter((key) => wrong.test(catalogues[id]?.[key] ?? ''))).toEqual([])
})

const listStems = (text: string): readonly string[] => text.toLowerCase().match(/(?<!\p{L})\p{L}{4}/gu) ?? []

test.each(['fr', 'ru'])('[V207] the heading of a turn does not say again what the phase next to it says: %s', (id) => {
  const [heading, phase] = [catalogues[id]?.['floor.nowSpeaking'] ?? '', catalogues[id]?.['floor.speaking'] ?? '']
  expect(listStems(heading).filter((stem) => listStems(phase).includes(stem))).toEqual([])
})

test.each(Object.entries(catalogues))(
  '[V207] a press and its confirmation differ, no colon precedes a topic, and no tab breaks a word: %s',
  (_, texts) => {
    expect(texts['floor.finished']).not.toBe(texts['floor.endMine'])
    const doubled = keys.filter((key) => /[:：]\s*\{topic\}/.test(texts[key]) && key !== 'me.note')
    expect(doubled).toEqual([])
    const tabs = ['me.tab.floor', 'me.tab.questions', 'me.tab.agenda'] as const
    expect(tabs.filter((key) => texts[key].split(' ').some((word) => word.length > 10))).toEqual([])
  },
)

/**
 * The messages into which the script puts a name with its article and case, or "the representative of". The name that people write enters
 * by `script.otherName`, which these rules check too.
 */
const takesSaidForm = (key: MessageKey): boolean => key.startsWith('script.say.') || key === 'script.alsoFor' || key === 'people.saidHint'
const isWrittenInto = (key: MessageKey, pattern: RegExp, text: string): boolean =>
  [...text.matchAll(new RegExp(pattern, 'giu'))].some(([found]) => !takesSaidForm(key) || !/\{(who|next|from|to|others)\}/.test(found))

test('[V40] no French word before a name that people write would need an apostrophe before a vowel', () => {
  const written = /\b(de|que|le|la|je|ne|se|me|te) \{(who|other|others|names|place|name|city|entity|next|title|text)\}/
  expect(keys.filter((key) => isWrittenInto(key, written, french[key]))).toEqual([])
})

/** A country needs an article that its name does not include: “à la Suisse”, “au Brésil”. After a colon a name needs no article. */
test('[V40] no French word before a name that people write would need an article with it', () => {
  const before = String.raw`(?<!\p{L})(à|au|de|du|par|pour|avec|avant|après|sur|sans|chez|contre|prie|remercie|appelle)`
  const written = new RegExp(String.raw`${before} (<b>)?\{(who|other|others|next|names|entity|title)\}`, 'iu')
  const spoken = new RegExp(String.raw`${before} \{(from|to|meeting|question)\}`, 'iu')
  /** Titles of offices include their article. */
  const byOffice: readonly MessageKey[] = ['step.byOther', 'notes.editedBy']
  const bending = keys
    .filter((key) => !key.startsWith('questions.moderation.did.') && !byOffice.includes(key))
    .filter((key) => isWrittenInto(key, written, french[key]) || (key.startsWith('script.') && isWrittenInto(key, spoken, french[key])))
  expect(bending).toEqual([])
})

/** Names stay in the nominative, so no word before a name may require another case or depend on its number. */
test('[V74] no Russian word before a name that people write would require another form of the name', () => {
  const before = String.raw`(?<!\p{L})(от|для|о|об|с|к|у|из|за|на|в|по|перед|после|имени|говорит|выступает|предлагает|слово)`
  const written = new RegExp(String.raw`${before} (<b>)?\{(who|other|others|names|entity|next|title|text)\}`, 'iu')
  const spoken = new RegExp(String.raw`${before} \{(from|to|meeting|question)\}`, 'iu')
  const bending = keys.filter(
    (key) => isWrittenInto(key, written, russian[key]) || (key.startsWith('script.') && isWrittenInto(key, spoken, russian[key])),
  )
  expect(bending).toEqual([])
})

/** A text that is read as a line and is not the name of a button. */
const lines: readonly MessageKey[] = ['home.plan.planned']

test.each(Object.keys(catalogues))(
  '[V82] the name of a button that adds whom it concerns contains the text on the button: %s',
  (language) => {
    const texts = catalogues[language] as Catalogue
    const plain = (text: string) => foldForSearch(text.replace(/\{\w+\}/g, ' '))
    const pairs = keys.flatMap((key) => {
      const base = keys.find((other) => key === `${other}For` || key === `${other}Of`)
      return base && !lines.includes(base) && plain(catalogues['en']?.[key] ?? '').includes(plain(catalogues['en']?.[base] ?? ''))
        ? [[key, base] as const]
        : []
    })
    expect(pairs.length).toBeGreaterThan(10)
    expect(pairs.filter(([key, base]) => !plain(texts[key]).includes(plain(texts[base])))).toEqual([])
  },
)
