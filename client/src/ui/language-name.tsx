import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './language-name.module.css'

/** A language as a word in a box. `isOther`: not the one in which the reader works. */
export const LanguageName = ({ isOther, children }: { isOther: boolean; children: ReactNode }) => (
  <span className={classNames(styles.name, isOther && styles.other)}>{children}</span>
)
