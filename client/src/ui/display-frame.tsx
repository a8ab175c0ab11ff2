import type { ReactNode } from 'react'
import { useEffect } from 'react'
import styles from './display-frame.module.css'
import { FloorFrame } from './floor.tsx'
import type { PhaseName } from './phase-label.tsx'
import { useGivingWay } from './use-fit.ts'

type DisplayFrameProps = { phase: PhaseName | 'empty'; label: string; children?: ReactNode }

/**
 * The unit of the room screen, as a length of CSS. A screen is 67.5 rem high, and 120 rem wide if it is 16:9. A narrower one is at least
 * 100 rem wide, so that 4:3 loses little of the size to its width.
 */
const unit = 'min(1vi, 100vb / 67.5)'

/** The number of steps in which the edges of the screen give way. See `data-crowded` in the style sheets of its parts. */
const steps = 5

/** The room screen: one large floor block. While it is shown, the page's rem follows the size of the screen. */
export const DisplayFrame = ({ phase, label, children }: DisplayFrameProps) => {
  const frame = useGivingWay<HTMLElement>(steps)
  useEffect(() => {
    const root = document.documentElement
    const before = [root.style.fontSize, root.style.background] as const
    root.style.fontSize = unit
    root.style.background = '#000'
    return () => {
      root.style.fontSize = before[0]
      root.style.background = before[1]
    }
  }, [])
  return (
    <main>
      <FloorFrame ref={frame} phase={phase} aria-label={label} className={styles.screen}>
        {children}
      </FloorFrame>
    </main>
  )
}
