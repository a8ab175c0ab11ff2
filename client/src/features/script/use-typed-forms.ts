/** The forms to be said, which the organizer typed. They are personal data, so they are in the roster and not in the view. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../session/hooks.tsx'
import type { TypedForms } from './format-script.ts'

const retryMs = 5_000
const none: TypedForms = { organizations: new Map(), panellists: new Map() }

/** Requests them again for each turn and each next speaker, because the roster can change during the session. */
export const useTypedForms = (): TypedForms => {
  const request = useRequest()
  const [forms, setForms] = useState(none)
  const turn = useView(({ floor }) => floor.current?.id)
  const next = useView(({ queue }) => queue.next)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn or next speaker is the reason to ask again
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const load = async () => {
      const result = await request('GET /api/staff/spoken-names', {})
      if (!isCurrent) return
      if (!result.ok) timer = setTimeout(load, retryMs)
      else setForms(toForms(result.value.names))
    }
    void load()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [request, turn, next])
  return forms
}

type SpokenName = { readonly person: PersonId; readonly entity: string; readonly panellist: boolean; readonly said: string }

const toForms = (names: readonly SpokenName[]): TypedForms => ({
  organizations: new Map(names.flatMap(({ panellist, entity, said }) => (panellist ? [] : [[entity, said]]))),
  panellists: new Map(names.flatMap(({ panellist, person, said }) => (panellist ? [[person, said]] : []))),
})
