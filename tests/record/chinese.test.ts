/** The requirements of Chinese documents besides their texts: type faces, column widths, numerals, and no space between sentences. */

import { exportRecord } from '@rostrum/server/services/record/export-record'
import { getPlainText, ownRun } from '@rostrum/server/services/record/report/blocks'
import { toChineseNumber } from '@rostrum/server/services/record/text/numerals'
import { joinSentences } from '@rostrum/server/services/record/text/sentence-writer'
import type { Format } from '@rostrum/shared/contract/record-formats'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { readEntry } from '../support/zip-reader.ts'

const commits = buildModelLog()
const exportBytes = async (format: Format, language: LanguageId) =>
  (await exportRecord(modelId, commits, { format, language, public: false, notes: false })).bytes

test('[V75] a Word document has Chinese type faces, and no Chinese in italics', async () => {
  const get = async (language: LanguageId) => readEntry(await exportBytes('docx', language), 'word/styles.xml')
  const [chinese, english] = [await get('zh'), await get('en')]
  expect([chinese, english].map((styles) => [styles.includes('<w:i/>'), styles.includes('w:eastAsia="KaiTi"')])).toEqual([
    [false, true],
    [true, false],
  ])
  expect(readEntry(await exportBytes('docx', 'zh'), 'word/settings.xml')).toContain('<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>')
})

test('[V75] a workbook has a Chinese type face, and makes a column two letters wide for each full-width character', async () => {
  const bytes = await exportBytes('xlsx', 'zh')
  expect(readEntry(bytes, 'xl/styles.xml').match(/<name val="Microsoft YaHei"\/><charset val="134"\/>/g)).toHaveLength(2)
  const [head = []] = await readSheet(Buffer.from(bytes), '书面发言')
  const widths = [...readEntry(bytes, 'xl/worksheets/sheet5.xml').matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(head.length)
  expect(head.filter((name, index) => !`${name}`.includes(' ') && (widths[index] ?? 0) < `${name}`.length * 2)).toEqual([])
})

test('[V75] chapters have Chinese numbers', () => {
  expect([1, 4, 10, 11, 20, 23].map(toChineseNumber)).toEqual(['一', '四', '十', '十一', '二十', '二十三'])
})

test('[V75] no space follows a full-width full stop', () => {
  const join = (...sentences: readonly string[]) => getPlainText(joinSentences(sentences.map((text) => [ownRun(text)])))
  expect([join('一。', '二。'), join('One.', 'Two.')]).toEqual(['一。二。', 'One. Two.'])
})
