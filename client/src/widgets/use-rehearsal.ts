/** Whether this session has a rehearsal, which the opening would delete. Only the server knows it, so it is asked regularly. */
import type { SessionPhase } from '@rostrum/shared/contract/enums'
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../session/hooks.tsx'

const refreshMs = 15_000

/** Returns the phase of the rehearsal, or null if there is none or this session has been opened. */
export const useRehearsalPhase = (): SessionPhase | null => {
  const request = useRequest()
  const isAsked = useView(({ session }) => session.phase === 'planned' && !session.rehearsal)
  const [phase, setPhase] = useState<SessionPhase | null>(null)
  useEffect(() => {
    if (!isAsked) return
    const refresh = async () => {
      const result = await request('GET /api/staff/rehearsal', {})
      if (result.ok) setPhase(result.value.phase)
    }
    void refresh()
    const timer = setInterval(() => document.visibilityState === 'visible' && void refresh(), refreshMs)
    return () => clearInterval(timer)
  }, [isAsked, request])
  return isAsked ? phase : null
}
