/** My place: the number large, the wait and the window beside it, and who is before me. */
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './my-position.module.css'

type PlaceProps = { number: ReactNode; suffix?: ReactNode; wait?: ReactNode; window?: ReactNode }

export const Place = ({ number, suffix, wait, window }: PlaceProps) => (
  <div className={styles.place}>
    <p className={classes('num', styles.big)}>
      {number}
      {suffix ? <sup>{suffix}</sup> : null}
    </p>
    <p>
      {wait === undefined ? null : <strong className={styles.wait}>{wait}</strong>}
      {window === undefined ? null : <span className={styles.window}>{window}</span>}
    </p>
  </div>
)

type AheadProps = { label: string; rows: readonly { id: string; place: ReactNode; who: ReactNode; you?: boolean | undefined }[] }

export const Ahead = ({ label, rows }: AheadProps) => (
  <ol className={styles.ahead} aria-label={label}>
    {rows.map((row) => (
      <li key={row.id} className={row.you ? styles.you : undefined}>
        <span className="num">{row.place}</span>
        <span>
          <bdi>{row.who}</bdi>
        </span>
      </li>
    ))}
  </ol>
)

/** What to do, one short line each. */
export const Steps = ({ steps }: { steps: readonly { icon: IconName; words: ReactNode }[] }) => (
  <ul className={styles.steps}>
    {steps.map(({ icon, words }) => (
      <li key={icon}>
        <Icon name={icon} className={styles.step} />
        <span>{words}</span>
      </li>
    ))}
  </ul>
)
