/**
 * Lines to the partner that the server does not have yet. They are sent in order. Each is repeated with the same id until it is answered,
 * so it is stored once. They are kept only in memory, like everything that interpreters write to each other.
 */
import { isPassing } from '@rostrum/shared/api/reasons'
import { useCallback, useEffect, useState } from 'react'
import { useConnectionStatus, useRequest } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { useDevice } from '../use-booth.ts'

export type UnsentLine = { readonly id: string; readonly text: string }

/** How long, in milliseconds, until a line is sent again while the connection seems to be there. */
const retryAfter = 3_000

/** `onRefused`: called if the line will never be accepted. */
export const useWaitingLines = (onRefused: (text: string) => void) => {
  const request = useRequest()
  const device = useDevice()
  const isLive = useConnectionStatus().kind === 'live'
  const [waiting, setWaiting] = useState<readonly UnsentLine[]>([])
  const [attempt, setAttempt] = useState(0)
  const first = waiting[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt sends again
  useEffect(() => {
    if (!isLive || first === undefined) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = async () => {
      const result = await request('POST /api/booth/lines', { body: { ...first, device } })
      if (isOver) return
      const isRefused = !result.ok && !isPassing(result.reason)
      if (!result.ok && !isRefused) timer = setTimeout(() => setAttempt((count) => count + 1), retryAfter)
      else setWaiting((lines) => lines.filter(({ id }) => id !== first.id))
      if (isRefused) onRefused(first.text)
    }
    void send()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [first, isLive, attempt, request, device, onRefused])
  const write = useCallback((text: string) => setWaiting((lines) => [...lines, { id: newCommandId(), text }]), [])
  return { waiting, write }
}
