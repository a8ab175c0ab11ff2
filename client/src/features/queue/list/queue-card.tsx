/** The list of speakers for the Chair and the secretariat. */
import { getEntryRule, waitsInOrder } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import type { Millis } from '@rostrum/shared/kernel/time'
import { memoize } from '@rostrum/shared/projection/memo'
import type { View } from '@rostrum/shared/projection/registry'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { MovingRows, Place } from '../../../ui/place.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { ForecastPanel } from '../forecast/forecast-panel.tsx'
import { listWaitingNow, useForecast } from '../forecast/use-forecast.ts'
import { useLimitChoices } from '../forecast/use-limit-choices.ts'
import { useTrialLimit } from '../forecast/use-trial-limit.ts'
import { OrderButton } from '../order/order-button.tsx'
import { PrintButton } from '../print/print-button.tsx'
import styles from '../queue.module.css'
import { ListFinder, useListSearch } from './list-finder.tsx'
import { QueueList } from './queue-list.tsx'
import { StaffReplies } from './staff-replies.tsx'
import { StatusMenu } from './status-menu.tsx'
import { useSixRows } from './use-six-rows.ts'

type QueueCardProps = {
  /** chair: with the forecast and the limits. secretariat: the list alone, with the order in its title. */
  variant: 'chair' | 'secretariat'
  /** Called if the user wants to call the last speaker; the surface asks who it is. */
  onCallLast?: (() => void) | undefined
  /** Replaces the list while nobody waits. */
  whenEmpty?: ReactNode
  /** More tools for the head. */
  children?: ReactNode
  className?: string | undefined
}

const countInterventions = memoize(
  (entries: View['entries']): number => Object.values(entries).filter((row) => waitsInOrder(row?.kind)).length,
)

const chairTools = { size: 'normal' } as const

export const QueueCard = ({ variant, onCallLast, whenEmpty, children, className }: QueueCardProps) => {
  const { t } = useText()
  const queue = useView((view) => view.queue)
  const count = useView(({ entries }) => countInterventions(entries))
  const waiting = useView((view) => listWaitingNow(view).length)
  const scroller = useRef<HTMLDivElement>(null)
  const search = useListSearch(scroller)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const isChair = variant === 'chair'
  const hasChoices = count === 0 && whenEmpty !== undefined && !isClosed
  const title = t(hasChoices ? 'control.comesNext' : 'queue.title')
  const toRows = () => scroller.current?.querySelector<HTMLElement>('[data-queue] [data-row][tabindex="0"]')?.focus()
  const note = !isChair ? t('queue.order.setByChair', { n: waiting, rule: getOrderModeText(t, queue) }) : undefined
  const look = isChair ? chairTools : undefined
  const empty = t(queue.status.kind === 'closed' ? 'queue.emptyClosed' : 'queue.emptyOpen')
  return (
    <Card className={classNames(styles.card, isChair && styles.chair, className)} aria-label={title}>
      <CardHead title={title} note={note}>
        <ListFinder {...search} count={count} isFolded={isChair} onEnter={toRows} />
        <div className={styles.tools}>
          {children}
          {isClosed || hasChoices ? null : <OrderButton look={look} />}
          {isClosed ? null : <StatusMenu look={look} onCallLast={onCallLast} />}
          {isChair ? null : <PrintButton />}
        </div>
      </CardHead>
      <RefusalMessage area="queue" />
      <ForecastList
        isPanelShown={isChair && !isClosed && count > 0}
        scroller={scroller}
        find={search.find}
        whenEmpty={count > 0 ? null : hasChoices ? whenEmpty : <p className={styles.empty}>{empty}</p>}
      />
    </Card>
  )
}

type ForecastListProps = {
  isPanelShown: boolean
  scroller: RefObject<HTMLDivElement | null>
  find: string
  /** Null while there is a list. */
  whenEmpty: ReactNode
}

/** The part of the card that changes with the forecast, every second. The head does not. */
const ForecastList = ({ isPanelShown, scroller, find, whenEmpty }: ForecastListProps) => {
  const forecast = useForecast()
  const choices = useLimitChoices(forecast)
  useSixRows(scroller)
  const { trial, lapsed, choose } = useTrialLimit(forecast.limit, choices)
  const limit = trial ?? forecast.limit
  // The elements stay the same, so that a limit that reaches as many entries does not render the list again.
  const replies = useMemo(() => <StaffReplies />, [])
  const cut = useMemo(() => <CutText trialLimit={trial} />, [trial])
  const above = useView(({ entries }) => Object.values(entries).filter((row) => row && getEntryRule(row.kind).waitsIn === 'replies').length)
  return (
    <>
      {isPanelShown ? (
        <ForecastPanel forecast={forecast} choices={choices} trialLimit={trial} lapsedLimit={lapsed} onTrial={choose} />
      ) : null}
      <div className={styles.rows} data-scroller ref={scroller}>
        <Place means={`${isPanelShown} ${above}`}>{replies}</Place>
        <MovingRows means={`${isPanelShown} ${above}`}>
          {whenEmpty ?? <QueueList limit={limit} reachedCount={forecast.countReachedAt(limit)} find={find} cut={cut} />}
        </MovingRows>
      </div>
    </>
  )
}

/** The line at which the time ends, with the previewed limit or that for everybody. */
const CutText = ({ trialLimit }: { trialLimit: Millis | null }) => {
  const { t } = useText()
  const limit = useView(({ floor }) => floor.limits.everyone)
  const lastWord = useView(({ queue }) => isLastWordGiven(queue.status))
  if (lastWord) return t('queue.cutLastWord')
  return trialLimit === null ? t('queue.cut', { limit: formatDuration(limit) }) : t('queue.cutTrial', { limit: formatDuration(trialLimit) })
}
