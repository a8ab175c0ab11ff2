/** A list on its way in: chosen, looked at by the server, put right, and imported whole. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useRef, useState } from 'react'
import { useAsk } from '../../../session/hooks.tsx'
import { headerOf } from './list-header.ts'
import { asList, type Chosen, type Imported, largestList, listDoor, type Preview } from './list-preview.ts'

export type Refused = { readonly why: string; readonly more?: object | undefined }
type Looked = { readonly file: File; readonly headers: readonly string[]; readonly chosen: Chosen; readonly preview: Preview | null }

export type Importing = {
  readonly looked: Looked | null
  readonly refused: Refused | null
  readonly busy: boolean
  readonly done: Imported | null
  readonly take: (file: File) => void
  readonly choose: (chosen: Chosen) => void
  readonly go: () => void
}

export const useImport = (session: SessionId, onImported: () => void): Importing => {
  const ask = useAsk()
  const [looked, hold] = useState<Looked | null>(null)
  const [refused, refuse] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, finish] = useState<Imported | null>(null)
  const wanted = useRef(0)

  const look = async (file: File, chosen: Chosen) => {
    wanted.current += 1
    const turn = wanted.current
    setBusy(true)
    refuse(null)
    const headers = await headerOf(file)
    const answer =
      file.size > largestList
        ? ({ ok: false, why: 'too-large' } as const)
        : await ask<Preview>(listDoor(session, 'preview', chosen), 'POST', asList(file))
    if (turn !== wanted.current) return
    setBusy(false)
    hold({ file, headers, chosen, preview: answer.ok ? answer.value : null })
    if (!answer.ok) refuse(answer)
  }
  const go = async () => {
    if (looked === null || busy) return
    const { file, chosen } = looked
    setBusy(true)
    refuse(null)
    const answer = await ask<Imported>(listDoor(session, 'import', chosen), 'POST', asList(file))
    setBusy(false)
    if (!answer.ok) return refuse(answer)
    finish(answer.value)
    onImported()
  }
  return {
    looked,
    refused,
    busy,
    done,
    take: (file) => void look(file, {}),
    choose: (chosen) => {
      if (looked !== null) void look(looked.file, chosen)
    },
    go: () => void go(),
  }
}
