import { type ReactNode, useId, useState } from 'react'
import styles from './fold.module.css'
import { Icon } from './icon.tsx'

/** `action`: the name of the content, if the title is not enough. */
type FoldProps = { title: ReactNode; action?: ReactNode; children: ReactNode }

/** One line of a phone page. A press shows the rest below it, which is drawn only then. */
export const Fold = ({ title, action, children }: FoldProps) => {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.fold}>
      <button type="button" className={styles.line} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <strong>{title}</strong>
        <span className={styles.action}>
          {action}
          <Icon name={isOpen ? 'up' : 'down'} />
        </span>
      </button>
      <div id={id} hidden={!isOpen} className={isOpen ? styles.content : undefined}>
        {isOpen ? children : null}
      </div>
    </section>
  )
}
