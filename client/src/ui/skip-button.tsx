import type { ReactNode } from 'react'
import styles from './skip-button.module.css'

/** The first stop on a page. It leads past the head, to the element of a selector. */
export const SkipButton = ({ to, children }: { to: string; children: ReactNode }) => (
  <button type="button" className={styles.skip} onClick={() => document.querySelector<HTMLElement>(to)?.focus()}>
    {children}
  </button>
)
