/** A page with one thing to say and one next step. */
import type { ReactNode } from 'react'
import { Brand } from '../ui/brand.tsx'
import styles from './message-page.module.css'

export const Plain = ({ title, help, children }: { title: ReactNode; help?: ReactNode; children?: ReactNode }) => (
  <main className={styles.page}>
    <Brand />
    <h1>{title}</h1>
    {help === undefined ? null : <p>{help}</p>}
    {children === undefined ? null : <div className={styles.next}>{children}</div>}
  </main>
)
