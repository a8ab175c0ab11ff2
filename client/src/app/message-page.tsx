/** A page with one message and the next step. */
import type { ReactNode } from 'react'
import { Logo } from '../ui/logo.tsx'
import styles from './message-page.module.css'

export const MessagePage = ({ title, help, children }: { title: ReactNode; help?: ReactNode; children?: ReactNode }) => (
  <main className={styles.page}>
    <Logo />
    <h1>{title}</h1>
    {help === undefined ? null : <p>{help}</p>}
    {children === undefined ? null : <div className={styles.next}>{children}</div>}
  </main>
)
