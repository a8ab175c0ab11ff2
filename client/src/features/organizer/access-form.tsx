/** Gives access to a person or program: a name, and a button that makes its secret. */

import { maxPurposeLength } from '@rostrum/shared/contract/lengths'
import { type FormEvent, useState } from 'react'
import type { HttpResult } from '../../session/http.ts'
import { useSubmit } from '../../session/use-submit.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { RequestError } from '../../widgets/request-error.tsx'

type AccessFormProps<T> = {
  label: string
  hint: string
  /** The text of the button. */
  submitLabel: string
  create: (name: string) => Promise<HttpResult<T>>
  onCreated: (value: T) => void
}

/** The longest name that the server accepts. */
export const AccessForm = <T,>({ label, hint, submitLabel, create, onCreated }: AccessFormProps<T>) => {
  const { t } = useText()
  const [name, write] = useState('')
  const { busy, refusal, submit } = useSubmit(
    () => create(name.trim()),
    (value) => {
      write('')
      onCreated(value)
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') submit()
  }
  return (
    <>
      <form className="blocks" onSubmit={onSubmit} noValidate>
        <TextField label={label} hint={hint} value={name} onChange={write} maxLength={maxPurposeLength} autoComplete="off" />
        <Button type="submit" disabled={busy || name.trim() === ''}>
          {busy ? t('app.sending') : submitLabel}
        </Button>
      </form>
      <RequestError result={refusal} />
    </>
  )
}
