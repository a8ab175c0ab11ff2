/** Notes being edited, and how an edit is sent: with the version that was read. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { useSend } from '../../../session/hooks.tsx'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'
import type { ListedNote } from '../note-list.ts'
import { isChanged, type NoteEdit, type NoteEdits, parseNoteEdits, setEdit, startEdit } from './edits.ts'

export type NoteEditor = {
  readonly edits: NoteEdits
  readonly start: (point: ListedNote) => void
  readonly update: (id: NoteId, edit: NoteEdit) => void
  readonly discard: (id: NoteId) => void
  /** Resolves to true once the session has stored the edit, or if nothing changed. */
  readonly save: (id: NoteId, edit: NoteEdit) => Promise<boolean>
  /** Adds the text as a new note, because the old one was removed. */
  readonly addAgain: (id: NoteId, edit: NoteEdit) => Promise<boolean>
}

const noEdits: NoteEdits = {}

export const useEdits = (): NoteEditor => {
  const send = useSend('note-edit')
  const [all, change] = useDeviceDraft('note-edits', noEdits, parseNoteEdits)
  const leave = (id: NoteId) => change((now) => setEdit(now, id, null))
  const done = (id: NoteId, ok: boolean): boolean => {
    if (ok) leave(id)
    return ok
  }
  return {
    edits: all,
    start: (point) => change((now) => setEdit(now, point.id, startEdit(point))),
    update: (id, edit) => change((now) => setEdit(now, id, edit)),
    discard: leave,
    save: async (id, edit) => {
      if (!isChanged(edit)) return done(id, true)
      const { text, tag, base } = edit
      const reply = await send({ type: 'notes.edit', data: { note: id, text, tag, expectedVersion: base.version } })
      return done(id, reply.ok)
    },
    addAgain: async (id, { text, tag, base: { segment, about } }) => {
      const reply = await send({ type: 'notes.add', data: { text, tag, segment, about } })
      return done(id, reply.ok)
    },
  }
}
