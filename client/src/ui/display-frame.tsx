import type { ReactNode } from 'react'
import { useEffect } from 'react'
import styles from './display-frame.module.css'
import { FloorFrame } from './floor.tsx'
import type { PhaseName } from './phase-label.tsx'

type DisplayFrameProps = { phase: PhaseName | 'empty'; label: string; children?: ReactNode }

/** The room screen: one large floor block. While it is shown, the page's rem follows the size of the screen. */
export const DisplayFrame = ({ phase, label, children }: DisplayFrameProps) => {
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
