/** The next speakers for the whole room: three positions, the number of people waiting, and whether the queue is open. */
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { Name } from '../../../ui/written.tsx'
import { listNextSpeakers } from '../public/next-speakers.tsx'
import styles from './display-next.module.css'
import { DisplayQueueStatus } from './display-queue-status.tsx'

const maxShown = 3

/** The styles make it smaller if the column is crowded, see `data-fit` in display-next.module.css. */
export const DisplayNext = () => {
  const { t, language } = useText()
  const order = useView((view) => view.order)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const list = useView((view) => view.queue)
  const next = listNextSpeakers({ order, queue: list, replies }, maxShown).flatMap((id) => (entries[id] ? [{ id, row: entries[id] }] : []))
  return (
    <>
      <h2 className={styles.title}>
        {t('floor.next')} <small>{t('display.rule', { rule: getOrderModeText(t, list) })}</small>
      </h2>
      <ol className={styles.next}>
        {next.map(({ id, row }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <p>
              <Name>{row.entity}</Name>
              {row.onBehalfOf.length === 0 ? null : <small>{t('queue.behalf', { names: joinNames(language, row.onBehalfOf) })}</small>}
              <small>
                <ChannelLabel from={row.channel}>{t(`channel.${row.channel}`)}</ChannelLabel>
                {row.kind === ordinaryKind ? null : <span className={styles.kind}>{t(`queue.kind.${row.kind}`)}</span>}
              </small>
            </p>
          </li>
        ))}
      </ol>
      <DisplayQueueStatus />
    </>
  )
}
