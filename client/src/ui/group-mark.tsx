/** Marks of stakeholder groups. Shape and name carry the meaning; colour only repeats it. */
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './group-mark.module.css'

export const markShapes = {
  square: 'M2.1 1.5h7.8a.6.6 0 0 1 .6.6v7.8a.6.6 0 0 1-.6.6H2.1a.6.6 0 0 1-.6-.6V2.1a.6.6 0 0 1 .6-.6z',
  diamond: 'M6 .7 11.3 6 6 11.3.7 6z',
  circle: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  triangle: 'M6 .9 11.6 10.9H.4z',
  hexagon: 'M3.2 1.2h5.6L11.6 6l-2.8 4.8H3.2L.4 6z',
} as const

export type MarkName = keyof typeof markShapes

/** Only the shape, for places where the name follows on the same line. */
export const GroupShape = ({ mark, empty = false }: { mark: MarkName; empty?: boolean }) => (
  <svg className={classNames(styles.shape, styles[mark], empty && styles.empty)} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <path d={markShapes[mark]} />
  </svg>
)

export const GroupMark = ({ mark, children }: { mark: MarkName; children: ReactNode }) => (
  <span className={styles.group}>
    <GroupShape mark={mark} />
    <span>{children}</span>
  </span>
)

/** The groups that support a question: one shape for each group, filled if it does, and the same as text for screen readers. */
export const GroupSupport = ({ label, groups }: { label: string; groups: readonly { mark: MarkName; supports: boolean }[] }) => (
  <span className={styles.breadth} role="img" aria-label={label}>
    {groups.map(({ mark, supports }) => (
      <GroupShape key={mark} mark={mark} empty={!supports} />
    ))}
  </span>
)
