import { classNames } from './class-names.ts'
import styles from './icon.module.css'
import type { IconName } from './icon-paths.ts'
import { heavyIcons, iconFills, iconPaths, mirroredIcons } from './icon-paths.ts'

/** An icon next to a word. The word carries the meaning, so the icon is hidden from screen readers. */
export const Icon = ({ name, className }: { name: IconName; className?: string | undefined }) => {
  const fill = iconFills[name]
  const face = classNames(styles.icon, mirroredIcons.has(name) && styles.mirrored, heavyIcons.has(name) && styles.dotted, className)
  return (
    <svg className={face} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
      {fill === undefined ? null : <path className={styles.filled} d={fill} />}
    </svg>
  )
}
