/** A list in a frame, with a line between its rows, for items that must be corrected one by one. */
import type { ReactNode } from 'react'
import styles from './framed-list.module.css'

export const FramedList = ({ children }: { children: ReactNode }) => <ul className={styles.list}>{children}</ul>
