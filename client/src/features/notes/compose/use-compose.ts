/** Writing a point: its draft, whom it is for, and sending it without waiting for the answer. */
import { useEffect, useRef } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { useKept } from '../../../widgets/use-device-draft.ts'
import { sameTarget, type Target } from '../note-list.ts'
import { afterSending, aimed, type Draft, draftIn, fits, floorChanged, nothing, tagged, typed } from './draft.ts'

export type Composing = {
  readonly draft: Draft
  readonly target: Target
  /** It stays with somebody while another has the floor. */
  readonly elsewhere: boolean
  readonly write: (text: string) => void
  readonly tag: (tag: string) => void
  readonly aim: (target: Target | null) => void
  readonly add: () => void
}

/** `speaking`: whom a point is for that is begun now. */
export const useCompose = (speaking: Target): Composing => {
  const send = useSend()
  const [draft, change] = useKept('note', nothing, draftIn)
  const target = draft.aim?.target ?? speaking
  useFloorChange(speaking, () => change(floorChanged))
  const add = () => {
    if (!fits(draft.text)) return
    const { text, tag } = draft
    change(afterSending)
    // Refused words come back, unless the next point has been begun.
    void send({ type: 'notes.add', data: { text, tag, ...target } }).then((reply) => {
      if (!reply.ok) change((now) => (now.text === '' ? { text, tag, aim: { target, chosen: true } } : now))
    })
  }
  return {
    draft,
    target,
    elsewhere: !sameTarget(target, speaking),
    write: (text) => change((now) => typed(now, text, speaking)),
    tag: (tag) => change((now) => tagged(now, tag)),
    aim: (to) => change((now) => aimed(now, to, speaking)),
    add,
  }
}

const useFloorChange = (speaking: Target, changed: () => void): void => {
  const before = useRef(speaking)
  const latest = useRef(changed)
  useEffect(() => {
    latest.current = changed
  })
  useEffect(() => {
    if (sameTarget(before.current, speaking)) return
    before.current = speaking
    latest.current()
  }, [speaking])
}
