// @vitest-environment jsdom
/** The downloads of the record page: formats, versions, the template of the organization. */
import { loadLanguage } from '@rostrum/client/text/text'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerWithFile, getPageText, openRecordPage, press } from '../support/record-page.tsx'
import { buildScriptedLog } from '../support/scripted-log.ts'

const modelRecord = buildRecord('s' as SessionId, buildScriptedLog({ requests: 32, closes: true }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('downloads', () => {
  test('use the bearer token, the chosen language and version, and the file name from the server', async () => {
    const { calls, savedFiles: saved } = await openRecordPage(modelRecord)
    await press('Word document')
    await waitFor(() => expect(saved).toEqual(['record.docx']))
    expect(calls.at(-1)).toEqual({ path: '/api/sessions/s/record.docx?language=en', bearer: 'Bearer secret' })
    await userEvent.selectOptions(screen.getByLabelText('Language of the document'), 'ar')
    await userEvent.click(screen.getByRole('checkbox', { name: /Public version/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /With the notes/ }))
    await press('Spreadsheet')
    await waitFor(() => expect(saved).toHaveLength(2))
    expect(calls.at(-1)?.path).toBe('/api/sessions/s/record.xlsx?language=ar&public=true&notes=true')
  })

  test('[R91] offer a PDF where the server can make one, and not elsewhere', async () => {
    const { calls, savedFiles: saved } = await openRecordPage(modelRecord, true)
    await screen.findByRole('button', { name: 'PDF' })
    await press('PDF')
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(calls.at(-1)?.path).toBe('/api/sessions/s/record.pdf?language=en')
    cleanup()
    await openRecordPage(modelRecord)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'PDF' })).toBeNull())
  })

  test('[R92] take the look of a template that was chosen, until it is removed, and explain a refusal', async () => {
    const { answers, calls, savedFiles: saved } = await openRecordPage(modelRecord, true)
    const choose = (size: number) => {
      const field = document.querySelector<HTMLInputElement>('input[type=file][accept=".docx"]')
      if (field === null) throw new Error('no field for a template')
      return userEvent.upload(field, new File([new Uint8Array(size)], 'house.docx'))
    }
    await choose(4_000_001)
    expect(getPageText()).toContain('The template is larger than 4 MB.')
    await choose(900)
    expect(getPageText()).toContain('With this template: house.docx')
    expect(getPageText()).not.toContain('The template is larger than 4 MB.')
    for (const [index, [name, ending]] of (
      [
        ['Word document', 'docx'],
        ['PDF', 'pdf'],
      ] as const
    ).entries()) {
      await press(name)
      await waitFor(() => expect(saved).toHaveLength(index + 1))
      expect(calls.at(-1)).toMatchObject({ path: `/api/sessions/s/record.${ending}?language=en`, sent: { size: 900 } })
    }
    await press('Spreadsheet')
    await waitFor(() => expect(saved).toHaveLength(3))
    expect(calls.at(-1)?.sent).toBeUndefined()
    answers.files = () => Response.json({ reason: 'template-macros' }, { status: 422 })
    await press('Word document')
    await screen.findByText(/The template contains macros or embedded files./)
    answers.files = answerWithFile('record.docx')
    await press('Remove')
    await press('Word document')
    await waitFor(() => expect(saved).toHaveLength(4))
    expect(calls.at(-1)?.sent).toBeUndefined()
  })

  test('explain what the public version leaves out, and include the notes only on request', async () => {
    const { calls, savedFiles: saved } = await openRecordPage(modelRecord)
    const version = screen.getByRole('checkbox', { name: /Public version/ })
    expect(getPageText()).toContain(
      'Leaves out unpublished questions, the names of hidden authors, reasons given to one person, the notes, and the text of captions.',
    )
    await userEvent.click(version)
    await userEvent.click(screen.getByRole('checkbox', { name: /With the notes/ }))
    await userEvent.click(version)
    await userEvent.click(version)
    await press('JSON')
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(calls.at(-1)?.path).toBe('/api/sessions/s/record.json?language=en&public=true')
  })

  test('that fail are explained in words, and can be tried again', async () => {
    const { answers, savedFiles: saved } = await openRecordPage(modelRecord)
    answers.files = () => Response.json({ reason: 'unavailable' }, { status: 503 })
    await press('CSV')
    expect((await screen.findByRole('alert')).textContent).toBe('The record could not be prepared. Try again.')
    expect(saved).toEqual([])
    answers.files = answerWithFile('record.zip')
    await press('CSV')
    await waitFor(() => expect(saved).toEqual(['record.zip']))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
