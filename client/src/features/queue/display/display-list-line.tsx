/** The last call, the number of people waiting and the next speaker, in one line, while a sentence or its result has the room screen. */
import { sumChannels } from '@rostrum/shared/contract/channels'
import { useView } from '../../../session/hooks.tsx'
import { formatEntity } from '../../../text/labels.ts'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './display-list-line.module.css'
import { useNextEntries } from './display-next.tsx'
import { DisplayLastCall } from './display-queue-status.tsx'

/** Nothing is painted while nobody waits and no last call runs, so that the sentence keeps its size. The number gives way first. */
export const DisplayListLine = () => {
  const { t } = useText()
  const first = useNextEntries()[0]
  const isLastCall = useView(({ queue }) => queue.status.kind === 'last-call')
  const total = useView(({ queue }) => sumChannels(queue.waiting))
  if (!isLastCall && total === 0 && first === undefined) return null
  return (
    <section className={styles.line} aria-label={t('queue.title')}>
      {isLastCall ? <DisplayLastCall /> : null}
      {first === undefined ? null : (
        <p>
          {t('floor.next')} <Name className={styles.name}>{formatEntity(t, first.row)}</Name>
        </p>
      )}
      {total === 0 ? null : <p className={styles.count}>{t('display.waiting', { n: total })}</p>}
    </section>
  )
}
