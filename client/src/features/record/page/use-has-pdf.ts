import { useEffect, useState } from 'react'
import { request } from '../../../session/http.ts'
import type { GetBearer } from './use-record-page.ts'

/** True once the server has said that it can make PDF files. */
export const useHasPdf = (session: string, getBearer: GetBearer): boolean => {
  const [hasPdf, setHasPdf] = useState(false)
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const secret = await getBearer()
      const answer = secret.ok ? await request('GET /api/sessions/:id/record/files', { params: { id: session } }, secret.value) : secret
      if (!isGone && answer.ok) setHasPdf(answer.value.pdf)
    }
    void ask()
    return () => {
      isGone = true
    }
  }, [session, getBearer])
  return hasPdf
}
