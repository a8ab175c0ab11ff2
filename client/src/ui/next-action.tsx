/** The one next action: it keeps its place and size in every state; only its words change. */

import type { ReactNode, Ref } from 'react'
import { useEffect, useRef, useState } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { stopRepeats } from './ignore-key-repeat.ts'
import styles from './next-action.module.css'
import { useKeyTold } from './shortcuts.ts'

type NextActionProps = {
  verb: ReactNode
  /** Whom or what it concerns, or, when it cannot be pressed, why. */
  object?: ReactNode
  icon: IconName
  disabled?: boolean | undefined
  /** For a moment after somebody else acted, so that a press meant for the old words does nothing. */
  resting?: boolean | undefined
  sending?: boolean | undefined
  onPress: () => void
  ref?: Ref<HTMLButtonElement> | undefined
}

export const NextAction = ({ verb, object, icon, disabled = false, resting = false, sending = false, onPress, ref }: NextActionProps) => {
  const still = disabled || resting || sending
  const keyTold = useKeyTold('next')
  return (
    <button
      ref={ref}
      type="button"
      className={classes(styles.act, resting && styles.resting)}
      aria-disabled={still || undefined}
      aria-busy={sending || undefined}
      aria-keyshortcuts={keyTold}
      data-shortcut="next"
      onKeyDown={stopRepeats}
      onClick={() => {
        if (!still) onPress()
      }}
    >
      <span className={styles.verb}>{verb}</span>
      {object === undefined ? null : <span className={styles.object}>{object}</span>}
      <Icon name={icon} className={styles.icon} />
    </button>
  )
}

/** The answer to one's own press and the change that it makes arrive together, in either order. */
const together = 500

/**
 * True for `length` milliseconds after `moment` changes, unless the change was one's own, or nothing could be pressed before (an empty
 * moment); and after one's own press was refused, because somebody else was faster.
 */
export const useResting = (moment: string | number, own: boolean, refused = false, length = 2000): boolean => {
  const seen = useRef(moment)
  const lastOwn = useRef(Number.NEGATIVE_INFINITY)
  const [resting, setResting] = useState(false)
  useEffect(() => {
    if (!refused && seen.current === moment) return
    const before = seen.current
    seen.current = moment
    const isOwn = own || performance.now() - lastOwn.current < together
    if (!refused && (isOwn || before === '')) return
    setResting(true)
    const timer = setTimeout(() => setResting(false), length)
    return () => {
      clearTimeout(timer)
      setResting(false)
    }
  }, [moment, own, refused, length])
  useEffect(
    () => () => {
      if (own) lastOwn.current = performance.now()
    },
    [own],
  )
  return resting
}
