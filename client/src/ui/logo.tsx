import { Icon } from './icon.tsx'
import styles from './top-bar.module.css'

/** The logo and the name, as a link if `href` is given. */
export const Logo = ({ href }: { href?: string | undefined }) => {
  const content = (
    <>
      <Icon name="mark" className={styles.mark} /> Rostrum
    </>
  )
  return href === undefined ? (
    <span className={styles.brand}>{content}</span>
  ) : (
    <a className={styles.brand} href={href}>
      {content}
    </a>
  )
}
