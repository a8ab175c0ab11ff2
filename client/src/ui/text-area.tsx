import { countGraphemes } from '@rostrum/shared/kernel/text'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import type { FieldText } from './field.tsx'
import { FormField } from './field.tsx'

type TextAreaProps = FieldText &
  Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
    value: string
    onChange: (value: string) => void
    /** Counts graphemes. `format` turns the count into text. */
    count?: { limit: number; format: (used: number) => ReactNode } | undefined
    large?: boolean | undefined
    /** Content next to the count: usually the button that submits. */
    children?: ReactNode
  }

export const TextArea = ({
  label,
  optional,
  hint,
  error,
  hideLabel,
  value,
  onChange,
  count,
  large = false,
  children,
  ...rest
}: TextAreaProps) => {
  const used = count === undefined ? 0 : countGraphemes(value)
  return (
    <>
      <FormField label={label} optional={optional} hint={hint} error={error} hideLabel={hideLabel}>
        {(aria) => (
          <textarea
            // An empty field has the direction of the page, and so does its placeholder.
            dir={value === '' ? undefined : 'auto'}
            rows={2}
            {...rest}
            {...aria}
            className={classNames(styles.input, large && styles.large)}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </FormField>
      {count === undefined && children === undefined ? null : (
        <div className={styles.foot}>
          {count === undefined ? <span /> : <span className={used > count.limit ? styles.over : 'muted'}>{count.format(used)}</span>}
          {children}
        </div>
      )}
    </>
  )
}
