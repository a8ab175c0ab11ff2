import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './status-banner.module.css'

type StatusBannerKind = 'offline' | 'stale' | 'updated' | 'paused' | 'blank' | 'rehearsal'

const icons: Readonly<Record<StatusBannerKind, IconName>> = {
  offline: 'offline',
  stale: 'clock',
  updated: 'check',
  paused: 'pause',
  blank: 'screen',
  rehearsal: 'clock',
}

type StatusBannerProps = { kind: StatusBannerKind; rounded?: boolean | undefined; children: ReactNode; action?: ReactNode }

/** The status of the connection as text, in a place that nobody can miss. It does not move the rest of the page. */
export const StatusBanner = ({ kind, rounded = false, children, action }: StatusBannerProps) => (
  <div className={classNames(styles.notice, kind !== 'offline' && styles[kind], rounded && styles.rounded)} role="status">
    <Icon name={icons[kind]} className={styles.icon} />
    <span className={styles.words}>{children}</span>
    {action}
  </div>
)

/** Wraps content that may be out of date while there is no connection. */
export const StaleContent = ({ stale, className, children }: { stale: boolean; className?: string | undefined; children: ReactNode }) => (
  <div className={classNames(stale && styles.dimmed, className)}>{children}</div>
)
