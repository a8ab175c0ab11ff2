/** Names that the staff typed for speakers. They are not in the view, so the pages of the staff request them, once for each. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import { useRequest, useView } from './hooks.tsx'

export type TypedNames = ReadonlyMap<EntryId, string>

export const useTypedNames = create<TypedNames>(() => new Map())

const retryMs = 5_000
/** Stands in for a name that no longer exists, so that it is not requested again. */
const deleted = ''

/** Requests the names whenever a row has an unknown one. Each page of the staff uses it once. */
export const useLoadTypedNames = (): void => {
  const request = useRequest()
  const names = useTypedNames()
  const entries = useView((view) => view.entries)
  const unknown = useMemo(() => findUnknown(entries, names), [entries, names])
  useEffect(() => {
    if (unknown === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const load = async () => {
      const result = await request('GET /api/staff/typed-names', {})
      if (!isCurrent) return
      if (result.ok)
        useTypedNames.setState(new Map([[unknown, deleted], ...result.value.names.map(({ id, name }) => [id, name] as const)]), true)
      else timer = setTimeout(load, retryMs)
    }
    void load()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [request, unknown])
}

const findUnknown = (entries: View['entries'], names: TypedNames): EntryId | null => {
  for (const id in entries) {
    const nameId = entries[id as EntryId]?.staff?.nameId
    if (nameId && !names.has(nameId)) return nameId
  }
  return null
}
