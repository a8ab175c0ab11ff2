/** The next speakers for the whole room: three positions, how many more wait, and whether the queue is open. */
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { listNextSpeakers } from '../public/next-speakers.tsx'
import styles from './display-next.module.css'

const maxShown = 3
/** The most lines for all names together, and the characters in a line. A long name is never cut; fewer names are shown. */
const maxLines = 6
const charactersPerLine = 24

const countLines = (name: string): number => Math.max(1, Math.ceil(name.length / charactersPerLine))

/** How many names fit in full. `heights`: the lines of each name. */
export const countFitting = (heights: readonly number[]): number => {
  const sumHeights = (count: number) => heights.slice(0, count).reduce((total, height) => total + height, 0)
  return heights.reduce((best, _, index) => (sumHeights(index + 1) <= maxLines ? index + 1 : best), Math.min(1, heights.length))
}

export const DisplayNext = () => {
  const { t, language } = useText()
  const order = useView((view) => view.order)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const list = useView((view) => view.queue)
  const { waiting } = list
  const candidates = listNextSpeakers({ order, queue: list, replies }, maxShown).flatMap((id) => {
    const row = entries[id]
    if (!row) return []
    const onBehalfOf = row.onBehalfOf.length === 0 ? null : t('queue.behalf', { names: joinNames(language, row.onBehalfOf) })
    return [{ id, row, onBehalfOf, height: countLines(row.entity) + (onBehalfOf === null ? 0 : countLines(onBehalfOf)) }]
  })
  const shown = candidates.slice(0, countFitting(candidates.map(({ height }) => height)))
  const crowded = shown.reduce((total, { height }) => total + height, 0) > maxShown
  const speakers = shown.filter(({ row }) => row.kind === 'intervention').length
  const more = waiting.room + waiting.remote - speakers
  const repliesLeft = list.replies - (shown.length - speakers)
  const open = useQueueStatusText()
  return (
    <>
      <h2 className={styles.title}>
        {t('floor.next')} <small>{t('display.rule', { rule: getOrderModeText(t, list) })}</small>
      </h2>
      <ol className={classNames(styles.next, crowded && styles.crowded)}>
        {shown.map(({ id, row, onBehalfOf }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <p>
              <bdi>{row.entity}</bdi>
              {onBehalfOf === null ? null : <small>{onBehalfOf}</small>}
              <small>
                <ChannelLabel from={row.channel}>{t(`channel.${row.channel}`)}</ChannelLabel>
                {row.kind === 'right-of-reply' ? <span className={styles.kind}>{t('queue.kind.right-of-reply')}</span> : null}
              </small>
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.wait}>
        <strong>
          {t('queue.moreAnd', { more: shown.length === 0 ? t('queue.empty') : t('queue.moreWaiting', { n: more }), list: open })}
        </strong>
        {waiting.room + waiting.remote > 0 ? t('queue.split', { room: waiting.room, remote: waiting.remote }) : null}
        {repliesLeft > 0 ? <span className={styles.more}>{t('queue.repliesToCome', { n: repliesLeft })}</span> : null}
      </p>
    </>
  )
}

const useQueueStatusText = (): string => {
  const { t } = useText()
  const status = useView(({ queue }) => queue.status)
  const zone = useView(({ session }) => session.timeZone)
  if (status.kind === 'last-call') return t('queue.listClosing', { time: formatTime(status.closesAt, zone) })
  return t(status.kind === 'open' ? 'queue.listOpen' : 'queue.listClosed')
}
