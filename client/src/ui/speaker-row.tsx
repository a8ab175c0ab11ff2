/** One place in the floor list: who, group, why, where and when. The rest is behind the actions. */
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './class-names.ts'
import type { Mark } from './group-mark.tsx'
import { GroupShape } from './group-mark.tsx'
import styles from './speaker-row.module.css'

type ListRowProps = Omit<ComponentProps<'li'>, 'children'> & {
  place: ReactNode
  who: ReactNode
  /** State chips behind the name. */
  states?: ReactNode
  mark?: Mark | undefined
  /** The group's name and the reason for the place, in one line. */
  why: ReactNode
  from: ReactNode
  when?: ReactNode
  actions?: ReactNode
  next?: boolean | undefined
  moved?: boolean | undefined
  /** Below the cut line. */
  after?: boolean | undefined
}

export const ListRow = (props: ListRowProps) => {
  const { place, who, states, mark, why, from, when, actions, next, moved, after, className, ...rest } = props
  const face = classes(styles.row, next && styles.next, moved && styles.moved, after && styles.after, className)
  return (
    <li {...rest} className={face}>
      <span className={classes('num', styles.place)}>{place}</span>
      <div>
        <p className={styles.who}>
          <bdi>{who}</bdi>
          {states}
        </p>
        <p className={styles.why}>
          {mark === undefined ? null : <GroupShape mark={mark} />}
          <span>{why}</span>
        </p>
      </div>
      <div className={styles.meta}>
        <p className={styles.from}>{from}</p>
        {when === undefined ? null : <p>{when}</p>}
      </div>
      {actions ?? <span />}
    </li>
  )
}

/** Where the time ends if nothing changes. Read in its place in the list. */
export const CutLine = ({ children, count }: { children: ReactNode; count: ReactNode }) => (
  <li className={styles.cut}>
    <span>{children}</span>
    <span className={styles.count}>{count}</span>
  </li>
)
