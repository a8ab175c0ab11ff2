/** Writing a note: its draft, its subject, and sending it without waiting for the reply. */
import { useEffect, useRef } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'
import { isSameTarget, type NoteTarget } from '../note-list.ts'
import {
  aimNote,
  clearSentNote,
  emptyNoteDraft,
  fitsNote,
  followFloor,
  type NoteDraft,
  parseNoteDraft,
  toggleTag,
  typeNote,
} from './draft.ts'

export type NoteComposer = {
  readonly draft: NoteDraft
  readonly target: NoteTarget
  /** The subject is fixed to one person while somebody else has the floor. */
  readonly isElsewhere: boolean
  readonly setText: (text: string) => void
  readonly toggleTag: (toggleTag: string) => void
  readonly setTarget: (target: NoteTarget | null) => void
  readonly add: () => void
}

/** `speakerTarget`: the subject of a note that is started now. */
export const useCompose = (speakerTarget: NoteTarget): NoteComposer => {
  const send = useSend('note-add')
  const [draft, change] = useDeviceDraft('note', emptyNoteDraft, parseNoteDraft)
  const target = draft.aim?.target ?? speakerTarget
  useFloorChange(speakerTarget, () => change(followFloor))
  const add = () => {
    if (!fitsNote(draft.text)) return
    const { text, tag } = draft
    change(clearSentNote)
    // A refused text comes back, unless the next note has been started.
    void send({ type: 'notes.add', data: { text, tag, ...target } }).then((reply) => {
      if (!reply.ok) change((now) => (now.text === '' ? { text, tag, aim: { target, chosen: true } } : now))
    })
  }
  return {
    draft,
    target,
    isElsewhere: !isSameTarget(target, speakerTarget),
    setText: (text) => change((now) => typeNote(now, text, speakerTarget)),
    toggleTag: (tag) => change((now) => toggleTag(now, tag)),
    setTarget: (to) => change((now) => aimNote(now, to, speakerTarget)),
    add,
  }
}

const useFloorChange = (speakerTarget: NoteTarget, onChange: () => void): void => {
  const before = useRef(speakerTarget)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (isSameTarget(before.current, speakerTarget)) return
    before.current = speakerTarget
    latest.current()
  }, [speakerTarget])
}
