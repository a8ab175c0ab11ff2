/** A sheet for printing. Only this is printed, and it does not appear on the screen. */
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './print-sheet.module.css'

/** Whether a print is in progress, and a function that starts one. It ends when the person prints or cancels. */
export const usePrinting = (): readonly [boolean, () => void] => {
  const [printing, print] = useState(false)
  useEffect(() => {
    if (!printing) return undefined
    const done = () => print(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return [printing, () => print(true)]
}

export const PrintSheet = ({ children }: { children: ReactNode }) =>
  createPortal(<div className={styles.sheet}>{children}</div>, document.body)
