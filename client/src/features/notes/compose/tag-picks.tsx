/** One of the session's tags, or none. A second press removes the tag. */
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TagName } from '../tag-chip.tsx'
import { getTagStyle } from '../tags.ts'
import styles from './compose.module.css'
import { maxTagKeys } from './note-keys.ts'

type TagPicksProps = {
  tags: readonly string[]
  tag: string | null
  onTag: (tag: string) => void
  /** Shows the keys that choose the tags. */
  keys?: boolean
}

export const TagPicks = ({ tags, tag, onTag, keys = false }: TagPicksProps) => {
  const { t } = useText()
  if (tags.length === 0) return null
  return (
    <fieldset className={styles.picks}>
      <legend className="sr">{t('notes.tags')}</legend>
      {tags.map((one, index) => {
        const face = getTagStyle(one)
        const key = keys && index < maxTagKeys ? index + 1 : null
        return (
          <button
            key={one}
            type="button"
            className={classNames(styles.pick, face !== null && styles[face.tone])}
            aria-pressed={one === tag}
            aria-keyshortcuts={key === null ? undefined : `Alt+${key} Control+${key}`}
            onClick={() => onTag(one)}
          >
            {face === null ? null : <Icon name={face.icon} />}
            <TagName tag={one} />
            {key === null ? null : (
              <span className={classNames('num', styles.key)} aria-hidden="true">
                Alt {key}
              </span>
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
