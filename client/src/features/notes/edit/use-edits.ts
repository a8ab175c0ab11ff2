/** The points that are being changed, and how a change is sent: against the point as it was read. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { useSend } from '../../../session/hooks.tsx'
import { useKept } from '../../../widgets/use-device-draft.ts'
import type { Point } from '../note-list.ts'
import { begun, type Edit, type Edits, editsIn, isChanged, withEdit } from './edits.ts'

export type Editing = {
  readonly all: Edits
  readonly begin: (point: Point) => void
  readonly write: (id: NoteId, edit: Edit) => void
  readonly leave: (id: NoteId) => void
  /** True once the session has it, or where there was nothing to say. */
  readonly save: (id: NoteId, edit: Edit) => Promise<boolean>
  /** Written as a new point, where the old one has been taken out. */
  readonly anew: (id: NoteId, edit: Edit) => Promise<boolean>
}

const none: Edits = {}

export const useEdits = (): Editing => {
  const send = useSend()
  const [all, change] = useKept('note-edits', none, editsIn)
  const leave = (id: NoteId) => change((now) => withEdit(now, id, null))
  const done = (id: NoteId, ok: boolean): boolean => {
    if (ok) leave(id)
    return ok
  }
  return {
    all,
    begin: (point) => change((now) => withEdit(now, point.id, begun(point))),
    write: (id, edit) => change((now) => withEdit(now, id, edit)),
    leave,
    save: async (id, edit) => {
      if (!isChanged(edit)) return done(id, true)
      const { text, tag, base } = edit
      const reply = await send({ type: 'notes.edit', data: { note: id, text, tag, expectedVersion: base.version } })
      return done(id, reply.ok)
    },
    anew: async (id, { text, tag, base: { segment, about } }) => {
      const reply = await send({ type: 'notes.add', data: { text, tag, segment, about } })
      return done(id, reply.ok)
    },
  }
}
