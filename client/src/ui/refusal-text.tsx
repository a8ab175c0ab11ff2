import { useEffect } from 'react'
import { Icon } from './icon.tsx'
import styles from './refusal-text.module.css'
import { screenReader } from './screen-reader.ts'

/** Shows and speaks why the last press was refused. `text` is null if nothing was refused here. */
export const RefusalText = ({ text }: { text: string | null }) => {
  useEffect(() => {
    if (text !== null) screenReader.say(text, 'refusal')
  }, [text])
  if (text === null) return null
  return (
    <span className={styles.refusal}>
      <Icon name="octagon" />
      <span>{text}</span>
    </span>
  )
}
