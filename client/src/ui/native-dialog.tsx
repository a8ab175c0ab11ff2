/** A dialog without React Aria, for phones. The browser keeps the focus inside, closes it with Escape and gives the focus back. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './native-dialog.module.css'

type NativeDialogProps = { title: ReactNode; onClose: () => void; children: ReactNode }

export const NativeDialog = ({ title, onClose, children }: NativeDialogProps) => {
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
