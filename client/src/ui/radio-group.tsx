/** A choice of one: arrows move and choose, one tab stop, Escape takes a preview back. Looks come from the callers. */

import type { KeyboardEvent, ReactNode } from 'react'
import { useRef } from 'react'
import { readsFromRight } from './text-direction.ts'

export type Option<T extends string> = {
  value: T
  label: ReactNode
  note?: ReactNode
  disabled?: boolean | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

export type ChoiceProps<T extends string> = {
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
  onCancel?: (() => void) | undefined
  /** Either a name of its own, or the id of the words that name it. */
  label?: string | undefined
  labelledBy?: string | undefined
  describedBy?: string | undefined
}

type RadioGroupProps<T extends string> = ChoiceProps<T> & {
  className?: string | undefined
  itemClassName?: string | undefined
  face: (option: Option<T>, chosen: boolean) => ReactNode
}

const stepOf = (key: string, rightToLeft: boolean): number => {
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  if (key === 'ArrowRight') return rightToLeft ? -1 : 1
  if (key === 'ArrowLeft') return rightToLeft ? 1 : -1
  return 0
}

/** The index to go to from `from`, passing over what cannot be chosen; null when the key means nothing here. */
const target = <T extends string>(key: string, from: number, options: readonly Option<T>[], rightToLeft: boolean): number | null => {
  const open = options.flatMap((option, index) => (option.disabled ? [] : [index]))
  if (open.length === 0) return null
  if (key === 'Home') return open[0] ?? null
  if (key === 'End') return open.at(-1) ?? null
  const step = stepOf(key, rightToLeft)
  if (step === 0) return null
  const place = open.indexOf(from)
  return open[(place + step + open.length) % open.length] ?? null
}

export const RadioGroup = <T extends string>(props: RadioGroupProps<T>) => {
  const { options, value, onChange, onCancel, label, labelledBy, describedBy, className, itemClassName, face } = props
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
    const next = target(event.key, from, options, readsFromRight(event.currentTarget))
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
      className={className}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: radios that hold two lines and an icon, with the keys of a radio group
        <button
          key={option.value}
          ref={(element) => {
            items.current[index] = element
          }}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          aria-disabled={option.disabled || undefined}
          tabIndex={index === stop ? 0 : -1}
          lang={option.lang}
          dir={option.dir}
          className={itemClassName}
          onClick={() => {
            if (!option.disabled) onChange(option.value)
          }}
        >
          {face(option, option.value === value)}
        </button>
      ))}
    </div>
  )
}
