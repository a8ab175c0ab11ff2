import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './check-row.module.css'

type CheckRowProps = {
  label: ReactNode
  note?: ReactNode
  checked: boolean
  disabled?: boolean | undefined
  onChange: (checked: boolean) => void
}

/** A checkbox below a list of choices, in the same style. */
export const CheckRow = ({ label, note, checked, disabled = false, onChange }: CheckRowProps) => {
  const id = useId()
  return (
    <div className={styles.row} data-checked={checked || undefined} data-disabled={disabled || undefined}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id} className={styles.label}>
        <strong>{label}</strong>
        {note === undefined ? null : <small id={`${id}-note`}>{note}</small>}
      </label>
    </div>
  )
}
