/** My name and my consent to being named in the record, as the server has them. */

import type { OwnName } from '@rostrum/shared/api/me'
import { useEffect, useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'
import type { ApiInput } from '../../../session/http.ts'
import type { MemberReason } from '../../../text/member-failure-text.ts'

export const useOwnName = () => {
  const request = useRequest()
  const [saved, setSaved] = useState<OwnName | null>(null)
  const [justSaved, setJustSaved] = useState(false)
  const [busy, setBusy] = useState(true)
  const [reason, setReason] = useState<MemberReason | null>(null)
  useEffect(() => {
    let open = true
    void request('GET /api/me', {}).then((result) => {
      if (!open) return
      setBusy(false)
      if (result.ok) setSaved(result.value)
      else setReason(result.reason)
    })
    return () => {
      open = false
    }
  }, [request])
  const save = async (changed: ApiInput<'PUT /api/me'>['body']) => {
    setBusy(true)
    setReason(null)
    const result = await request('PUT /api/me', { body: changed })
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    setSaved(result.value)
    setJustSaved(true)
  }
  /** A message about the last attempt no longer holds. */
  const touch = () => {
    setJustSaved(false)
    setReason(null)
  }
  return { saved, busy, justSaved, reason, save, touch }
}
