/** The steps of an import: choose a list, let the server check it, correct how it is read, import it all. */

import type { FailureReason } from '@rostrum/shared/api/reasons'
import { maxListBytes } from '@rostrum/shared/contract/lengths'
import type { ListValue } from '@rostrum/shared/contract/people-lists'
import { useRef, useState } from 'react'
import type { ApiRequest } from '../../../session/http.ts'
import { type ImportResult, type ListChoices, type ListPreview, type ListRefusal, makeListInput } from './list-preview.ts'

export type ImportRefusal = { readonly reason: FailureReason; readonly details?: ListRefusal | undefined }
type ChosenList = {
  readonly file: File
  readonly choices: ListChoices
  /** Null if the list could not be read. */
  readonly preview: ListPreview | null
  /** The source and headers of the file, even if its columns are not clear. Null if nothing is known. */
  readonly found: Pick<ListPreview, 'source' | 'headers'> | null
}

export type ImportState = {
  readonly list: ChosenList | null
  readonly refusal: ImportRefusal | null
  readonly busy: boolean
  readonly done: ImportResult | null
  readonly chooseFile: (file: File) => void
  readonly choose: (choices: ListChoices) => void
  /** Says what a value of the list means. Null takes it back. */
  readonly match: (value: Omit<ListValue, 'value'> & { readonly value: string | null }) => void
  readonly submit: () => void
}

export const useImport = (session: string, request: ApiRequest, onImported: () => void): ImportState => {
  const [list, setList] = useState<ChosenList | null>(null)
  const [refused, setRefusal] = useState<ImportRefusal | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<ImportResult | null>(null)
  const lastRequest = useRef(0)

  const preview = async (file: File, choices: ListChoices) => {
    lastRequest.current += 1
    const turn = lastRequest.current
    setBusy(true)
    setRefusal(null)
    const result =
      file.size > maxListBytes
        ? ({ ok: false, reason: 'too-large' } as const)
        : await request('POST /api/sessions/:id/people/preview', makeListInput(session, file, choices))
    if (turn !== lastRequest.current) return
    setBusy(false)
    // The choices stay on the page if one of them was refused, so that the user can take it back.
    const found = result.ok ? result.value : (readRefusedColumns(result) ?? (list?.file === file ? list.found : null))
    setList({ file, choices, preview: result.ok ? result.value : null, found })
    if (!result.ok) setRefusal(result)
  }
  const go = async () => {
    if (list === null || busy) return
    setBusy(true)
    setRefusal(null)
    const result = await request('POST /api/sessions/:id/people/import', makeListInput(session, list.file, list.choices))
    setBusy(false)
    if (!result.ok) return setRefusal(result)
    setDone(result.value)
    onImported()
  }
  const match = async (value: Parameters<ImportState['match']>[0]) => {
    if (list === null || busy) return
    setBusy(true)
    const result = await request('PUT /api/sessions/:id/people/values', { params: { id: session }, body: value })
    if (result.ok) return await preview(list.file, list.choices)
    setBusy(false)
    setRefusal(result)
  }
  return {
    list,
    refusal: refused,
    busy,
    done,
    chooseFile: (file) => void preview(file, { columns: {} }),
    choose: (choices) => {
      if (list !== null) void preview(list.file, choices)
    },
    match: (value) => void match(value),
    submit: () => void go(),
  }
}

/** Returns what the server knows about a file whose columns are not clear. */
export const readRefusedColumns = ({ details }: ImportRefusal) => {
  if (details === undefined || !('columnFaults' in details)) return null
  const { source, headers, columnFaults } = details
  return source && headers && columnFaults ? { source, headers, columnFaults } : null
}
