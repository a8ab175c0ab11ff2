/** Who comes next, and where the floor will be, for those who do not see the room's screen. */
import { useView } from '../../session/hooks.tsx'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Channel } from '../../ui/channel.tsx'
import styles from './coming.module.css'

const places = 3

export const Coming = () => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const { standing, mode } = useView((view) => view.list)
  const zone = useView(({ session }) => session.timeZone)
  const next = line.slice(0, places).flatMap(({ entry }) => (entries[entry] ? [{ id: entry, row: entries[entry] }] : []))
  const open =
    standing.kind === 'closing'
      ? t('queue.listClosing', { time: timeOfDay(standing.closesAt, zone) })
      : t(standing.kind === 'open' ? 'queue.listOpen' : 'queue.listClosed')
  const more = line.length === 0 ? t('queue.empty') : t('queue.moreWaiting', { n: line.length - next.length })
  return (
    <section className={styles.coming}>
      <h2 className="eyebrow">{t('floor.next')}</h2>
      <ol className={styles.list}>
        {next.map(({ id, row }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <strong>
              <bdi>{row.entity}</bdi>
            </strong>
            <Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>
          </li>
        ))}
      </ol>
      <p className="muted">
        {t('queue.moreAnd', { more, list: open })}. {t('screen.rule', { rule: t(`queue.order.${mode}Short`) })}.
      </p>
    </section>
  )
}
