/** Finds people in the roster whose organization has words that begin with the typed ones. The server searches. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'

export type FoundPerson = {
  readonly person: PersonId
  readonly entity: string
  readonly group: GroupId | null
  readonly channel: Channel
}

/** Letters typed quickly one after another lead to one request. */
const debounceMs = 150

/** Null until there is an answer to the typed text. */
export const useFoundPeople = (find: string): readonly FoundPerson[] | null => {
  const request = useRequest()
  const [found, setFound] = useState<readonly FoundPerson[] | null>(null)
  useEffect(() => {
    setFound(null)
    if (find.trim() === '') return undefined
    let isCurrent = true
    const timer = setTimeout(async () => {
      const result = await request('GET /api/staff/people', { query: { find: find.slice(0, 120) } })
      if (isCurrent) setFound(result.ok ? result.value.people : [])
    }, debounceMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [request, find])
  return found
}
