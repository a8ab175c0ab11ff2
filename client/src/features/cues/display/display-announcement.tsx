/** A line of its own below the topic, so that it hides neither the topic nor the name nor the clock. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { AnnouncementView } from '@rostrum/shared/projection/cues'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { DisplayText } from '../../../widgets/display-text.tsx'
import styles from './display-announcement.module.css'

/** A longer text is set smaller, so that all of it fits. */
const longText = 100

export const DisplayAnnouncement = ({ announcement: { text } }: { announcement: AnnouncementView }) => {
  const isLong = pickWording(text, useText().language.id).length > longText
  return (
    <div className={classNames(styles.notice, isLong && styles.long)} role="status">
      <Icon name="bubble" className={styles.icon} />
      <DisplayText of={text} givesWay />
    </div>
  )
}
