/** One entry of the list of speakers: name, group, cause of the position, channel and time. The rest is behind the actions. */
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { MarkName } from './group-mark.tsx'
import { GroupShape } from './group-mark.tsx'
import styles from './speaker-row.module.css'
import { Name } from './written.tsx'

type SpeakerRowProps = Omit<ComponentProps<'li'>, 'children'> & {
  position: ReactNode
  who: ReactNode
  /** Status chips after the cause. */
  chips?: ReactNode
  /** Lines below it. */
  more?: ReactNode
  mark?: MarkName | undefined
  /** The group's name and the cause of the position, in one line. */
  /** A text is shortened where there is no space, and is then whole under the pointer. An element wraps. */
  groupAndCause: ReactNode
  channel: ReactNode
  /** The language in which the speaker will speak, below the position. */
  language?: ReactNode
  expectedTime?: ReactNode
  actions?: ReactNode
  next?: boolean | undefined
  moved?: boolean | undefined
  /** True for entries after the time limit line, which will probably not be reached. */
  isAfterLimit?: boolean | undefined
}

export const SpeakerRow = (props: SpeakerRowProps) => {
  const {
    position,
    who,
    chips,
    more,
    mark,
    groupAndCause,
    channel,
    language,
    expectedTime,
    actions,
    next,
    moved,
    isAfterLimit,
    className,
    ...rest
  } = props
  const face = classNames(styles.row, next && styles.next, moved && styles.moved, isAfterLimit && styles.after, className)
  return (
    <li {...rest} className={face}>
      <span className={classNames('num', styles.place)}>
        {position}
        {language}
      </span>
      <div>
        <p className={styles.who}>
          <Name>{who}</Name>
        </p>
        <p className={styles.why}>
          {mark === undefined ? null : <GroupShape mark={mark} />}
          <span title={typeof groupAndCause === 'string' ? groupAndCause : undefined}>{groupAndCause}</span>
          {chips}
        </p>
        {more}
      </div>
      <div className={styles.meta}>
        <p className={styles.from}>{channel}</p>
        {expectedTime === undefined ? null : <p>{expectedTime}</p>}
      </div>
      {actions ?? <span />}
    </li>
  )
}

type TimeLimitLineProps = Pick<ComponentProps<'li'>, 'ref' | 'children'> & {
  count: ReactNode
  'data-index'?: number
  /** The space above the row, in place of rows that are not drawn. */
  gap?: number
}

/** Marks in the list where the time ends if nothing changes. Screen readers read it at that point of the list. */
export const TimeLimitLine = ({ children, count, gap = 0, ...rest }: TimeLimitLineProps) => (
  <li {...rest} className={styles.cut} style={gap === 0 ? undefined : { marginBlockStart: gap }}>
    <span>{children}</span>
    <span className={styles.count}>{count}</span>
  </li>
)
