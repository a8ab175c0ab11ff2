/** Who comes next, as the whole room reads it: three places, how many more, and whether the list is open. */
import { useView } from '../../session/hooks.tsx'
import { timeOfDay } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { Channel } from '../../ui/channel.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './screen-next.module.css'

const places = 3
/** Lines that the names may take together, and characters on a line: a long name is never cut, fewer names are shown. */
const lines = 6
const perLine = 24

const linesOf = (name: string): number => Math.max(1, Math.ceil(name.length / perLine))

/** As many of the names as can be shown whole. */
const fitting = (names: readonly string[]): number => {
  const taken = (count: number) => names.slice(0, count).reduce((total, name) => total + linesOf(name), 0)
  return names.reduce((most, _, index) => (taken(index + 1) <= lines ? index + 1 : most), Math.min(1, names.length))
}

export const ScreenNext = () => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const list = useView((view) => view.list)
  const zone = useView(({ session }) => session.timeZone)
  const { standing, waiting } = list
  const first = line.slice(0, places).flatMap(({ entry }) => (entries[entry] ? [{ id: entry, row: entries[entry] }] : []))
  const shown = first.slice(0, fitting(first.map(({ row }) => row.entity)))
  const crowded = shown.reduce((total, { row }) => total + linesOf(row.entity), 0) > places
  const more = waiting.room + waiting.remote - shown.length
  const open =
    standing.kind === 'closing'
      ? t('queue.listClosing', { time: timeOfDay(standing.closesAt, zone) })
      : t(standing.kind === 'open' ? 'queue.listOpen' : 'queue.listClosed')
  return (
    <>
      <h2 className={styles.title}>
        {t('floor.next')} <small>{t('screen.rule', { rule: t(`queue.order.${list.mode}Short`) })}</small>
      </h2>
      <ol className={classes(styles.next, crowded && styles.crowded)}>
        {shown.map(({ id, row }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <p>
              <bdi>{row.entity}</bdi>
              <small>
                <Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>
              </small>
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.wait}>
        <strong>
          {t('queue.moreAnd', { more: line.length === 0 ? t('queue.empty') : t('queue.moreWaiting', { n: more }), list: open })}
        </strong>
        {waiting.room + waiting.remote > 0 ? t('queue.split', { room: waiting.room, remote: waiting.remote }) : null}
      </p>
    </>
  )
}
