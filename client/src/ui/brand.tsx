import { Icon } from './icon.tsx'
import styles from './top-bar.module.css'

/** The mark and the name; a link where there is somewhere to go. */
export const Brand = ({ href }: { href?: string | undefined }) => {
  const face = (
    <>
      <Icon name="mark" className={styles.mark} /> Rostrum
    </>
  )
  return href === undefined ? (
    <span className={styles.brand}>{face}</span>
  ) : (
    <a className={styles.brand} href={href}>
      {face}
    </a>
  )
}
