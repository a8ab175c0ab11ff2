/** Sends one request at a time. A press while one is under way does nothing. */
import { useState } from 'react'
import type { HttpResult } from './http.ts'

export type Submission<Args extends readonly unknown[] = []> = {
  readonly busy: boolean
  /** The last refusal, or null if there is none. Each refusal is a new object, so that two equal refusals both move the focus. */
  readonly refusal: Refusal | null
  readonly submit: (...args: Args) => void
  /** Forgets the refusal, for example when the form has changed. */
  readonly reset: () => void
}
type Refusal = Extract<HttpResult<never>, { ok: false }>

/** `send` returns null if there is nothing to send yet. `onDone` gets the answer, unless the request was refused. */
export const useSubmit = <T, Args extends readonly unknown[] = []>(
  send: (...args: Args) => Promise<HttpResult<T>> | Refusal | null,
  onDone?: (value: T) => void,
): Submission<Args> => {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const run = async (args: Args) => {
    const sent = busy ? null : send(...args)
    if (sent === null) return
    setBusy(true)
    setRefusal(null)
    const result = await sent
    setBusy(false)
    if (result.ok) onDone?.(result.value)
    else setRefusal(result)
  }
  return { busy, refusal, submit: (...args) => void run(args), reset: () => setRefusal(null) }
}
