/** A sheet of paper: it alone is printed, and on the screen it is not there. */
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './print-sheet.module.css'

/** True from the press until it has been printed, or not. */
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
