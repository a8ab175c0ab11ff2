/** The next speakers and where they will speak, for people who do not see the room screen. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import type { View } from '@rostrum/shared/projection/registry'
import { useNow, useView } from '../../../session/hooks.tsx'
import { getOrderModeText } from '../../../text/order-mode-text.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { ClaimedNote } from '../../../widgets/to-confirm.tsx'
import styles from './next-speakers.module.css'

const maxShown = 3

/**
 * Returns the next entries in calling order. Rights of reply come first if the Chair takes them first. After the last word there are only
 * those.
 */
export const listNextShown = (
  { order, queue, replies }: Pick<View, 'order' | 'queue' | 'replies'>,
  limit = maxShown,
): readonly EntryId[] => {
  const ordered = isLastWordGiven(queue.status) ? [] : order
  return (queue.repliesFirst ? [...replies, ...ordered] : [...ordered, ...replies]).slice(0, limit)
}

export const NextSpeakers = () => {
  const { t } = useText()
  const order = useView((view) => view.order)
  const entries = useView((view) => view.entries)
  const queue = useView((view) => view.queue)
  const replies = useView((view) => view.replies)
  const next = listNextShown({ order, queue, replies }).flatMap((id) => (entries[id] ? [{ id, row: entries[id] }] : []))
  const rest = order.length + replies.length - next.length
  return (
    <section className="rows">
      <h2 className="eyebrow">{t('floor.next')}</h2>
      <ol className={styles.list}>
        {next.map(({ id, row }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <span>
              <strong>
                <Name>{row.entity}</Name>
              </strong>
              <ClaimedNote of={row} />
              {row.kind === ordinaryKind ? null : <span className={styles.kind}>{t(`queue.kind.${row.kind}`)}</span>}
            </span>
            <ChannelLabel from={row.channel} />
          </li>
        ))}
      </ol>
      <p className="muted">
        <QueueStatusText
          more={next.length + rest === 0 ? t('queue.empty') : t('queue.moreWaiting', { n: rest })}
          rule={t('display.rule', { rule: getOrderModeText(t, queue) })}
        />
      </p>
    </section>
  )
}

/** The number of others who wait, whether requests are still possible, and the order rule. A last call counts down. */
const QueueStatusText = ({ more, rule }: { more: string; rule: string }) => {
  const { t } = useText()
  const { status } = useView(({ queue: list }) => list)
  const now = useNow(500)
  const formatStatus = (): string => {
    const left = computeLastCallLeft(status, now)
    if (left === null) return t(status.kind === 'open' ? 'queue.moreOpen' : 'queue.moreClosed', { more })
    return t('queue.moreClosing', { more, time: formatDuration(left) })
  }
  return t('queue.statusAndRule', { status: formatStatus(), rule })
}
