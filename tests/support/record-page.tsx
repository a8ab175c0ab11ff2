/** The record page with HTTP replies from the test. */
import { RecordSurface } from '@rostrum/client/surfaces/record/record-surface.tsx'
import { buildRecordPage } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { translateRecord } from '@rostrum/shared/contract/record-words'
import type { RecordPageContent } from '@rostrum/shared/contract/report-blocks'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'

type Call = { readonly path: string; readonly bearer: string | null; readonly sent?: Blob; readonly json?: unknown }

/** `files`: gives the answer to the request for a file. `command`: gives the answer to a command. */
type RecordAnswers = { record: SessionRecord | 'refused'; files: (path: string) => Response; command: () => Response }

/** The page as the server makes it. */
export const makeRecordPage = (record: SessionRecord, language: LanguageId = 'en'): RecordPageContent => {
  const work = buildRecordPage(translateRecord(record, language), getReportText(language))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

export const answerWithFile = (name: string) => () =>
  new Response('content', { headers: { 'content-disposition': `attachment; filename="${name}"` } })

/** `pdf`: the server can make PDF files. */
export const openRecordPage = async (record: SessionRecord, pdf = false) => {
  const answers: RecordAnswers = { record, files: answerWithFile('record.docx'), command: () => Response.json({ ok: true }) }
  const calls: Call[] = []
  const savedFiles: string[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (path.endsWith('/record/files')) return Response.json({ pdf })
    const { body } = request
    const sent = { ...(body instanceof Blob && { sent: body }), ...(typeof body === 'string' && { json: JSON.parse(body) as unknown }) }
    calls.push({ path, bearer: new Headers(request.headers).get('authorization'), ...sent })
    if (path.endsWith('/commands')) return answers.command()
    const [, language] = /\/record\/page\?language=(\w+)$/.exec(path) ?? []
    if (language === undefined) return answers.files(path)
    return answers.record === 'refused'
      ? Response.json({ reason: 'unavailable' }, { status: 503 })
      : Response.json(
          makeRecordPage(
            answers.record,
            languageIds.find((id) => id === language),
          ),
        )
  })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  URL.createObjectURL = () => 'blob:saved'
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    savedFiles.push(this.download)
  })
  const bearer = async () => ({ ok: true as const, value: 'secret' })
  render(<RecordSurface session="s" bearer={bearer} origin="secretariat" />)
  await screen.findByRole('heading', { level: 1 })
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
