/** The list of speakers for the Chair and the secretariat. */
import { waitsInOrder } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { Millis } from '@rostrum/shared/kernel/time'
import { memoize } from '@rostrum/shared/projection/memo'
import type { View } from '@rostrum/shared/projection/registry'
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { ForecastPanel } from '../forecast/forecast-panel.tsx'
import { listWaitingNow, useForecast } from '../forecast/use-forecast.ts'
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
  /** Called if the user wants to call the last speaker; the surface asks who it is. */
  onCallLast?: (() => void) | undefined
  /** Replaces the list while nobody waits. */
  whenEmpty?: ReactNode
  className?: string | undefined
}

const countInterventions = memoize(
  (entries: View['entries']): number => Object.values(entries).filter((row) => waitsInOrder(row?.kind)).length,
)

export const QueueCard = ({ variant, titled = true, onCallLast, whenEmpty, className }: QueueCardProps) => {
  const { t } = useText()
  const queue = useView((view) => view.queue)
  const count = useView(({ entries }) => countInterventions(entries))
  const waiting = useView((view) => listWaitingNow(view).length)
  const scroller = useRef<HTMLDivElement>(null)
  const search = useListSearch(scroller)
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
  const note = variant === 'secretariat' ? t('queue.order.setByChair', { n: waiting, rule: getOrderModeText(t, queue) }) : undefined
  const empty = t(queue.status.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')
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
      <ForecastList
        panelTools={variant === 'chair' && !isClosed ? orderButton : null}
        scroller={scroller}
        find={search.find}
        whenEmpty={count > 0 ? null : whenEmpty && !isClosed ? whenEmpty : <p className={styles.empty}>{empty}</p>}
      />
    </Card>
  )
}

type ForecastListProps = {
  /** The tools in the panel of the forecast. If null, there is no panel. */
  panelTools: ReactNode
  scroller: RefObject<HTMLDivElement | null>
  find: string
  /** Null while there is a list. */
  whenEmpty: ReactNode
}

/** The part of the card that changes with the forecast, every second. The head does not. */
const ForecastList = ({ panelTools, scroller, find, whenEmpty }: ForecastListProps) => {
  const forecast = useForecast()
  const [chosenLimit, setChosenLimit] = useState<Millis | null>(null)
  const trial = forecast.choices.some(({ limit }) => limit === chosenLimit) ? chosenLimit : null
  const limit = trial ?? forecast.limit
  // The elements stay the same, so that a limit that reaches as many entries does not render the list again.
  const replies = useMemo(() => <StaffReplies />, [])
  const cut = useMemo(() => <CutText trialLimit={trial} />, [trial])
  return (
    <>
      {panelTools === null ? null : (
        <ForecastPanel forecast={forecast} trialLimit={trial} onTrial={setChosenLimit}>
          {panelTools}
        </ForecastPanel>
      )}
      <div className={styles.rows} data-scroller ref={scroller}>
        {replies}
        {whenEmpty ?? <QueueList reachedCount={forecast.countReachedAt(limit)} find={find} cut={cut} />}
      </div>
    </>
  )
}

/** The line at which the time ends, with the previewed limit or that for everybody. */
const CutText = ({ trialLimit }: { trialLimit: Millis | null }) => {
  const { t } = useText()
  const limit = useView(({ floor }) => trialLimit ?? floor.limits.everyone)
  const lastWord = useView(({ queue }) => isLastWordGiven(queue.status))
  return lastWord ? t('queue.cutLastWord') : t('queue.cut', { limit: formatDuration(limit) })
}
