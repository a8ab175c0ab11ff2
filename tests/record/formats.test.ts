/** The promises of the formats, checked with independent readers. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { toBookmarkName } from '@rostrum/server/services/record/formats/docx-text'
import { type Format, formats } from '@rostrum/shared/contract/record-formats'
import type { Commit } from '@rostrum/shared/contract/registry'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { anonymousPlan, createState, plan } from '../support/fixtures.ts'
import { buildPlayedLog } from '../support/log-builder.ts'
import { buildModelLog, buildModelLogSoFar, hostileTexts, modelId } from '../support/model-session.ts'
import { allTypes, arbitraryRolls, playRolls, typesWithoutClose } from '../support/random-session.ts'
import { readEntry, unzip } from '../support/zip-reader.ts'

const commits = buildModelLog()
const record = buildRecord(modelId, commits)
const exportBytes = async (format: Format, language: LanguageId = 'en', its: readonly Commit[] = commits, isPublic = false) =>
  (await exportRecord(modelId, its, { format, language, public: isPublic, notes: true })).bytes
const exportText = async (format: Format, language?: LanguageId, its?: readonly Commit[]) =>
  new TextDecoder().decode(await exportBytes(format, language, its))

const isZip = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 2)) === 'PK'

const recordIds = [record.turns, record.requests, record.questions, record.statements, record.notes].flatMap((rows) =>
  rows.map(({ id }) => id),
)
const tables = ['agenda', 'turns', 'requests', 'questions', 'statements', 'points'] as const
const tableRows = { ...record, points: record.notes }

describe('all formats', () => {
  test('[R6] have the same ids', async () => {
    const several = [await exportBytes('xlsx'), await exportBytes('csv')].map((bytes) => [...unzip(bytes).values()].join('\n'))
    for (const text of [await exportText('json'), ...several]) expect(recordIds.filter((id) => !text.includes(id))).toEqual([])
  })

  test('[R6] reports have an id as an anchor at each of their rows, and never print it', async () => {
    const shown = [
      ...record.turns,
      ...record.requests.filter(({ outcome }) => outcome === 'heard' || outcome === 'not-reached'),
      ...record.questions.filter(({ status }) => status === 'answered'),
      ...record.statements,
      ...record.notes,
    ].map(({ id }) => id)
    const [page, document] = [await exportText('md'), readEntry(await exportBytes('docx'), 'word/document.xml')]
    expect(shown.filter((id) => !page.includes(`<a id="${id}"></a>`))).toEqual([])
    expect(shown.filter((id) => !document.includes(`w:name="${toBookmarkName(id)}"`))).toEqual([])
    const names = [...document.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/g)].map(([, name = '']) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.length > 40 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))).toEqual([])
    const links = [...document.matchAll(/<w:hyperlink w:anchor="([^"]*)"/g)].map(([, name = '']) => name)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((name) => !names.includes(name))).toEqual([])
    const printed = [...document.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text)
    expect(recordIds.filter((id) => printed.some((text) => text.includes(id)))).toEqual([])
    expect(recordIds.filter((id) => page.replace(/<a id="[^"]*"><\/a>|\(#[^)]*\)/g, '').includes(id))).toEqual([])
  })

  test('[R10] contain the head of the log and the number of commits', async () => {
    for (const format of formats)
      for (const language of languageIds) {
        const bytes = await exportBytes(format, language)
        const text = isZip(bytes) ? [...unzip(bytes).values()].join('\n') : new TextDecoder().decode(bytes)
        expect([format, language, text.includes(record.log.head), text.includes(`${record.log.commits}`)]).toEqual([
          format,
          language,
          true,
          true,
        ])
      }
  })

  test('[R6] can be produced from any session, and are the same when produced twice', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(plan, anonymousPlan),
        fc.boolean(),
        arbitraryRolls(20, 120),
        fc.constantFrom(...formats),
        fc.constantFrom(...languageIds),
        fc.boolean(),
        async (its, closes, many, format, language, isPublic) => {
          const played = buildPlayedLog(its, playRolls(createState(its), many, closes ? allTypes : typesWithoutClose))
          const [first, second] = [
            await exportBytes(format, language, played, isPublic),
            await exportBytes(format, language, played, isPublic),
          ]
          expect(Buffer.compare(first, second)).toBe(0)
          expect(first.byteLength).toBeGreaterThan(100)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('[R9] state, for a running session, that this is the record so far', async () => {
    const so = buildModelLogSoFar()
    const end = so.at(-1)?.chain ?? ''
    for (const text of [await exportText('md', 'en', so), readEntry(await exportBytes('docx', 'en', so), 'word/document.xml')]) {
      expect(text).toContain('The meeting has not been closed. This is the record as at ')
      expect(text).toContain(end)
    }
    expect(await exportText('md')).not.toContain('has not been closed')
  })
})

describe('Markdown', () => {
  test('[R7] has no markup except its own', async () => {
    const text = await exportText('md')
    expect(
      text.match(/<[^>]*>/g)?.filter((tag) => !/^<(br|\/a|a id="[\w-]+")>$/.test(tag) && !/^<\\/.test(tag) && !/\\>$/.test(tag)),
    ).toEqual([])
    const rows = text.split('\n').filter((line) => line.startsWith('| '))
    const countCells = (row: string) => row.replace(/\\./g, '').split('|').length
    for (const [index, row] of rows.entries()) if (row.startsWith('| ---')) expect(countCells(row)).toBe(countCells(rows[index - 1] ?? ''))
    for (const sign of ['**bold**', '*bold*', '[Open](', '`c`', '| a |', '&amp;', '&lt;'])
      expect(text.replace(/\\./gs, '')).not.toContain(sign)
    const headings = text.split('\n').filter((line) => line.startsWith('#'))
    expect(headings).not.toContain('# Not a heading')
    expect(text).toContain('\\# Not a heading')
  })

  test('[R7] closes every bidi isolate that it opens, around the text only', async () => {
    for (const language of languageIds) {
      const text = await exportText('md', language)
      const runs = text.match(/\u2068[^\u2068\u2069]*\u2069/g) ?? []
      expect(runs.length).toBeGreaterThan(3)
      expect([text.split('\u2068').length, text.split('\u2069').length]).toEqual([runs.length + 1, runs.length + 1])
      expect(text).toContain(language === 'ar' ? '\u2068Delegation 1\u2069' : '\u2068وفد الدولة الأولى\u2069')
    }
    expect(await exportText('md', 'ar')).toMatch(/^<div dir="rtl" lang="ar">\n/)
  })
})

describe('CSV', () => {
  const guardFormula = (text: string) => (/^[=+\-@|＝＋－＠]/.test(text) ? `'${text}` : text)

  test('[R7, R8] preserves every text, has no formula cell, and has the byte order mark and line ends for spreadsheets', async () => {
    const files = unzip(await exportBytes('csv'))
    expect([...files.keys()].sort()).toEqual([...tables, 'participants', 'figures', 'log'].map((name) => `${name}.csv`).sort())
    for (const text of files.values()) {
      expect(text.startsWith('\ufeff')).toBe(true)
      expect(text.indexOf('\ufeff', 1)).toBe(-1)
      expect(text.endsWith('\r\n')).toBe(true)
    }
    const read = (name: string) => parse(files.get(`${name}.csv`) ?? '', { columns: true, bom: true }) as Record<string, string>[]
    for (const name of tables) {
      const [rows, its] = [read(name), tableRows[name]]
      expect(rows.map(({ id }) => id)).toEqual(its.map(({ id }) => guardFormula(id)))
      for (const [index, row] of its.entries())
        for (const key of ['entity', 'text', 'topic', 'title', 'outcome', 'filedAt'] as const)
          if (key in row && rows[index] && key in rows[index])
            expect(rows[index][key]).toBe(guardFormula(String((row as Record<string, unknown>)[key] ?? '')))
      const cells = rows.flatMap((row) => Object.values(row))
      expect(cells.filter((cell) => /^[=+\-@|\t\r＝＋－＠]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([])
    }
    expect(hostileTexts.filter((name) => !read('requests').some(({ entity }) => entity === guardFormula(name)))).toEqual([])
    expect(read('turns').map(({ usedSeconds }) => Number(usedSeconds))).toEqual(record.turns.map(({ usedSeconds }) => usedSeconds))
  })
})

describe('XLSX', () => {
  test('[R7, R8] can be read by another reader: numbers are numbers, times are local times, text is text', async () => {
    const bytes = Buffer.from(await exportBytes('xlsx'))
    const [head = [], ...rows] = await readSheet(bytes, 'Interventions')
    const findColumn = (name: string) => head.indexOf(name)
    expect(rows.map((row) => row[findColumn('ID')])).toEqual(record.turns.map(({ id }) => id))
    expect(rows.map((row) => row[findColumn('Seconds used')])).toEqual(record.turns.map(({ usedSeconds }) => usedSeconds))
    expect(rows.map((row) => row[findColumn('Started (ISO)')])).toEqual(record.turns.map(({ startedAt }) => startedAt))
    // The reader takes local time for UTC, which here is two hours later than the real time.
    expect(rows.map((row) => Math.round(Number(row[findColumn('Started')]) / 1000) * 1000 - 7_200_000)).toEqual(
      record.turns.map(({ startedAt }) => Date.parse(startedAt)),
    )
    const [requests = [], ...asked] = await readSheet(bytes, 'Requests')
    expect(asked.map((row) => row[requests.indexOf('Organization')])).toEqual(record.requests.map(({ entity }) => entity))
  })

  test('[R7] has no formula cell, and texts that look like a formula are marked as text', async () => {
    const files = [...unzip(await exportBytes('xlsx'))].filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(files).toHaveLength(9)
    for (const [name, text] of files) expect([name, /<f[\s>]/.test(text)]).toEqual([name, false])
    const cells = files.flatMap(([, text]) => text.match(/<c [^>]*><is><t[^>]*>[=+\-@＝＋－＠]/g) ?? [])
    expect(cells.length).toBeGreaterThan(hostileTexts.length / 4)
    expect(cells.filter((cell) => !cell.includes('s="4"'))).toEqual([])
  })

  test('[R22] prints on A4 landscape, one page wide, with its head on each page, without columns only for programs', async () => {
    const files = unzip(await exportBytes('xlsx'))
    const workbook = files.get('xl/workbook.xml') ?? ''
    const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'))
    for (const [name, text] of sheets) {
      expect([name, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/.test(text)]).toEqual([name, true])
      expect([name, text.includes('<pageSetUpPr fitToPage="1"/>'), /<autoFilter ref="A1:[A-Z]+\d+"\/>/.test(text)]).toEqual([
        name,
        true,
        true,
      ])
      expect([name, text.includes('<pane ySplit="1" topLeftCell="A2"')]).toEqual([name, true])
    }
    expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(sheets.length)
    const areas = [...workbook.matchAll(/_xlnm\.Print_Area" localSheetId="\d+">'([^']+)'!\$A\$1:\$([A-Z]+)\$/g)]
    expect(areas).toHaveLength(sheets.length)
    for (const [, sheet = '', last = ''] of areas) {
      const [head = []] = await readSheet(Buffer.from(await exportBytes('xlsx')), sheet)
      const printed = head
        .slice(
          0,
          last.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
        )
        .map(String)
      expect([sheet, printed.filter((name) => name === 'ID' || name.endsWith('(ISO)'))]).toEqual([sheet, []])
    }
  })

  test.each(languageIds)('[R8] has sheets and columns in %s, with unique names', async (language) => {
    const bytes = await exportBytes('xlsx', language)
    const names = [...readEntry(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name)
    expect(new Set(names).size).toBe(9)
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([])
    expect(readEntry(bytes, 'xl/worksheets/sheet1.xml').includes('rightToLeft="1"')).toBe(language === 'ar')
  })
})

describe('DOCX', () => {
  const exportDocument = async (language?: LanguageId) => readEntry(await exportBytes('docx', language), 'word/document.xml')

  test('[R8] has real headings, header rows that repeat, page numbers and a title', async () => {
    const bytes = await exportBytes('docx')
    const document = readEntry(bytes, 'word/document.xml')
    const styles = readEntry(bytes, 'word/styles.xml')
    for (const name of ['RostrumTitle', 'Heading1', 'Heading2']) {
      expect(document).toContain(`<w:pStyle w:val="${name}"/>`)
      expect(styles).toContain(`w:styleId="${name}"`)
    }
    expect(styles).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?<w:outlineLvl w:val="0"\/>/)
    expect(document.split('<w:tbl>').length).toBe(document.split('<w:tblHeader/>').length)
    expect(document.split('<w:tbl>').length).toBeGreaterThan(10)
    expect(readEntry(bytes, 'word/footer1.xml')).toContain(' PAGE ')
    const core = readEntry(bytes, 'docProps/core.xml')
    expect(core).toContain('<dc:title>WSIS at 20: Successes, Failures, and Expectations</dc:title>')
    expect(core).toContain(`>${record.session.closedAt?.slice(0, 19)}Z</dcterms:created>`)
    expect(core).toContain('<dc:creator>Rostrum</dc:creator>')
  })

  test.each([
    ['en', 'w:val="en-GB"', 'w:bidi="ar-SA"'],
    ['fr', 'w:val="fr-FR"', 'w:bidi="ar-SA"'],
    ['es', 'w:val="es-ES"', 'w:bidi="ar-SA"'],
    ['ar', 'w:val="en-GB"', 'w:bidi="ar-SA"'],
    ['zh', 'w:val="zh-CN"', 'w:bidi="ar-SA"'],
    ['ru', 'w:val="ru-RU"', 'w:bidi="ar-SA"'],
  ] as const)('[R8] declares its language: %s', async (language, latin, complex) => {
    const styles = readEntry(await exportBytes('docx', language), 'word/styles.xml')
    expect(styles).toContain(`<w:lang ${latin} w:eastAsia="zh-CN" ${complex}/>`)
  })

  test('[R7] has well-formed elements, and every text complete', async () => {
    const document = await exportDocument()
    const open: string[] = []
    for (const [, close, name = '', single] of document.matchAll(/<(\/?)([a-z][\w:]*)[^>]*?(\/?)>/gi)) {
      if (single) continue
      if (close) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
    const texts = [...document.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
      text.replace(/&(lt|gt|quot|amp);/g, (_, sign) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[sign as string] ?? ''),
    )
    const shown = record.requests.filter(({ outcome }) => outcome === 'heard' || outcome === 'not-reached')
    expect(shown.filter(({ entity }) => entity === null || !texts.includes(entity))).toEqual([])
    expect(hostileTexts.filter((name) => !texts.includes(name))).toEqual([])
  })
})
