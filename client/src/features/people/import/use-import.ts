/** The steps of an import: choose a list, let the server check it, correct it, import all of it. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import { readHeader } from './list-header.ts'
import { type ColumnChoices, type ImportResult, type ListPreview, makeListUrl, maxListBytes, toCsvBlob } from './list-preview.ts'

export type ImportRefusal = { readonly reason: string; readonly details?: object | undefined }
type ChosenList = {
  readonly file: File
  readonly headers: readonly string[]
  readonly chosen: ColumnChoices
  readonly preview: ListPreview | null
}

export type ImportState = {
  readonly list: ChosenList | null
  readonly refusal: ImportRefusal | null
  readonly busy: boolean
  readonly done: ImportResult | null
  readonly chooseFile: (file: File) => void
  readonly chooseColumns: (chosen: ColumnChoices) => void
  readonly submit: () => void
}

export const useImport = (session: SessionId, onImported: () => void): ImportState => {
  const request = useRequest()
  const [looked, setList] = useState<ChosenList | null>(null)
  const [refused, setRefusal] = useState<ImportRefusal | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<ImportResult | null>(null)
  const lastRequest = useRef(0)

  const preview = async (file: File, chosen: ColumnChoices) => {
    lastRequest.current += 1
    const turn = lastRequest.current
    setBusy(true)
    setRefusal(null)
    const headers = await readHeader(file)
    const result =
      file.size > maxListBytes
        ? ({ ok: false, reason: 'too-large' } as const)
        : await request<ListPreview>(makeListUrl(session, 'preview', chosen), 'POST', toCsvBlob(file))
    if (turn !== lastRequest.current) return
    setBusy(false)
    setList({ file, headers, chosen, preview: result.ok ? result.value : null })
    if (!result.ok) setRefusal(result)
  }
  const go = async () => {
    if (looked === null || busy) return
    const { file, chosen } = looked
    setBusy(true)
    setRefusal(null)
    const result = await request<ImportResult>(makeListUrl(session, 'import', chosen), 'POST', toCsvBlob(file))
    setBusy(false)
    if (!result.ok) return setRefusal(result)
    setDone(result.value)
    onImported()
  }
  return {
    list: looked,
    refusal: refused,
    busy,
    done,
    chooseFile: (file) => void preview(file, {}),
    chooseColumns: (chosen) => {
      if (looked !== null) void preview(looked.file, chosen)
    },
    submit: () => void go(),
  }
}
