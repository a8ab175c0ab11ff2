import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './status-banner.module.css'

type NoticeKind = 'offline' | 'stale' | 'updated' | 'paused' | 'blank' | 'rehearsal'

const icons: Readonly<Record<NoticeKind, IconName>> = {
  offline: 'offline',
  stale: 'clock',
  updated: 'check',
  paused: 'pause',
  blank: 'screen',
  rehearsal: 'clock',
}

type NoticeProps = { kind: NoticeKind; rounded?: boolean | undefined; children: ReactNode; action?: ReactNode }

/** How things stand with the connection, in words, where it cannot be missed and moves nothing. */
export const Notice = ({ kind, rounded = false, children, action }: NoticeProps) => (
  <div className={classes(styles.notice, kind !== 'offline' && styles[kind], rounded && styles.rounded)} role="status">
    <Icon name={icons[kind]} className={styles.icon} />
    <span className={styles.words}>{children}</span>
    {action}
  </div>
)

/** Wraps what is shown from memory while the connection is gone. */
export const MaybeStale = ({ stale, className, children }: { stale: boolean; className?: string | undefined; children: ReactNode }) => (
  <div className={classes(stale && styles.dimmed, className)}>{children}</div>
)
