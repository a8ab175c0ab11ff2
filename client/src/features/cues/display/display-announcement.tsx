/** A line of its own below the topic, so that it hides neither the topic nor the name nor the clock. */
import type { AnnouncementView } from '@rostrum/shared/projection/cues'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from './display-announcement.module.css'

/** A longer text is set smaller, so that all of it fits. */
const longText = 100

export const DisplayAnnouncement = ({ announcement: { text } }: { announcement: AnnouncementView }) => (
  <div className={classNames(styles.notice, text.length > longText && styles.long)} role="status">
    <Icon name="bubble" className={styles.icon} />
    <Written>{text}</Written>
  </div>
)
