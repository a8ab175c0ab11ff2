/** The number of people waiting and who comes next, in few lines, while a suspension fills the room screen. */
import { sumChannels } from '@rostrum/shared/contract/channels'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { useNextEntries } from './display-next.tsx'
import styles from './display-waiting.module.css'

export const DisplayWaiting = () => {
  const { t } = useText()
  const next = useNextEntries()
  const total = useView(({ queue }) => sumChannels(queue.waiting))
  return (
    <>
      {total === 0 ? null : <p className={styles.count}>{t('display.waiting', { n: total })}</p>}
      {next.length === 0 ? null : (
        <section aria-label={t('floor.next')} className={styles.few}>
          <span>{t('floor.next')}</span>
          <ol>
            {next.map(({ id, row }, index) => (
              <li key={id}>
                <span className="num">{index + 1}</span> <Name className={styles.name}>{row.entity}</Name>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
