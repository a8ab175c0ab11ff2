/** A dialog without React Aria, for the phone: the browser keeps the focus in it, closes it with Escape and gives the focus back. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './native-dialog.module.css'

type PlainDialogProps = { title: ReactNode; onClose: () => void; children: ReactNode }

export const PlainDialog = ({ title, onClose, children }: PlainDialogProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.body}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
