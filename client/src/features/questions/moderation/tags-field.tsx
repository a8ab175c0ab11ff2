/** Up to five free tags: typed, chosen from those in use, and removed again. */

import { maxTagLength, maxTags } from '@rostrum/shared/contract/lengths'
import { foldLetters } from '@rostrum/shared/kernel/fold-text'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './review.module.css'

/** In UTF-16 units. The session counts graphemes, which are never more, so it accepts this length. */
const tagSeparators = /[,،，\n]/u

type TagsFieldProps = { tags: readonly string[]; knownTags: readonly string[]; busy: boolean; onChange: (tags: readonly string[]) => void }

export const TagsField = ({ tags, knownTags, busy, onChange }: TagsFieldProps) => {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLDivElement>(null)
  const list = useId()
  const full = tags.length >= maxTags
  const add = (text: string) => {
    // All tags are sent together. The next one can be added once the session has stored the previous one.
    if (busy) return
    const tag = text.trim()
    setTyped('')
    if (tag === '' || full || tags.some((one) => foldLetters(one) === foldLetters(tag))) return
    // A tag that is already in use keeps its spelling.
    onChange([...tags, knownTags.find((one) => foldLetters(one) === foldLetters(tag)) ?? tag])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(typed)
  }
  return (
    <div ref={field} className={styles.tags}>
      <TextField
        label={t('questions.moderation.tags')}
        hint={t('questions.moderation.tagsHint')}
        value={typed}
        onChange={(text) => (tagSeparators.test(text) ? add(text.replace(tagSeparators, '')) : setTyped(text))}
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
        disabled={full}
        maxLength={maxTagLength}
        list={list}
        autoComplete="off"
      />
      <datalist id={list}>
        {knownTags
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
                <Name>{tag}</Name>
                <Button
                  look="quiet"
                  size="inline"
                  bare
                  icon="x"
                  disabled={busy}
                  aria-label={t('questions.moderation.removeTag', { tag })}
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
