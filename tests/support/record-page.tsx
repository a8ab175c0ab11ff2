/** The record page as it stands in a browser, over doors that the test answers. */
import { RecordView } from '@rostrum/client/surfaces/record/record-surface.tsx'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'

type Call = { readonly path: string; readonly bearer: string | null }

/** `files`: what is answered when a file is asked for. */
type Doors = { record: SessionRecord | 'refused'; files: (path: string) => Response }

export const fileNamed = (name: string) => () =>
  new Response('content', { headers: { 'content-disposition': `attachment; filename="${name}"` } })

export const opensRecord = async (record: SessionRecord) => {
  const doors: Doors = { record, files: fileNamed('record.docx') }
  const calls: Call[] = []
  const saved: string[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    calls.push({ path, bearer: new Headers(request.headers).get('authorization') })
    if (!path.endsWith('/record')) return doors.files(path)
    return doors.record === 'refused'
      ? Response.json({ why: 'unavailable' }, { status: 503 })
      : Response.json(structuredClone(doors.record))
  })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  URL.createObjectURL = () => 'blob:saved'
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  const bearer = async () => ({ ok: true as const, value: 'secret' })
  render(<RecordView session="s" bearer={bearer} from="desk" />)
  await screen.findByRole('heading', { name: /What was said|Ce qui a été dit|ما قيل/ })
  return { doors, calls, saved }
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const plain = (words: string | null): string => (words ?? '').replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ')
export const text = (): string => plain(document.body.textContent)
/** Cells of the rows of the table that is called so. */
export const rowsOf = (name: string | RegExp): readonly (readonly string[])[] => {
  const table = screen.getByRole('group', { name }).querySelector('table')
  return [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => plain(cell.textContent)))
}
