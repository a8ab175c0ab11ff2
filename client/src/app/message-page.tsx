/** A page with one message and the next step. */
import { type ReactNode, useEffect } from 'react'
import { Logo } from '../ui/logo.tsx'
import styles from './message-page.module.css'

/** The message is also the title of the window, until another page is shown. */
export const MessagePage = ({ title, help, children }: { title: string; help?: ReactNode; children?: ReactNode }) => {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <main className={styles.page}>
      <Logo />
      <h1>{title}</h1>
      {help === undefined ? null : <p>{help}</p>}
      {children === undefined ? null : <div className={styles.next}>{children}</div>}
    </main>
  )
}
