/** The button for the next action. Its position and size never change; only its text does. */

import type { ReactNode, Ref } from 'react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { ignoreKeyRepeat } from './ignore-key-repeat.ts'
import styles from './next-action.module.css'
import { useAriaShortcut } from './shortcuts.ts'

type NextActionProps = {
  verb: ReactNode
  /** The person or thing that it concerns, or the reason why it cannot be pressed. */
  object?: ReactNode
  icon: IconName
  disabled?: boolean | undefined
  /** True for a short time after somebody else has acted, so that a press meant for the old text does nothing. */
  guarded?: boolean | undefined
  sending?: boolean | undefined
  onPress: () => void
  ref?: Ref<HTMLButtonElement> | undefined
}

export const NextAction = ({ verb, object, icon, disabled = false, guarded = false, sending = false, onPress, ref }: NextActionProps) => {
  const isInactive = disabled || guarded || sending
  const ariaShortcut = useAriaShortcut('next')
  return (
    <button
      ref={ref}
      type="button"
      className={classNames(styles.act, guarded && styles.resting)}
      aria-disabled={isInactive || undefined}
      aria-busy={sending || undefined}
      aria-keyshortcuts={ariaShortcut}
      data-shortcut="next"
      data-box="main"
      onKeyDown={ignoreKeyRepeat}
      onClick={() => {
        if (!isInactive) onPress()
      }}
    >
      <span className={styles.verb}>{verb}</span>
      {object === undefined ? null : (
        <span className={styles.object} title={typeof object === 'string' ? object : undefined}>
          {object}
        </span>
      )}
      <Icon name={icon} className={styles.icon} />
    </button>
  )
}

/** The reply to this person's press and the resulting change arrive close together, in either order. */
const ownChangeWindowMs = 500

/**
 * True for `durationMs` after `moment` changes. Not if this person made the change, or if nothing could be pressed before (an empty
 * `moment`). Also true after this person's press was refused because somebody else was faster.
 */
export const usePressGuard = (moment: string | number, isOwnChange: boolean, refused = false, durationMs = 2000): boolean => {
  const lastMoment = useRef(moment)
  const lastOwnPressAt = useRef(Number.NEGATIVE_INFINITY)
  const [guarded, setGuarded] = useState(false)
  useEffect(() => {
    if (!refused && lastMoment.current === moment) return
    const before = lastMoment.current
    lastMoment.current = moment
    const isRecentOwnChange = isOwnChange || performance.now() - lastOwnPressAt.current < ownChangeWindowMs
    if (!refused && (isRecentOwnChange || before === '')) return
    setGuarded(true)
    const timer = setTimeout(() => setGuarded(false), durationMs)
    return () => {
      clearTimeout(timer)
      setGuarded(false)
    }
  }, [moment, isOwnChange, refused, durationMs])
  useEffect(
    () => () => {
      if (isOwnChange) lastOwnPressAt.current = performance.now()
    },
    [isOwnChange],
  )
  return guarded
}
