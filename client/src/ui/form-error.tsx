import styles from './form-error.module.css'
import { Icon } from './icon.tsx'

/** An error of the whole form that belongs to no single field. */
export const FormError = ({ children, id }: { children: string; id?: string | undefined }) => (
  <p className={styles.error} role="alert" id={id}>
    <Icon name="octagon" />
    <span>{children}</span>
  </p>
)
