/** One of the session's tags, or none: pressed again, it is taken off. */
import { useText } from '../../../text/use-text.tsx'
import { classes } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TagName } from '../tag-chip.tsx'
import { faceOf } from '../tags.ts'
import styles from './compose.module.css'
import { keyed } from './note-keys.ts'

type PicksProps = {
  tags: readonly string[]
  tag: string | null
  onTag: (tag: string) => void
  /** The keys that choose them are said. */
  keys?: boolean
}

export const TagPicks = ({ tags, tag, onTag, keys = false }: PicksProps) => {
  const { t } = useText()
  if (tags.length === 0) return null
  return (
    <fieldset className={styles.picks}>
      <legend className="sr">{t('notes.tags')}</legend>
      {tags.map((one, index) => {
        const face = faceOf(one)
        const key = keys && index < keyed ? index + 1 : null
        return (
          <button
            key={one}
            type="button"
            className={classes(styles.pick, face !== null && styles[face.tone])}
            aria-pressed={one === tag}
            aria-keyshortcuts={key === null ? undefined : `Alt+${key} Control+${key}`}
            onClick={() => onTag(one)}
          >
            {face === null ? null : <Icon name={face.icon} />}
            <TagName tag={one} />
            {key === null ? null : (
              <span className={classes('num', styles.key)} aria-hidden="true">
                Alt {key}
              </span>
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
