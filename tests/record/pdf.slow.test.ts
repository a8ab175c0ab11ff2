/** The PDF of the report: LibreOffice makes it, and nothing of it stays. */

import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { exportPdf } from '@rostrum/server/services/record/export-record'
import { PdfError, PdfMaker } from '@rostrum/server/services/record/pdf-maker'
import { expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'

const commits = buildModelLog()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const listFolders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('rostrum-pdf-'))

test.each(['en', 'ar'] as const)('[R91] the report is a tagged PDF in %s, and leaves no file behind', async (language) => {
  const pdfs = await PdfMaker.open()
  expect(pdfs.isAvailable).toBe(true)
  const before = await listFolders()
  const { name, type, bytes } = await exportPdf(modelId, commits, { language, public: false, notes: false }, pdfs)
  expect([name, type]).toEqual([`${modelId}-record.pdf`, 'application/pdf'])
  expect(text(bytes).slice(0, 5)).toBe('%PDF-')
  expect(text(bytes)).toContain('/StructTreeRoot')
  expect(await listFolders()).toEqual(before)
})

test('[R91] without LibreOffice there is no PDF', async () => {
  const pdfs = await PdfMaker.open('/nowhere:')
  expect(pdfs.isAvailable).toBe(false)
  await expect(pdfs.make(new Uint8Array())).rejects.toEqual(new PdfError('absent'))
})

test('[R91] a program that makes nothing is said to have failed', async () => {
  await expect(new PdfMaker('/bin/true').make(new Uint8Array())).rejects.toMatchObject({ kind: 'failed' })
  await expect(new PdfMaker('/bin/false').make(new Uint8Array())).rejects.toMatchObject({ kind: 'failed' })
})
