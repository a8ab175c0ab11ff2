import { useEffect } from 'react'
import { Icon } from './icon.tsx'
import styles from './refusal-text.module.css'
import { announcements } from './screen-reader.ts'

/** Why what was pressed could not be done: shown here, and spoken. Null: nothing was refused here. */
export const Refusal = ({ words }: { words: string | null }) => {
  useEffect(() => {
    if (words !== null) announcements.say(words, 'refusal')
  }, [words])
  if (words === null) return null
  return (
    <span className={styles.refusal}>
      <Icon name="octagon" />
      <span>{words}</span>
    </span>
  )
}
