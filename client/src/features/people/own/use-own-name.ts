/** My name and my consent to being named in the record, as the server has them. */
import { useEffect, useState } from 'react'
import { useRequest } from '../../../session/hooks.tsx'

/** `nameInRecord` is null while I have not answered, `name` while it is not known. */
export type OwnName = { readonly nameInRecord: boolean | null; readonly name: string | null }

const endpoint = '/api/me'

export const useOwnName = () => {
  const request = useRequest()
  const [saved, setSaved] = useState<OwnName | null>(null)
  const [justSaved, setJustSaved] = useState(false)
  const [busy, setBusy] = useState(true)
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => {
    let open = true
    void request<OwnName>(endpoint).then((result) => {
      if (!open) return
      setBusy(false)
      if (result.ok) setSaved(result.value)
      else setReason(result.reason)
    })
    return () => {
      open = false
    }
  }, [request])
  const save = async (changed: Partial<OwnName>) => {
    setBusy(true)
    setReason(null)
    const result = await request<OwnName>(endpoint, 'PUT', changed)
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    setSaved(result.value)
    setJustSaved(true)
  }
  /** What was said about the last attempt no longer holds. */
  const touch = () => {
    setJustSaved(false)
    setReason(null)
  }
  return { saved, busy, justSaved, reason, save, touch }
}
