import styles from './form-error.module.css'
import { Icon } from './icon.tsx'

/** What keeps the door shut and belongs to no field. */
export const DoorError = ({ children, id }: { children: string; id?: string | undefined }) => (
  <p className={styles.error} role="alert" id={id}>
    <Icon name="octagon" />
    <span>{children}</span>
  </p>
)
