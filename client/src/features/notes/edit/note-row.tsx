/** One note: read it, edit it in its place, or remove it, with a few seconds to undo. */
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import { useOfficerName } from '../../../widgets/officers.ts'
import type { ListedNote } from '../note-list.ts'
import { TagChip } from '../tag-chip.tsx'
import { getSubjectName } from '../timeline/subject-name.ts'
import type { NoteSources } from '../timeline/timeline-entries.ts'
import { NoteEditForm } from './note-edit-form.tsx'
import styles from './note-row.module.css'
import { JoinedNote, SourcesDialog } from './note-sources.tsx'
import type { NoteEditor } from './use-edits.ts'
import type { NoteRemoval } from './use-removal.ts'

export type NoteActions = {
  readonly editing: NoteEditor
  readonly removal: NoteRemoval
  readonly presentIds: ReadonlySet<string>
  /** All notes of the session. */
  readonly points: readonly ListedNote[]
  readonly sources: NoteSources
}

export const NoteRow = ({ note, actions }: { note: ListedNote; actions: NoteActions }) => {
  const { editing, removal, presentIds } = actions
  const edit = editing.edits[note.id]
  if (edit) return <NoteEditForm current={presentIds.has(note.id) ? note : null} id={note.id} edit={edit} editing={editing} />
  const status = removal.getStatus(note.id)
  return status === null ? (
    <NoteContent note={note} actions={actions} />
  ) : (
    <RemovedNote note={note} removal={removal} canTakeBack={status === 'leaving'} />
  )
}

const NoteContent = ({ note, actions: { editing, removal, points, sources } }: { note: ListedNote; actions: NoteActions }) => {
  const { t } = useText()
  const { tag, text, also = [], into, pendingStatus: unsent } = note
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={styles.point} data-point={note.id}>
      <span>{tag === null ? <Chip>{t('notes.untagged')}</Chip> : <TagChip tag={tag} />}</span>
      <span>
        <Written as="span" className={styles.text}>
          {text}
        </Written>
        {also.length === 0 ? null : (
          <small className={styles.history}>
            {t('notes.alsoList', { who: also.map((one) => getSubjectName(t, one, sources)).join(' · ') })}
          </small>
        )}
        {into === undefined ? null : <JoinedNote note={note} points={points} />}
        <NoteHistory note={note} />
        {isOpen && into === undefined ? (
          <SourcesDialog note={note} points={points} sources={sources} onClose={() => setOpen(false)} />
        ) : null}
      </span>
      {unsent ? (
        <Chip tone="warn" icon="clock">
          {t(unsent === 'waiting' ? 'app.waiting' : 'app.sending')}
        </Chip>
      ) : (
        <span className={styles.acts}>
          {into === undefined ? (
            <RowButton icon="users" aria-label={t('notes.sources', { text: truncateWords(text) })} onClick={() => setOpen(true)} />
          ) : null}
          <RowButton
            icon="edit"
            data-edits={note.id}
            aria-label={t('notes.edit', { text: truncateWords(text) })}
            onClick={() => editing.start(note)}
          />
          <RowButton icon="x" aria-label={t('notes.remove', { text: truncateWords(text) })} onClick={() => removal.remove(note)} />
        </span>
      )}
    </li>
  )
}

/** The author of the note and who changed it last. Shows nothing if only the reader wrote it. */
const NoteHistory = ({ note: { by, edited } }: { note: ListedNote }) => {
  const { t } = useText()
  const mine = useView(({ me }) => me.id)
  const getName = useOfficerName()
  const isOwn = by === null || by === mine
  const editor = edited === null || edited.by === (by ?? mine) ? null : edited.by
  const parts = [
    ...(isOwn ? [] : [getName(by)]),
    ...(editor === null ? [] : [t('notes.editedBy', { who: editor === mine ? t('notes.you') : getName(editor, 'by') })]),
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : <small className={styles.history}>{parts.join(' · ')}</small>
}

/** Returns enough text to recognize the note. */
const truncateWords = (text: string): string => {
  const words = text.split(/\s+/).slice(0, 6).join(' ')
  return words.length < text.length ? `${words}…` : words
}

/** Takes the place of the note, so that nothing moves. The undo button has the focus. */
const RemovedNote = ({ note: { id, text }, removal, canTakeBack }: { note: ListedNote; removal: NoteRemoval; canTakeBack: boolean }) => {
  const { t } = useText()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus()
  }, [])
  return (
    <li className={styles.leaving} data-point={id}>
      <span role="status">{t('notes.removed')}</span>
      <Written as="s" className={styles.text}>
        {text}
      </Written>
      <Button ref={button} look="quiet" size="small" icon="undo" disabled={!canTakeBack} onClick={() => removal.takeBack(id)}>
        {t('notes.takeBack')}
      </Button>
    </li>
  )
}

/** A sign without a word. `aria-label` is its name. */
const RowButton = (props: ComponentProps<typeof Button>) => <Button look="quiet" size="small" muted bare {...props} />
