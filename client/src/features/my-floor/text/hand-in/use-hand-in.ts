/** What the interpreters have of me, and how it is handed in and taken back. */
import type { HandedIn } from '@rostrum/shared/protocol/booth'
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../../../session/hooks.tsx'
import { useAskedText } from '../../../../text/use-text.tsx'
import { screenReader } from '../../../../ui/screen-reader.ts'
import { useDeviceDraft } from '../../../../widgets/use-device-draft.ts'
import { handedName } from '../use-own-text.ts'
import { type Handed, type HandedInAnswer, handInPath, parseHanded } from './handed.ts'

type HandInEditor = {
  /** What this device handed in. */
  readonly handed: Handed | null
  /** What the server has. Null: nothing, or it has not answered. */
  readonly present: HandedInAnswer['handedIn']
  readonly isSending: boolean
  /** Why the last attempt failed. */
  readonly reason: string | null
  /** Resolves with whether it was taken. */
  readonly handIn: (what: HandedIn) => Promise<boolean>
  readonly takeBack: () => Promise<void>
}

export const useHandIn = (): HandInEditor => {
  const { t } = useAskedText()
  const request = useRequest()
  const turns = useView(({ myFloor }) => myFloor.pastTurns.length)
  const [stored, change] = useDeviceDraft<Handed | null>(handedName, null, parseHanded)
  const [present, setPresent] = useState<HandedInAnswer['handedIn']>(null)
  const [isSending, setSending] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => {
    void request<HandedInAnswer>(handInPath).then((result) => result.ok && setPresent(result.value.handedIn))
  }, [request])
  /** Undefined where it was not done. */
  const ask = async (method: 'PUT' | 'DELETE', body?: HandedIn): Promise<HandedInAnswer['handedIn'] | undefined> => {
    setSending(true)
    setReason(null)
    const result = await request<HandedInAnswer>(handInPath, method, body)
    setSending(false)
    if (!result.ok) {
      setReason(result.reason)
      return undefined
    }
    setPresent(result.value.handedIn)
    return result.value.handedIn
  }
  return {
    // Of an earlier turn nothing is there any more.
    handed: stored !== null && stored.turns === turns ? stored : null,
    present,
    isSending,
    reason,
    handIn: async (what) => {
      const taken = await ask('PUT', what)
      if (taken) change(() => ({ ...what, at: taken.at, turns }))
      return taken != null
    },
    takeBack: async () => {
      if ((await ask('DELETE')) === undefined) return
      change(() => null)
      screenReader.say(t('handIn.takenBack'), 'hand-in')
    },
  }
}
