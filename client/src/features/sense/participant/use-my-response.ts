/**
 * The response of this device. The server tells it to nobody, so the device remembers it, with the receipt that allows a change. It sends
 * the response again after a restart that lost it.
 */
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useEffect } from 'react'
import { useCancelPending, useSend, useView } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { useSessionStore } from '../../../session/store.ts'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'

/** `arrived`: the server has confirmed it. `restarts`: the number of restarts of the prompt when it was sent. */
type Remembered = {
  readonly prompt: string
  readonly receipt: string
  readonly option: number
  readonly restarts: number
  readonly arrived: boolean
}
const nothing: Remembered = { prompt: '', receipt: '', option: -1, restarts: 0, arrived: false }

const parse = (stored: unknown): Remembered | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { prompt, receipt, option, restarts, arrived } = stored as Partial<Remembered>
  return typeof prompt === 'string' && typeof receipt === 'string' && typeof option === 'number'
    ? { prompt, receipt, option, restarts: restarts ?? 0, arrived: arrived === true }
    : null
}

export type MyChoice = {
  readonly option: number | null
  /**
   * `mine`: this device gave the response that counts. `delegation`: another one of the delegation did, and this device does not know how.
   * `elsewhere`: sent by another device of this person. `lost`: it did not arrive before the close.
   */
  readonly state: 'none' | 'sending' | 'waiting' | 'mine' | 'delegation' | 'elsewhere' | 'lost'
  readonly respond: (option: number) => void
}

export const useMyResponse = (prompt: PromptView): MyChoice => {
  const send = useSend('sense')
  const sendAgain = useSend('background')
  const cancel = useCancelPending()
  const known = useView(({ myResponse }) => (myResponse?.prompt === prompt.id ? myResponse : null))
  const pending = useSessionStore(({ pending: all }) =>
    all.find(({ envelope }) => envelope.type === 'sense.respond' && envelope.data.prompt === prompt.id),
  )
  const [remembered, change] = useDeviceDraft('sense', nothing, parse)
  const own = remembered.prompt === prompt.id ? remembered : null
  const isOpen = prompt.status === 'open'
  const mustSendAgain = isOpen && own?.arrived === true && own.restarts < prompt.restarts && pending === undefined
  const hasArrived = own !== null && !own.arrived && known?.own === true && pending === undefined

  useEffect(() => {
    if (hasArrived) change((before) => ({ ...before, arrived: true }))
  }, [hasArrived, change])
  useEffect(() => {
    if (!mustSendAgain) return
    change((before) => ({ ...before, restarts: prompt.restarts }))
    void sendAgain({ type: 'sense.respond', data: { prompt: prompt.id, option: remembered.option, receipt: remembered.receipt } })
  }, [mustSendAgain, change, sendAgain, prompt.id, prompt.restarts, remembered.option, remembered.receipt])

  const respond = (option: number) => {
    if (!isOpen || pending?.status === 'sending') return
    if (pending) cancel(pending)
    const next = { prompt: prompt.id as string, receipt: own?.receipt ?? newCommandId(), option, restarts: prompt.restarts, arrived: false }
    change(() => next)
    void send({ type: 'sense.respond', data: { prompt: prompt.id, option, receipt: next.receipt } }).then(({ ok }) =>
      change((now) => {
        if (now.receipt !== next.receipt || now.option !== option) return now
        return ok ? { ...now, arrived: true } : (own ?? nothing)
      }),
    )
  }

  if (pending?.envelope.type === 'sense.respond') return { respond, option: pending.envelope.data.option, state: pending.status }
  const isOfDelegation = prompt.one === 'delegation' && known !== null && !(known.own && own?.arrived)
  if (isOfDelegation) return { respond, option: null, state: 'delegation' }
  if (own?.arrived) return { respond, option: own.option, state: 'mine' }
  if (own !== null && !isOpen) return { respond, option: null, state: 'lost' }
  return { respond, option: null, state: known === null ? 'none' : 'elsewhere' }
}
