/** One point: read, changed in its place, or taken out for a few seconds before it is gone. */
import { useEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import type { Point } from '../note-list.ts'
import { TagChip } from '../tag-chip.tsx'
import { PointEdit } from './note-edit-form.tsx'
import styles from './note-row.module.css'
import type { Editing } from './use-edits.ts'
import type { Leaving } from './use-removal.ts'

export type PointActs = { readonly editing: Editing; readonly leaving: Leaving; readonly there: ReadonlySet<string> }

export const PointRow = ({ point, acts }: { point: Point; acts: PointActs }) => {
  const { editing, leaving, there } = acts
  const edit = editing.all[point.id]
  if (edit) return <PointEdit now={there.has(point.id) ? point : null} id={point.id} edit={edit} editing={editing} />
  const standing = leaving.standing(point.id)
  return standing === null ? <Shown point={point} acts={acts} /> : <Leave point={point} leaving={leaving} back={standing === 'leaving'} />
}

const Shown = ({ point, acts: { editing, leaving } }: { point: Point; acts: PointActs }) => {
  const { t } = useText()
  const { tag, text, unsent } = point
  return (
    <li className={styles.point} data-point={point.id}>
      <span>{tag === null ? <Chip>{t('notes.untagged')}</Chip> : <TagChip tag={tag} />}</span>
      <span className={styles.text} dir="auto">
        {text}
      </span>
      {unsent ? (
        <Chip tone="warn" icon="clock">
          {t(unsent === 'waiting' ? 'app.waiting' : 'app.sending')}
        </Chip>
      ) : (
        <span className={styles.acts}>
          <Button
            look="quiet"
            size="small"
            muted
            bare
            icon="edit"
            data-edits={point.id}
            aria-label={t('notes.edit', { text: brief(text) })}
            onClick={() => editing.begin(point)}
          />
          <Button
            look="quiet"
            size="small"
            muted
            bare
            icon="x"
            aria-label={t('notes.remove', { text: brief(text) })}
            onClick={() => leaving.remove(point)}
          />
        </span>
      )}
    </li>
  )
}

/** Enough to know it by. */
const brief = (text: string): string => {
  const words = text.split(/\s+/).slice(0, 6).join(' ')
  return words.length < text.length ? `${words}…` : words
}

/** Stands in the place of the point, so that nothing moves; the way back has the focus. */
const Leave = ({ point: { id, text }, leaving, back }: { point: Point; leaving: Leaving; back: boolean }) => {
  const { t } = useText()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus()
  }, [])
  return (
    <li className={styles.leaving} data-point={id}>
      <span role="status">{t('notes.removed')}</span>
      <s className={styles.text} dir="auto">
        {text}
      </s>
      <Button ref={button} look="quiet" size="small" icon="undo" disabled={!back} onClick={() => leaving.takeBack(id)}>
        {t('notes.takeBack')}
      </Button>
    </li>
  )
}
