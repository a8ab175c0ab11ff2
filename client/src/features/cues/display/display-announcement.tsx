/** At the foot of the room screen, in the place of the topic: it covers neither name nor clock. */
import type { NoticeView } from '@rostrum/shared/projection/cues'
import { classes } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './display-announcement.module.css'

/** Beyond these many characters it is set smaller, so that all of it is read. */
const long = 100

export const ScreenNotice = ({ notice: { text } }: { notice: NoticeView }) => (
  <div className={classes(styles.notice, text.length > long && styles.long)} role="status">
    <Icon name="bubble" className={styles.icon} />
    <p dir="auto">{text}</p>
  </div>
)
