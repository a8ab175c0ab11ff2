/** A labelled control with a hint and, when something is wrong, words beside it that say what to do. */

import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { classes } from './class-names.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** What ties a control to its label and its messages. */
export type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export type FieldWords = {
  label: ReactNode
  /** "(optional)", quieter, behind the label. */
  optional?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** The label is read but not drawn, where the place says it. */
  hideLabel?: boolean | undefined
}

export const Field = ({ label, optional, hint, error, hideLabel, children }: FieldWords & { children: (wiring: Wiring) => ReactNode }) => {
  const id = useId()
  const hasError = error !== undefined && error !== null && error !== false
  const described = classes(hint !== undefined && `${id}-hint`, hasError && `${id}-error`)
  return (
    <div className={styles.field}>
      <label className={hideLabel ? 'sr' : styles.label} htmlFor={id}>
        {label}
        {optional === undefined ? null : <span> {optional}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': hasError || undefined })}
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

type TextFieldProps = FieldWords &
  Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'size'> & {
    value: string
    onChange: (value: string) => void
    look?: 'plain' | 'code' | undefined
  }

export const TextField = ({ label, optional, hint, error, hideLabel, onChange, look = 'plain', ...rest }: TextFieldProps) => (
  <Field label={label} optional={optional} hint={hint} error={error} hideLabel={hideLabel}>
    {(wiring) => (
      <input
        dir="auto"
        {...rest}
        {...wiring}
        className={classes(styles.input, look === 'code' && styles.code)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
)

type SelectFieldProps = FieldWords & {
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

export const SelectField = ({ label, optional, hint, error, hideLabel, value, onChange, options }: SelectFieldProps) => (
  <Field label={label} optional={optional} hint={hint} error={error} hideLabel={hideLabel}>
    {(wiring) => (
      <select {...wiring} className={styles.input} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** After a refused form: to the first control that is wrong. */
export const focusFirstError = (form: HTMLElement): void => {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
