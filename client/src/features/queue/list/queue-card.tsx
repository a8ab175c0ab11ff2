/** The list of speakers for the chair and the secretariat. */
import type { Millis } from '@rostrum/shared/kernel/time'
import { type ReactNode, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { ForecastPanel } from '../forecast/forecast-panel.tsx'
import { useForecast } from '../forecast/use-forecast.ts'
import { OrderButton } from '../order/order-button.tsx'
import { PrintButton } from '../print/print-button.tsx'
import styles from '../queue.module.css'
import { ListFinder, useListSearch } from './list-finder.tsx'
import { QueueList } from './queue-list.tsx'
import { StaffReplies } from './staff-replies.tsx'
import { StatusMenu } from './status-menu.tsx'

type QueueCardProps = {
  /** chair: with the forecast and the limits. secretariat: the list alone, with the order in its title. */
  variant: 'chair' | 'secretariat'
  /** False if a tab already has the title. */
  titled?: boolean
  /** The last speaker is to be called; the surface asks who it is. */
  onCallLast?: (() => void) | undefined
  /** In the place of the list while nobody waits on it. */
  whenEmpty?: ReactNode
  className?: string | undefined
}

export const QueueCard = ({ variant, titled = true, onCallLast, whenEmpty, className }: QueueCardProps) => {
  const { t } = useText()
  const forecast = useForecast()
  const queue = useView((view) => view.queue)
  const count = useView(({ entries }) => Object.values(entries).filter((row) => row?.kind === 'intervention').length)
  const empty = count === 0
  const scroller = useRef<HTMLDivElement>(null)
  const search = useListSearch(scroller)
  const [chosenLimit, setChosenLimit] = useState<Millis | null>(null)
  const trial = forecast.choices.some(({ limit }) => limit === chosenLimit) ? chosenLimit : null
  const limit = trial ?? forecast.limit
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const orderButton = isClosed ? null : <OrderButton />
  const toRows = () => scroller.current?.querySelector<HTMLElement>('[data-queue] [data-row][tabindex="0"]')?.focus()
  const tools = (
    <>
      <ListFinder {...search} count={count} onEnter={toRows} />
      <div className={styles.tools}>
        {variant === 'secretariat' ? orderButton : null}
        {isClosed ? null : <StatusMenu onCallLast={onCallLast} />}
        {variant === 'secretariat' ? <PrintButton /> : null}
      </div>
    </>
  )
  const note =
    variant === 'secretariat' ? t('queue.order.setByChair', { n: forecast.waiting, rule: getOrderModeText(t, queue) }) : undefined
  return (
    <Card className={`${styles.card} ${className ?? ''}`} aria-label={t('queue.title')}>
      {titled ? (
        <CardHead title={t('queue.title')} note={note}>
          {tools}
        </CardHead>
      ) : (
        <div className={styles.bare}>{tools}</div>
      )}
      <RefusalMessage area="queue" />
      {variant === 'chair' && !isClosed ? (
        <ForecastPanel forecast={forecast} trialLimit={trial} onTrial={setChosenLimit}>
          {orderButton}
        </ForecastPanel>
      ) : null}
      <div className={styles.rows} data-scroller ref={scroller}>
        <StaffReplies />
        {empty && whenEmpty && !isClosed ? (
          whenEmpty
        ) : empty ? (
          <p className={styles.empty}>{t(queue.status.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')}</p>
        ) : (
          <QueueList
            reachedCount={forecast.countReachedAt(limit)}
            find={search.find}
            cut={forecast.lastWord ? t('queue.cutLastWord') : t('queue.cut', { limit: formatDuration(limit) })}
          />
        )}
      </div>
    </Card>
  )
}
