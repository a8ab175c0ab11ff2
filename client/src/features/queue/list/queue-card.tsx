/** The floor list as the chair drives it and as the desk keeps it. */
import type { Millis } from '@rostrum/shared/kernel/time'
import { type ReactNode, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { ruleWords } from '../../../text/order-mode-text.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { ForecastPanel } from '../forecast/forecast-panel.tsx'
import { useForecast } from '../forecast/use-forecast.ts'
import { OrderButton } from '../order/order-button.tsx'
import { PrintButton } from '../print/print-button.tsx'
import styles from '../queue.module.css'
import { FloorList } from './queue-list.tsx'
import { StaffReplies } from './staff-replies.tsx'
import { StandingMenu } from './status-menu.tsx'

type CardProps = {
  /** chair: with the forecast and the limits. desk: the list alone, with the order in its title. */
  variant: 'chair' | 'desk'
  /** False where a tab already says what this is. */
  titled?: boolean
  /** What could not be done. */
  refused?: ReactNode
  /** A last word is to be given; the view asks to whom. */
  onLastWord?: (() => void) | undefined
  className?: string | undefined
}

export const FloorListCard = ({ variant, titled = true, refused, onLastWord, className }: CardProps) => {
  const { t } = useText()
  const forecast = useForecast()
  const list = useView((view) => view.list)
  const empty = useView(({ entries }) => Object.values(entries).every((row) => row?.kind !== 'intervention'))
  const [wanted, onTrial] = useState<Millis | null>(null)
  const trial = forecast.choices.some(({ limit }) => limit === wanted) ? wanted : null
  const limit = trial ?? forecast.limit
  const over = useView(({ session }) => session.phase === 'closed')
  const tools = (
    <div className={styles.tools}>
      {over ? null : <OrderButton />}
      {over ? null : <StandingMenu onLastWord={onLastWord} />}
      {variant === 'desk' ? <PrintButton /> : null}
    </div>
  )
  const note = variant === 'desk' ? t('queue.order.setByChair', { n: forecast.waiting, rule: ruleWords(t, list) }) : undefined
  return (
    <Card className={`${styles.card} ${className ?? ''}`} aria-label={t('queue.title')}>
      {titled ? (
        <CardHead title={t('queue.title')} note={note}>
          {tools}
        </CardHead>
      ) : (
        <div className={styles.bare}>{tools}</div>
      )}
      {refused}
      {variant === 'chair' && !over ? <ForecastPanel forecast={forecast} trial={trial} onTrial={onTrial} /> : null}
      <div className={styles.rows}>
        {empty ? (
          <p className={styles.empty}>{t(list.standing.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
        ) : (
          <FloorList heard={forecast.heardAt(limit)} cut={t('queue.cut', { limit: lengthText(limit) })} />
        )}
        <StaffReplies />
      </div>
    </Card>
  )
}
