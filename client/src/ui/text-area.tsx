import { graphemes } from '@rostrum/shared/kernel/text'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './field.module.css'
import type { FieldWords } from './field.tsx'
import { Field } from './field.tsx'

type TextAreaProps = FieldWords &
  Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
    value: string
    onChange: (value: string) => void
    /** Counted as a reader counts; the words for the count come from the caller. */
    count?: { limit: number; words: (used: number) => ReactNode } | undefined
    large?: boolean | undefined
    /** Stands beside the count: usually the button that sends. */
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
  const used = count === undefined ? 0 : graphemes(value)
  return (
    <>
      <Field label={label} optional={optional} hint={hint} error={error} hideLabel={hideLabel}>
        {(wiring) => (
          <textarea
            dir="auto"
            rows={2}
            {...rest}
            {...wiring}
            className={classes(styles.input, large && styles.large)}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {count === undefined && children === undefined ? null : (
        <div className={styles.foot}>
          {count === undefined ? <span /> : <span className={used > count.limit ? styles.over : 'muted'}>{count.words(used)}</span>}
          {children}
        </div>
      )}
    </>
  )
}
