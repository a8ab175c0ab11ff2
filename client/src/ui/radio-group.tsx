/** A choice of one option. Arrow keys move and choose, there is one tab stop, and Escape ends a preview. The caller sets the style. */

import type { KeyboardEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { isRightToLeft } from './text-direction.ts'

type ChoiceOption<T extends string> = {
  /** For an option that keeps its button, and the focus, when its value changes. */
  id?: string
  value: T
  label: ReactNode
  note?: ReactNode
  disabled?: boolean | undefined
  /** While a choice is only looked at: the option that is looked at, and the one that still holds. */
  trial?: 'trial' | 'holds' | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

export type ChoiceProps<T extends string> = {
  options: readonly ChoiceOption<T>[]
  value: T | null
  onChange: (value: T) => void
  onCancel?: (() => void) | undefined
  /** Give either `label`, or the id of the element that names the group. */
  label?: string | undefined
  labelledBy?: string | undefined
  describedBy?: string | undefined
  /** True if no option is chosen yet, but one must be. */
  invalid?: boolean | undefined
}

type RadioGroupProps<T extends string> = ChoiceProps<T> & {
  className?: string | undefined
  itemClassName?: string | undefined
  renderOption: (option: ChoiceOption<T>, chosen: boolean) => ReactNode
}

const getArrowStep = (key: string, rightToLeft: boolean): number => {
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  if (key === 'ArrowRight') return rightToLeft ? -1 : 1
  if (key === 'ArrowLeft') return rightToLeft ? 1 : -1
  return 0
}

/** Returns the index to go to from `from`, skipping options that cannot be chosen. Null if the key has no meaning here. */
const findTargetIndex = <T extends string>(
  key: string,
  from: number,
  options: readonly ChoiceOption<T>[],
  rightToLeft: boolean,
): number | null => {
  const selectable = options.flatMap((option, index) => (option.disabled ? [] : [index]))
  if (selectable.length === 0) return null
  if (key === 'Home') return selectable[0] ?? null
  if (key === 'End') return selectable.at(-1) ?? null
  const step = getArrowStep(key, rightToLeft)
  if (step === 0) return null
  const current = selectable.indexOf(from)
  return selectable[(current + step + selectable.length) % selectable.length] ?? null
}

export const RadioGroup = <T extends string>(props: RadioGroupProps<T>) => {
  const { options, value, onChange, onCancel, label, labelledBy, describedBy, invalid, className, itemClassName, renderOption } = props
  const items = useRef<(HTMLButtonElement | null)[]>([])
  const chosen = options.findIndex((option) => option.value === value)
  const stop = chosen >= 0 ? chosen : options.findIndex((option) => !option.disabled)

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
      return
    }
    const from = items.current.indexOf(document.activeElement as HTMLButtonElement | null)
    const next = findTargetIndex(event.key, from, options, isRightToLeft(event.currentTarget))
    const option = next === null ? undefined : options[next]
    if (next === null || option === undefined) return
    event.preventDefault()
    items.current[next]?.focus()
    onChange(option.value)
  }

  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className={className}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: each radio has two lines and an icon; the keys work as in a radio group
        <button
          key={option.id ?? option.value}
          ref={(element) => {
            items.current[index] = element
          }}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-disabled={option.disabled || undefined}
          data-trial={option.trial}
          tabIndex={index === stop ? 0 : -1}
          lang={option.lang}
          dir={option.dir}
          className={itemClassName}
          onClick={() => {
            if (!option.disabled) onChange(option.value)
          }}
        >
          {renderOption(option, option.value === value)}
        </button>
      ))}
    </div>
  )
}
