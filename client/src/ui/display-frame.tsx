import type { ReactNode } from 'react'
import { useEffect } from 'react'
import styles from './display-frame.module.css'
import { FloorFrame } from './floor-frame.tsx'
import type { Phase } from './phase-label.tsx'

type ScreenFrameProps = { phase: Phase | 'empty'; label: string; children?: ReactNode }

/** The room screen is one large floor block. While it is shown, the page's rem follows the size of the screen. */
export const ScreenFrame = ({ phase, label, children }: ScreenFrameProps) => {
  useEffect(() => {
    const root = document.documentElement
    const before = [root.style.fontSize, root.style.background] as const
    root.style.fontSize = 'calc(min(100vi, 100vb * 16 / 9) / 120)'
    root.style.background = '#000'
    return () => {
      root.style.fontSize = before[0]
      root.style.background = before[1]
    }
  }, [])
  return (
    <main>
      <FloorFrame phase={phase} aria-label={label} className={styles.screen}>
        {children}
      </FloorFrame>
    </main>
  )
}
