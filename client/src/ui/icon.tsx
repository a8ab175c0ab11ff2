import { classes } from './class-names.ts'
import styles from './icon.module.css'
import type { IconName } from './icon-paths.ts'
import { dotted, iconFills, iconPaths, mirrored } from './icon-paths.ts'

/** A drawing beside a word; the word carries the meaning, so the drawing is hidden from readers. */
export const Icon = ({ name, className }: { name: IconName; className?: string | undefined }) => {
  const fill = iconFills[name]
  const face = classes(styles.icon, mirrored.has(name) && styles.mirrored, dotted.has(name) && styles.dotted, className)
  return (
    <svg className={face} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
      {fill === undefined ? null : <path className={styles.filled} d={fill} />}
    </svg>
  )
}
