/** A form in a dialog: its fields, the reason for a refusal, the button that submits it, and Cancel. */
import type { FormEvent, ReactNode } from 'react'
import type { Submission } from '../session/use-submit.ts'
import { useText } from '../text/use-text.tsx'
import { Button, type ButtonLook } from '../ui/button.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { OverlayActions } from '../ui/popover.tsx'
import { useErrorFocus } from '../ui/use-focus.ts'
import styles from './dialog-form.module.css'
import { RequestError } from './request-error.tsx'

type DialogFormProps = Omit<DialogActionsProps, 'onUse' | 'busy'> & {
  submission: Omit<Submission, 'reset'>
  /** Replaces the usual sentence about the refusal. */
  error?: ReactNode
  children: ReactNode
}

/** A refusal moves the focus to the first wrong field. While the button is disabled, the Enter key submits nothing either. */
export const DialogForm = ({ submission, error, children, ...actions }: DialogFormProps) => {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!actions.disabled) submission.submit()
  }
  return (
    <form ref={useErrorFocus(submission.refusal)} className={styles.form} onSubmit={submit} noValidate>
      {children}
      {error === undefined ? <RequestError result={submission.refusal} /> : error}
      <DialogActions {...actions} busy={submission.busy} />
    </form>
  )
}

type DialogActionsProps = Pick<ButtonLook, 'look'> & {
  /** The text of the button that acts. */
  label: ReactNode
  icon?: IconName | undefined
  disabled?: boolean | undefined
  busy?: boolean | undefined
  /** If absent, the button submits the form that contains it. */
  onUse?: (() => void) | undefined
  onClose: () => void
}

/** The foot of a dialog: the button that acts, and Cancel. */
export const DialogActions = ({ label, look = 'primary', icon, disabled = false, busy = false, onUse, onClose }: DialogActionsProps) => {
  const { t } = useText()
  return (
    <OverlayActions>
      <Button look={look} icon={icon} type={onUse ? 'button' : 'submit'} disabled={disabled || busy} onClick={onUse}>
        {busy ? t('app.sending') : label}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </OverlayActions>
  )
}
