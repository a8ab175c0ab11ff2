import type { ReactNode } from 'react'
import styles from './alert.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

type AlertProps = { icon?: IconName | undefined; title: ReactNode; children?: ReactNode; actions?: ReactNode }

/** Something that needs an answer, such as a point of order. Screen readers speak it at once. It takes no focus. */
export const Alert = ({ icon = 'flag', title, children, actions }: AlertProps) => (
  <div className={styles.alert} role="alert">
    <p className={styles.title}>
      <Icon name={icon} /> {title}
    </p>
    {children}
    {actions == null ? null : <div className={styles.acts}>{actions}</div>}
  </div>
)
