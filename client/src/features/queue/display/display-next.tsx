/** The next speakers for the whole room: three positions with their channels, and what happens with the list. */
import { sumChannels } from '@rostrum/shared/contract/channels'
import { ordinaryKind } from '@rostrum/shared/contract/kinds'
import { firstPositions } from '@rostrum/shared/contract/roles'
import { useView } from '../../../session/hooks.tsx'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { ClaimedNote } from '../../../widgets/to-confirm.tsx'
import { listNextShown } from '../public/next-speakers.tsx'
import styles from './display-next.module.css'
import { DisplayQueueStatus } from './display-queue-status.tsx'

export const useNextEntries = () => {
  const order = useView((view) => view.order)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const queue = useView((view) => view.queue)
  return listNextShown({ order, queue, replies }, firstPositions).flatMap((id) => (entries[id] ? [{ id, row: entries[id] }] : []))
}

/** True if `DisplayNext` has a name to show. */
export const useHasNext = (): boolean => useNextEntries().length > 0

/** The styles make it smaller if the column is crowded, see `data-fit` in display-next.module.css. */
export const DisplayNext = () => {
  const { t, language } = useText()
  const next = useNextEntries()
  const isLastCall = useView(({ queue }) => queue.status.kind === 'last-call')
  const total = useView(({ queue }) => sumChannels(queue.waiting))
  return (
    <section aria-labelledby="display-next">
      <div className={next.length === 0 ? undefined : styles.head}>
        <h2 id="display-next" className={next.length === 0 ? 'sr' : styles.title}>
          {t('floor.next')}
        </h2>
        {isLastCall && total > 0 ? <p>{t('display.waiting', { n: total })}</p> : null}
      </div>
      <ol className={styles.next}>
        {next.map(({ id, row }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <p>
              <Name>{row.entity}</Name>
              <ClaimedNote of={row} />{' '}
              <small>
                <ChannelLabel from={row.channel} />
              </small>{' '}
              {row.kind === ordinaryKind ? null : <small className={styles.kind}>{t(`queue.kind.${row.kind}`)}</small>}{' '}
              {row.onBehalfOf.length === 0 ? null : <small>{t('queue.behalf', { names: joinNames(language, row.onBehalfOf) })}</small>}
            </p>
          </li>
        ))}
      </ol>
      <DisplayQueueStatus />
    </section>
  )
}
