/** Words of turns in the record, from the captions: in every format and language, bounded, never in the public version. */

import type { StoredLine } from '@rostrum/server/services/captions/caption-line'
import type { StoredLines } from '@rostrum/server/services/captions/stored-lines'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { recordSchema } from '@rostrum/shared/contract/record'
import { type Format, formats } from '@rostrum/shared/contract/record-formats'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { hasLeaked } from '../support/canary.ts'
import { turnData } from '../support/command-scenarios.ts'
import { noon, plan } from '../support/fixtures.ts'
import { call, command, join, queueOpen, toTurnId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { extractText, readEntry } from '../support/zip-reader.ts'

const french = 'fr' as SpokenLanguage
const speak = (who: string, from: number, to: number) => [
  call(who, { at: from - 5 }),
  command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) }, { at: from }),
  command('chair', 'floor.end', turnData(who), { at: to }),
]
const history = [
  ...queueOpen,
  join('gov-1', 10),
  join('civil-1', 12),
  ...speak('gov-1', 60, 120),
  command('desk', 'floor.set-language', { ...turnData('gov-1'), language: french }, { at: 121 }),
  ...speak('civil-1', 130, 180),
]
const commits = buildLog(plan, history)
const closed = (kept: boolean) =>
  buildLog(plan, [...history, command('desk', 'captions.set-kept', { kept }), command('chair', 'session.close', {})])

const line = (spokenAt: number, text: string): StoredLine => ({ run: 1, seq: spokenAt, at: 0, spokenAt: noon + spokenAt * 1000, text })
const lines: StoredLines = new Map([
  ['ar', [line(62, 'شكراً سيدتي الرئيسة'), line(135, 'أشكركم')]],
  ['en', [line(62, 'Thank you, Chair.'), line(64, '=1+2 <b>|fences|</b>'), line(125, 'Nobody has the floor here.'), line(135, 'I agree.')]],
  ['fr', [line(62, 'Merci, Madame la Présidente.')]],
  ['zh', [line(135, '谢谢主席。'), line(136, '我同意。')]],
])
type Options = { readonly format: Format; readonly language?: (typeof languageIds)[number]; readonly public?: boolean }
const make = async ({ format, language = 'en', public: isPublic = false }: Options, from = commits, spoken = lines) =>
  (await exportRecord('s' as SessionId, from, { format, language, public: isPublic, notes: true, lines: spoken })).bytes
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const read = async (...given: Parameters<typeof make>) => decode(await make(...given))
const parse = async (from = commits, spoken = lines) => recordSchema.parse(JSON.parse(await read({ format: 'json' }, from, spoken)))

test('[R41] each turn has its words in each language, its own language first, in the order in which they were spoken', async () => {
  const record = await parse()
  expect(record.turns.map(({ words }) => words)).toEqual([
    [
      { language: 'fr', text: 'Merci, Madame la Présidente.', cut: false },
      { language: 'ar', text: 'شكراً سيدتي الرئيسة', cut: false },
      { language: 'en', text: 'Thank you, Chair. =1+2 <b>|fences|</b>', cut: false },
    ],
    [
      { language: 'ar', text: 'أشكركم', cut: false },
      { language: 'en', text: 'I agree.', cut: false },
      { language: 'zh', text: '谢谢主席。我同意。', cut: false },
    ],
  ])
  expect(record.captions).toEqual({ languages: ['ar', 'en', 'fr', 'zh'], words: 'complete' })
  expect(await read({ format: 'json' })).not.toContain('Nobody has the floor here.')
})

test('[R41] a record without captions contains nothing about them, in any format', async () => {
  for (const format of formats)
    expect(await make({ format }, commits, new Map())).toEqual(
      (await exportRecord('s' as SessionId, commits, { format, language: 'en', public: false, notes: true })).bytes,
    )
  expect(await parse(commits, new Map())).not.toHaveProperty('captions')
})

