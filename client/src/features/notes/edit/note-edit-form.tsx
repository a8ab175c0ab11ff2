/** A point that is being changed where it stands. Where somebody else was faster, both texts stand and one chooses. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { fits, tagged } from '../compose/draft.ts'
import { writeOn } from '../compose/focus-end.ts'
import { PointField } from '../compose/note-field.tsx'
import { isSend, tagKeyOf } from '../compose/note-keys.ts'
import { TagPicks } from '../compose/tag-picks.tsx'
import type { Point } from '../note-list.ts'
import { EditRefusal } from '../refusal.tsx'
import { TagChip } from '../tag-chip.tsx'
import { type Edit, isChanged, onTopOf, standingOf } from './edits.ts'
import styles from './note-row.module.css'
import type { Editing } from './use-edits.ts'

type EditProps = {
  id: NoteId
  edit: Edit
  /** Null where somebody has taken it out. */
  now: Point | null
  editing: Editing
}

export const PointEdit = ({ id, edit, now, editing }: EditProps) => {
  const { t } = useText()
  const tags = useView(({ noteTags }) => noteTags ?? [])
  const field = useRef<HTMLTextAreaElement>(null)
  const standing = standingOf(edit, now)
  const write = (changed: Edit) => editing.write(id, changed)
  const leave = () => {
    editing.leave(id)
    backTo(id)
  }
  const save = () => {
    if (!fits(edit.text) || standing === 'changed') return
    void (standing === 'gone' ? editing.anew(id, edit) : editing.save(id, edit)).then((saved) => saved && backTo(id))
  }
  useEffect(() => {
    // Begun by hand, not kept from before: whoever opens the workplace writes below.
    if (document.activeElement === document.body) writeOn(field.current)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tagKeyOf(event)
    const tag = index === null ? undefined : tags[index]
    if (tag !== undefined) write(tagged(edit, tag))
    else if (isSend(event) && event.target === field.current) save()
    else if (event.key === 'Escape' && !isChanged(edit)) leave()
    else return
    event.preventDefault()
  }
  return (
    <li className={styles.edit} data-point={id} onKeyDown={onKeyDown}>
      <PointField ref={field} label={t('notes.text')} text={edit.text} onChange={(text) => write({ ...edit, text })} />
      <TagPicks tags={tags} tag={edit.tag} onTag={(tag) => write(tagged(edit, tag))} />
      {standing === 'changed' && now ? (
        <Other title={t('notes.changed')} point={now}>
          <Button size="small" onClick={() => write(onTopOf(edit, now))}>
            {t('notes.keepMine')}
          </Button>
          <Button size="small" onClick={leave}>
            {t('notes.takeTheirs')}
          </Button>
        </Other>
      ) : null}
      {standing === 'gone' ? <p className={styles.told}>{t('notes.gone')}</p> : null}
      <div className={styles.tools}>
        <Button size="small" disabled={!fits(edit.text) || standing === 'changed'} onClick={save}>
          {t(standing === 'gone' ? 'notes.addAnew' : 'notes.save')}
        </Button>
        <Button size="small" look="quiet" onClick={leave}>
          {t('notes.discard')}
        </Button>
      </div>
      <EditRefusal of={id} />
    </li>
  )
}

const Other = ({ title, point: { text, tag }, children }: { title: string; point: Point; children: ReactNode }) => (
  <section className={styles.other}>
    <h4 className="eyebrow">{title}</h4>
    <p className={styles.text} dir="auto">
      {text}
    </p>
    {tag === null ? null : (
      <p>
        <TagChip tag={tag} />
      </p>
    )}
    <div className={styles.tools}>{children}</div>
  </section>
)

/** To the button that began it, once the point is drawn again. */
const backTo = (id: NoteId): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-edits="${id}"]`)?.focus()
  })
}
