/** The text that the interpreters have from me, and how it is handed in and taken back. */
import type { AnswerOf } from '@rostrum/shared/api/operations'
import type { HandedIn } from '@rostrum/shared/protocol/booth'
import { useEffect, useState } from 'react'
import { useRequest, useView } from '../../../../session/hooks.tsx'
import type { MemberReason } from '../../../../text/member-failure-text.ts'
import { useAskedText } from '../../../../text/use-text.tsx'
import { screenReader } from '../../../../ui/screen-reader.ts'
import { useDeviceDraft } from '../../../../widgets/use-device-draft.ts'
import { handedName } from '../use-own-text.ts'
import { type Handed, parseHanded } from './handed.ts'

/** The text on the server, or null if there is none. */
type Present = AnswerOf<'GET /api/me/booth-text'>['handedIn']

type HandInEditor = {
  /** The text that this device handed in. */
  readonly handed: Handed | null
  /** The text on the server. Null if there is none, or if it has not answered. */
  readonly present: Present
  readonly isSending: boolean
  /** The reason why the last attempt failed. */
  readonly reason: MemberReason | null
  /** Resolves with whether the text was accepted. */
  readonly handIn: (what: HandedIn) => Promise<boolean>
  readonly takeBack: () => Promise<void>
}

export const useHandIn = (): HandInEditor => {
  const { t } = useAskedText()
  const request = useRequest()
  const turns = useView(({ myFloor }) => myFloor.pastTurns.length)
  const [stored, change] = useDeviceDraft<Handed | null>(handedName, null, parseHanded)
  const [present, setPresent] = useState<Present>(null)
  const [isSending, setSending] = useState(false)
  const [reason, setReason] = useState<MemberReason | null>(null)
  useEffect(() => {
    void request('GET /api/me/booth-text', {}).then((result) => result.ok && setPresent(result.value.handedIn))
  }, [request])
  /** Hands in a text, or takes it back if `body` is null. Returns undefined if the request failed. */
  const ask = async (body: HandedIn | null): Promise<Present | undefined> => {
    setSending(true)
    setReason(null)
    const result = await (body === null ? request('DELETE /api/me/booth-text', {}) : request('PUT /api/me/booth-text', { body }))
    setSending(false)
    if (!result.ok) {
      setReason(result.reason)
      return undefined
    }
    setPresent(result.value.handedIn)
    return result.value.handedIn
  }
  return {
    // A text for an earlier turn no longer counts.
    handed: stored !== null && stored.turns === turns ? stored : null,
    present,
    isSending,
    reason,
    handIn: async (what) => {
      const taken = await ask(what)
      if (taken) change(() => ({ ...what, at: taken.at, turns }))
      return taken != null
    },
    takeBack: async () => {
      if ((await ask(null)) === undefined) return
      change(() => null)
      screenReader.say(t('handIn.takenBack'), 'hand-in')
    },
  }
}
