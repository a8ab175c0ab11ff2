/** Gives something access: a name, and a button that makes its secret. */
import { type FormEvent, useState } from 'react'
import type { HttpResult } from '../../session/http.ts'
import { getEntryError } from '../../text/entry-error-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormError } from '../../ui/form-error.tsx'
import styles from './access.module.css'

type AccessFormProps<T> = {
  label: string
  hint: string
  /** On the button. */
  submitLabel: string
  create: (name: string) => Promise<HttpResult<T>>
  onCreated: (value: T) => void
}

/** As long as the server takes them. */
const maxNameLength = 80

export const AccessForm = <T,>({ label, hint, submitLabel, create, onCreated }: AccessFormProps<T>) => {
  const { t } = useText()
  const [name, write] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || name.trim() === '') return
    setBusy(true)
    setReason(null)
    const result = await create(name.trim())
    setBusy(false)
    if (!result.ok) return setReason(result.reason)
    write('')
    onCreated(result.value)
  }
  return (
    <>
      <form className={styles.make} onSubmit={(event) => void submit(event)} noValidate>
        <TextField label={label} hint={hint} value={name} onChange={write} maxLength={maxNameLength} autoComplete="off" />
        <Button type="submit" disabled={busy || name.trim() === ''}>
          {busy ? t('app.sending') : submitLabel}
        </Button>
      </form>
      {reason === null ? null : <FormError>{t(getEntryError(reason).key)}</FormError>}
    </>
  )
}
