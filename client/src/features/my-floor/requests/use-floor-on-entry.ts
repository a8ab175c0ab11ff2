/** Sends the request of a person who asked for the floor while joining. */
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { useEffect } from 'react'
import { takeFloorOnEntry } from '../../../session/floor-on-entry.ts'
import { useSend } from '../../../session/hooks.tsx'

export const useFloorOnEntry = (): void => {
  const send = useSend('own-request')
  useEffect(() => {
    if (takeFloorOnEntry()) void send({ type: 'queue.join', data: { kind: ordinaryKind, topic: null } })
  }, [send])
}
