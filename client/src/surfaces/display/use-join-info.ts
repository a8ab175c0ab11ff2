/** Returns how to join now. After a renewal the old code is hidden until the new one arrives. */
import type { JoinInfo } from '@rostrum/shared/api/tickets'
import { useEffect, useState } from 'react'
import type { Joining } from '../../features/session/display/display-join.tsx'
import { loadLink } from '../../session/device-links.ts'
import { useView } from '../../session/hooks.tsx'
import { request } from '../../session/http.ts'

const retryDelayMs = 3000

export const useJoinInfo = (initial: JoinInfo | null): Joining | null => {
  const renewals = useView(({ joinCodeRenewals }) => joinCodeRenewals ?? 0)
  const admits = useView(({ admitsByCode }) => admitsByCode === true)
  const [latest, setLatest] = useState(initial)
  const isCurrent = latest !== null && latest.renewed >= renewals
  useEffect(() => {
    if (isCurrent) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCancelled = false
    const load = async () => {
      const result = await request('POST /api/tickets', { body: { link: loadLink('display') ?? '-' } })
      if (isCancelled) return
      const joinInfo = result.ok ? result.value.joining : null
      // A node that has not heard of the renewal yet is asked again.
      if (joinInfo !== null && joinInfo.renewed >= renewals) setLatest(joinInfo)
      else timer = setTimeout(() => void load(), retryDelayMs)
    }
    void load()
    return () => {
      isCancelled = true
      clearTimeout(timer)
    }
  }, [isCurrent, renewals])
  if (!admits) return 'personal-link'
  return isCurrent ? latest : null
}
