/** The record page with HTTP replies from the test. */
import { RecordSurface } from '@rostrum/client/surfaces/record/record-surface.tsx'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'

type Call = { readonly path: string; readonly bearer: string | null }

/** `files`: gives the answer to the request for a file. */
type RecordAnswers = { record: SessionRecord | 'refused'; files: (path: string) => Response }

export const answerWithFile = (name: string) => () =>
  new Response('content', { headers: { 'content-disposition': `attachment; filename="${name}"` } })

export const openRecordPage = async (record: SessionRecord) => {
  const answers: RecordAnswers = { record, files: answerWithFile('record.docx') }
  const calls: Call[] = []
  const savedFiles: string[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    calls.push({ path, bearer: new Headers(request.headers).get('authorization') })
    if (!path.endsWith('/record')) return answers.files(path)
    return answers.record === 'refused'
      ? Response.json({ reason: 'unavailable' }, { status: 503 })
      : Response.json(structuredClone(answers.record))
  })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  URL.createObjectURL = () => 'blob:saved'
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    savedFiles.push(this.download)
  })
  const bearer = async () => ({ ok: true as const, value: 'secret' })
  render(<RecordSurface session="s" bearer={bearer} origin="secretariat" />)
  await screen.findByRole('heading', { name: /What was said|Ce qui a été dit|المناقشة/ })
  return { answers, calls, savedFiles }
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const normalizeText = (words: string | null): string => (words ?? '').replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ')
export const getPageText = (): string => normalizeText(document.body.textContent)
/** Returns the cells of each row of the table with this name. */
export const getTableRows = (name: string | RegExp): readonly (readonly string[])[] => {
  const table = screen.getByRole('group', { name }).querySelector('table')
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => normalizeText(cell.textContent)))
}
