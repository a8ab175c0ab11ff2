/** The one place for alerts. The most serious one is shown, and the button for the others says how many alerts there are. */
import type { ReactNode } from 'react'
import styles from './alert-place.module.css'
import { classNames } from './class-names.ts'
import { Place } from './place.tsx'
import { PopoverButton } from './popover.tsx'
import { Name, Written } from './written.tsx'

export type AlertItem = {
  readonly id: string
  readonly tone: 'urgent' | 'bad' | 'warn' | 'calm'
  readonly title: string
  /** More about the alert. Shortened if there is no space; the list of all alerts shows it in full. */
  readonly text?: string | undefined
  readonly action?: ReactNode
  /** An action that the list of all alerts has in addition. The first alert does without it, because the page has it elsewhere. */
  readonly listAction?: ReactNode
  /** True if screen readers speak the alert at once. */
  readonly isSpoken?: boolean
}

type AlertPlaceProps = {
  /** The alerts, the most serious first. */
  alerts: readonly AlertItem[]
  labels: { readonly place: string; readonly none: string; readonly all: string; readonly count: (n: number) => string }
  /** A card over other cards, which takes no space while there is no alert. Otherwise it is a bar that is always there. */
  isCard?: boolean
}

export const AlertPlace = ({ alerts, labels, isCard = false }: AlertPlaceProps) => {
  const [first, ...others] = alerts
  if (isCard && first === undefined) return null
  return (
    <Place means={alerts.map(({ id }) => id).join(' ')}>
      <section
        className={classNames(styles.place, isCard && styles.card, first && styles[first.tone])}
        aria-label={labels.place}
        data-box="alerts"
        data-alerts={alerts.length}
      >
        {first === undefined ? (
          <p className={styles.none}>{labels.none}</p>
        ) : (
          <>
            <p className={styles.words} role={first.isSpoken ? 'alert' : undefined}>
              <strong className={styles.title}>{first.title}</strong>{' '}
              {first.text === undefined ? null : (
                <Name className={styles.text} title={first.text}>
                  {first.text}
                </Name>
              )}
            </p>
            {first.action}
          </>
        )}
        {others.length === 0 ? null : (
          <PopoverButton text={labels.count(alerts.length)} title={labels.all} look={{ look: 'quiet', size: isCard ? 'normal' : 'small' }}>
            {() => (
              <ul className={styles.all}>
                {alerts.map(({ id, tone, title, text, action, listAction }) => (
                  <li key={id} className={classNames(styles.item, styles[tone])}>
                    <strong className={styles.title}>{title}</strong>
                    {text === undefined ? null : <Written>{text}</Written>}
                    {action === undefined && listAction === undefined ? null : (
                      <div>
                        {listAction}
                        {action}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </PopoverButton>
        )}
      </section>
    </Place>
  )
}
