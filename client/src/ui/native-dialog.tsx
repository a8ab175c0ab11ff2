/**
 * A dialog without React Aria, for phones. The browser keeps the focus inside and closes it with Escape. However it closes, the focus goes
 * back. "Close" is always in view, and the Back key closes the dialog instead of leaving the page.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import styles from './native-dialog.module.css'

/** `closeText`: the name of the button that closes it. */
type NativeDialogProps = { title: ReactNode; closeText: string; onClose: () => void; children: ReactNode }

export const NativeDialog = ({ title, closeText, onClose, children }: NativeDialogProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    // The browser gives the focus back only to a dialog that it has closed itself, by Escape.
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
  useBackCloses(id, onClose)
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <Button look="quiet" onClick={onClose}>
          {closeText}
        </Button>
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}

/** The dialog has an entry of its own in the history. However it closes, the entry is gone, unless another page has come in its place. */
const useBackCloses = (entry: string, onClose: () => void): void => {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    history.pushState({ dialog: entry }, '')
    const onPopState = () => close.current()
    window.addEventListener('popstate', onPopState)
    return () => {
      window.removeEventListener('popstate', onPopState)
      if (history.state?.dialog === entry) history.back()
    }
  }, [entry])
}
