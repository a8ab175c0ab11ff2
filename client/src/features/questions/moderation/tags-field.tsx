/** Up to five free tags: typed, taken from those in use, and taken away again. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { TextField } from '../../../ui/field.tsx'
import { folded } from '../folding.ts'
import styles from './review.module.css'

const most = 5
/** In letters as the machine counts them; the session counts as readers do and so takes these. */
const longest = 24
const separators = /[,،，\n]/u

type TagsProps = { tags: readonly string[]; known: readonly string[]; busy: boolean; onChange: (tags: readonly string[]) => void }

export const TagsField = ({ tags, known, busy, onChange }: TagsProps) => {
  const { t } = useText()
  const [written, write] = useState('')
  const field = useRef<HTMLDivElement>(null)
  const list = useId()
  const full = tags.length >= most
  const add = (text: string) => {
    // All tags are sent together: the next is added when the session has the one before.
    if (busy) return
    const tag = text.trim()
    write('')
    if (tag === '' || full || tags.some((one) => folded(one) === folded(tag))) return
    // One that is in use already keeps its spelling.
    onChange([...tags, known.find((one) => folded(one) === folded(tag)) ?? tag])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(written)
  }
  return (
    <div ref={field} className={styles.tags}>
      <TextField
        label={t('questions.desk.tags')}
        hint={t('questions.desk.tagsHint')}
        value={written}
        onChange={(text) => (separators.test(text) ? add(text.replace(separators, '')) : write(text))}
        onKeyDown={onKeyDown}
        onBlur={() => add(written)}
        disabled={full}
        maxLength={longest}
        list={list}
        autoComplete="off"
      />
      <datalist id={list}>
        {known
          .filter((one) => !tags.includes(one))
          .map((one) => (
            <option key={one} value={one} />
          ))}
      </datalist>
      {tags.length > 0 ? (
        <ul className={styles.tagList}>
          {tags.map((tag) => (
            <li key={tag}>
              <Chip>
                <bdi>{tag}</bdi>
                <Button
                  look="quiet"
                  size="inline"
                  bare
                  icon="x"
                  disabled={busy}
                  aria-label={t('questions.desk.removeTag', { tag })}
                  onClick={() => {
                    onChange(tags.filter((one) => one !== tag))
                    field.current?.querySelector('input')?.focus()
                  }}
                />
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