test.each(languageIds)('[R41] reports, workbooks and tables contain the words too, in %s', async (language) => {
  const markdown = await read({ format: 'md', language })
  const say = (key: 'heading.words' | 'words.lead') =>
    getReportText(language)
      .write(key)
      .map(({ text }) => text)
      .join('')
  for (const part of [say('heading.words'), say('words.lead'), 'Merci, Madame la Présidente.', 'شكراً سيدتي الرئيسة', '谢谢主席。我同意。'])
    expect(markdown).toContain(part)
  expect(markdown).not.toMatch(/(?<!\\)(<b|\|fences)/)
  const document = readEntry(await make({ format: 'docx', language }), 'word/document.xml')
  expect(document).toMatch(/<w:lang w:val="fr"[^>]*\/><\/w:rPr><w:t[^>]*>[^<]*Merci, Madame la Présidente\./)
  expect(document).toMatch(/<w:rtl\/><w:lang w:val="ar"/)
  const csv = readEntry(await make({ format: 'csv', language }), 'captions.csv')
  expect(csv.split('\r\n')[0]).toContain('turn,number,entity,startedAt,language,text,cut')
  expect(csv).toContain('Merci, Madame la Présidente.')
  expect(extractText(await make({ format: 'xlsx', language })).join()).toContain('谢谢主席。我同意。')
})

test('[R42] the public version contains no words from captions in any format, and states that they are left out', async () => {
  const words = ['Merci, Madame', 'شكراً سيدتي', 'Thank you, Chair', '谢谢主席', 'fences']
  for (const format of formats)
    for (const language of languageIds) {
      const full = extractText(await make({ format, language }))
      expect([format, words.filter((one) => !hasLeaked(full, one))]).toEqual([format, []])
      const shown = extractText(await make({ format, language, public: true }))
      expect([format, words.filter((one) => hasLeaked(shown, one))]).toEqual([format, []])
    }
  expect(await read({ format: 'md', public: true })).toContain('The text is left out of the public version.')
  expect(readEntry(await make({ format: 'docx', public: true }), 'word/document.xml')).toContain('The text is left out')
  expect(JSON.parse(await read({ format: 'json', public: true })).captions.words).toBe('left-out')
  expect(readEntry(await make({ format: 'csv', public: true }), 'log.csv')).toContain('left-out')
  expect(extractText(await make({ format: 'xlsx', public: true })).join()).toContain('Left out')
})

test('[R42] words that are not kept are in the record until the close, and not after', async () => {
  expect((await parse(closed(true))).captions?.words).toBe('complete')
  expect(await parse(closed(false))).not.toHaveProperty('captions')
})

test('[R43] the words of a turn fit into a cell, those of a record into memory, and shortened words are marked', {
  timeout: 30_000,
}, async () => {
  const flood: readonly StoredLine[] = Array.from({ length: 20_000 }, (_, index) => ({ ...line(62, 'x'.repeat(999)), seq: index }))
  const record = await parse(commits, new Map([['en', flood]]))
  expect(record.turns.map(({ words }) => words?.map(({ text, cut }) => [text.length, cut]))).toEqual([[[29_999, true]], undefined])
  expect(record.captions?.words).toBe('cut')
  expect(await read({ format: 'md' }, commits, new Map([['en', flood]]))).toContain('The rest is in the caption files.')
  const all = await parse(commits, new Map(Array.from({ length: 200 }, (_, index) => [`a${index}`, flood.slice(0, 40)])))
  const letters = all.turns.flatMap(({ words = [] }) => words).reduce((sum, { text }) => sum + text.length, 0)
  expect([letters <= 5_000_000, letters > 4_990_000]).toEqual([true, true])
})

test('[R12] the record with words matches its schema, with its keys in the same order', async () => {
  for (const isPublic of [false, true]) {
    const text = await read({ format: 'json', public: isPublic })
    const validate = ajvFormats.default(new Ajv2020({ strict: false })).compile(recordSchema.toJSONSchema())
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null])
    expect(text).toBe(`${JSON.stringify(recordSchema.parse(JSON.parse(text)), null, 2)}\n`)
  }
})
