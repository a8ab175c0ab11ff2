/** Text that a spreadsheet might read as the beginning of a formula stays text. */

import { formatCsv } from '@rostrum/server/people/roster/csv-writer'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { writeXlsx } from '@rostrum/server/services/record/formats/xlsx'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { unzip } from '../support/zip-reader.ts'

const beginnings = ['=', '+', '-', '@', '|', '＝', '＋', '－', '＠', '｜']

test('[S72] it is guarded in CSV', () => {
  for (const begin of beginnings) expect(formatCsv([[`${begin}x`]])).toBe(`\ufeff'${begin}x\r\n`)
  for (const begin of ['\t', '\r', '\n']) expect(formatCsv([[`${begin}x`]])).toBe(`\ufeff"'${begin}x"\r\n`)
})

test('[S72] it is marked as text in a workbook', async () => {
  const record = buildRecord(modelId, buildModelLog())
  const [note] = record.notes
  if (!note) throw new Error('the model session has no note')
  const notes = [...beginnings, 'x'].map((begin) => ({ ...note, text: `${begin} in a note` }))
  const files = unzip(await writeXlsx({ ...record, notes }, getReportText('en')))
  const cells = [...files.values()].flatMap((text) => [...text.matchAll(/<c [^>]*s="(\d)"[^>]*><is><t[^>]*>([^<]) in a note</g)])
  expect(cells.map(([, style, begin]) => [begin, style])).toEqual([...beginnings.map((begin) => [begin, '4']), ['x', '3']])
})
