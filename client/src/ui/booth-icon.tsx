/** The icons of the booth, in a file of their own, so that no phone loads them. */
import { classNames } from './class-names.ts'
import styles from './icon.module.css'

const paths = {
  slower: 'M11.5 6l-6 6 6 6M18.5 6l-6 6 6 6',
  sound: 'M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  swap: 'M4.5 8.5h14M15 5l3.5 3.5L15 12M19.5 15.5h-14M9 12l-3.5 3.5L9 19',
} as const

/** Used next to a word, like every icon. */
export const BoothIcon = ({ name }: { name: keyof typeof paths }) => (
  <svg className={classNames(styles.icon, name === 'slower' && styles.mirrored)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
)
