/** A labelled control with a hint and, if the input is wrong, a text that tells what to do. */

import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** The attributes that link a control to its label and its messages. */
export type FieldAria = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export type FieldText = {
  label: ReactNode
  /** "(optional)", in muted text after the label. */
  optional?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Shows the label only to screen readers, if the layout already makes it clear to the eye. */
  hideLabel?: boolean | undefined
}

export const FormField = ({
  label,
  optional,
  hint,
  error,
  hideLabel,
  children,
}: FieldText & { children: (aria: FieldAria) => ReactNode }) => {
  const id = useId()
  const hasError = error !== undefined && error !== null && error !== false
  const describedBy = classNames(hint !== undefined && `${id}-hint`, hasError && `${id}-error`)
  return (
    <div className={styles.field}>
      <label className={hideLabel ? 'sr' : styles.label} htmlFor={id}>
        {label}
        {optional === undefined ? null : <span> {optional}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': hasError || undefined })}
      {hasError ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          <Icon name="octagon" />
          <span>{error}</span>
        </p>
      ) : null}
      {hint === undefined ? null : (
        <small id={`${id}-hint`} className={styles.hint}>
          {hint}
        </small>
      )}
    </div>
  )
}

type TextFieldProps = FieldText &
  Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'size'> & {
    value: string
    onChange: (value: string) => void
    look?: 'plain' | 'code' | undefined
  }

export const TextField = ({ label, optional, hint, error, hideLabel, onChange, look = 'plain', ...rest }: TextFieldProps) => (
  <FormField label={label} optional={optional} hint={hint} error={error} hideLabel={hideLabel}>
    {(aria) => (
      <input
        // An empty field has the direction of the page, and so does its placeholder.
        dir={rest.value === '' ? undefined : 'auto'}
        {...rest}
        {...aria}
        className={classNames(styles.input, look === 'code' && styles.code)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </FormField>
)

type SelectFieldProps = FieldText & {
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

export const SelectField = ({ label, optional, hint, error, hideLabel, value, onChange, options }: SelectFieldProps) => (
  <FormField label={label} optional={optional} hint={hint} error={error} hideLabel={hideLabel}>
    {(aria) => (
      <select {...aria} className={styles.input} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </FormField>
)

/** After a form is refused, moves the focus to the first wrong control. */
export const focusFirstError = (form: HTMLElement): void => {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  // A group of choices has its tab stop on one of them.
  const target = wrong?.getAttribute('role') === 'radiogroup' ? wrong.querySelector<HTMLElement>('[tabindex="0"]') : wrong
  target?.focus()
}
