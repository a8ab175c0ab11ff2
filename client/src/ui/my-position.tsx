/** The person's own position: a large number, with the expected wait and time next to it, and who is before. */
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './my-position.module.css'
import { takesFocus } from './use-kept-focus.ts'
import { Name } from './written.tsx'

/** `label`: the position as a heading, "You are 3rd". */
type PositionNumberProps = { label: string; number: ReactNode; suffix?: ReactNode; wait?: ReactNode; window?: ReactNode }

export const PositionNumber = ({ label, number, suffix, wait, window }: PositionNumberProps) => (
  <div className={styles.place}>
    <h2 {...takesFocus} aria-label={label} className={classNames('num', styles.big)}>
      {number}
      {suffix ? <sup>{suffix}</sup> : null}
    </h2>
    <p>
      {wait === undefined ? null : <strong className={styles.wait}>{wait}</strong>}
      {window === undefined ? null : <span className={styles.window}>{window}</span>}
    </p>
  </div>
)

type AheadListProps = { label: string; rows: readonly { id: string; position: ReactNode; who: ReactNode; isMe?: boolean | undefined }[] }

export const AheadList = ({ label, rows }: AheadListProps) => (
  <ol className={styles.ahead} aria-label={label}>
    {rows.map((row) => (
      <li key={row.id} className={row.isMe ? styles.you : undefined}>
        <span className="num">{row.position}</span>
        <span>
          <Name>{row.who}</Name>
        </span>
      </li>
    ))}
  </ol>
)

/** Instructions, in one short line each. */
export const Checklist = ({ items }: { items: readonly { icon: IconName; text: ReactNode }[] }) => (
  <ul className={styles.steps}>
    {items.map(({ icon, text }) => (
      <li key={icon}>
        <Icon name={icon} className={styles.step} />
        <span>{text}</span>
      </li>
    ))}
  </ul>
)
