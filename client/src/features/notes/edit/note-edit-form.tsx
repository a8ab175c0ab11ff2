/** A note being edited in its place. If somebody else saved first, both texts are shown and the user chooses one. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useAreaRefusal } from '../../../session/refusal-claims.ts'
import { getRefusalText } from '../../../text/refusal-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import { Written } from '../../../ui/written.tsx'
import { fitsNote, toggleTag } from '../compose/draft.ts'
import { focusEnd } from '../compose/focus-end.ts'
import { NoteField } from '../compose/note-field.tsx'
import { getTagIndex, isSendKey } from '../compose/note-keys.ts'
import { TagPicks } from '../compose/tag-picks.tsx'
import type { ListedNote } from '../note-list.ts'
import { TagChip } from '../tag-chip.tsx'
import { getEditStatus, isChanged, type NoteEdit, rebaseEdit } from './edits.ts'
import styles from './note-row.module.css'
import type { NoteEditor } from './use-edits.ts'

type NoteEditProps = {
  id: NoteId
  edit: NoteEdit
  /** Null if somebody has removed the note. */
  current: ListedNote | null
  editing: NoteEditor
}

export const NoteEditForm = ({ id, edit, current, editing }: NoteEditProps) => {
  const { t } = useText()
  const tags = useView(({ noteTags }) => noteTags ?? [])
  const field = useRef<HTMLTextAreaElement>(null)
  const status = getEditStatus(edit, current)
  const update = (changed: NoteEdit) => editing.update(id, changed)
  const discard = () => {
    editing.discard(id)
    focusEditButton(id)
  }
  const save = () => {
    if (!fitsNote(edit.text) || status === 'changed') return
    void (status === 'gone' ? editing.addAgain(id, edit) : editing.save(id, edit)).then((saved) => saved && focusEditButton(id))
  }
  useEffect(() => {
    // The user started this edit now. A restored draft does not take the focus, because the user starts in the field below the list.
    if (document.activeElement === document.body) focusEnd(field.current)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const index = getTagIndex(event)
    const tag = index === null ? undefined : tags[index]
    if (tag !== undefined) update(toggleTag(edit, tag))
    else if (isSendKey(event) && event.target === field.current) save()
    else if (event.key === 'Escape' && !isChanged(edit)) discard()
    else return
    event.preventDefault()
  }
  return (
    <li className={styles.edit} data-point={id} onKeyDown={onKeyDown}>
      <NoteField ref={field} label={t('notes.text')} text={edit.text} onChange={(text) => update({ ...edit, text })} />
      <TagPicks tags={tags} tag={edit.tag} onTag={(tag) => update(toggleTag(edit, tag))} />
      {status === 'changed' && current ? (
        <OtherVersion title={t('notes.changed')} point={current}>
          <Button size="small" onClick={() => update(rebaseEdit(edit, current))}>
            {t('notes.keepMine')}
          </Button>
          <Button size="small" onClick={discard}>
            {t('notes.takeTheirs')}
          </Button>
        </OtherVersion>
      ) : null}
      {status === 'gone' ? <p className={styles.hint}>{t('notes.gone')}</p> : null}
      <div className="line">
        <Button size="small" disabled={!fitsNote(edit.text) || status === 'changed'} onClick={save}>
          {t(status === 'gone' ? 'notes.addAnew' : 'notes.save')}
        </Button>
        <Button size="small" look="quiet" onClick={discard}>
          {t('notes.discard')}
        </Button>
      </div>
      <NoteEditRefusal note={id} />
    </li>
  )
}

const OtherVersion = ({ title, point: { text, tag }, children }: { title: string; point: ListedNote; children: ReactNode }) => (
  <section className={styles.other}>
    <h4 className="eyebrow">{title}</h4>
    <Written className={styles.text}>{text}</Written>
    {tag === null ? null : (
      <p>
        <TagChip tag={tag} />
      </p>
    )}
    <div className="line">{children}</div>
  </section>
)

/** Focuses the button that opened the edit, once the note is rendered again. */
const focusEditButton = (id: NoteId): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-edits="${id}"]`)?.focus()
  })
}

/** The refusal of the edit of one note. For a conflict, both texts are shown instead. */
const NoteEditRefusal = ({ note }: { note: NoteId }) => {
  const { t } = useText()
  const refusal = useAreaRefusal('note-edit', ({ pending: { envelope } }) => 'note' in envelope.data && envelope.data.note === note)
  return <RefusalText text={refusal?.reason === 'conflict' ? null : getRefusalText(t, refusal?.reason ?? null)} />
}
