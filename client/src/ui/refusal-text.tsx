import { useEffect } from 'react'
import { Icon } from './icon.tsx'
import styles from './refusal-text.module.css'
import { screenReader } from './screen-reader.ts'

const spokenRefusals = new WeakSet<object>()

/**
 * Shows and speaks why the last press was refused. `text` is null if nothing was refused here. `of`: the refusal, which is spoken once,
 * wherever it is shown after that.
 */
export const RefusalText = ({ text, of }: { text: string | null; of?: object | null }) => {
  useEffect(() => {
    if (text === null || (of && spokenRefusals.has(of))) return
    if (of) spokenRefusals.add(of)
    screenReader.say(text, 'refusal')
  }, [text, of])
  if (text === null) return null
  return (
    <span className={styles.refusal}>
      <Icon name="octagon" />
      <span>{text}</span>
    </span>
  )
}
