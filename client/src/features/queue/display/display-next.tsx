/** Who comes next, as the whole room reads it: three places, how many more, and whether the list is open. */
import { useView } from '../../../session/hooks.tsx'
import { namesText } from '../../../text/name-list.ts'
import { ruleWords } from '../../../text/order-mode-text.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { classes } from '../../../ui/class-names.ts'
import { comingNext } from '../public/next-speakers.tsx'
import styles from './display-next.module.css'

const places = 3
/** Lines that the names may take together, and characters on a line: a long name is never cut, fewer names are shown. */
const lines = 6
const perLine = 24

const linesOf = (name: string): number => Math.max(1, Math.ceil(name.length / perLine))

/** How many can be shown whole, of these heights in lines. */
export const fitting = (heights: readonly number[]): number => {
  const taken = (count: number) => heights.slice(0, count).reduce((total, height) => total + height, 0)
  return heights.reduce((most, _, index) => (taken(index + 1) <= lines ? index + 1 : most), Math.min(1, heights.length))
}

export const ScreenNext = () => {
  const { t, language } = useText()
  const line = useView((view) => view.line)
  const replies = useView((view) => view.replies)
  const entries = useView((view) => view.entries)
  const list = useView((view) => view.list)
  const { waiting } = list
  const first = comingNext({ line, list, replies }, places).flatMap((id) => {
    const row = entries[id]
    if (!row) return []
    const behalf = row.behalf.length === 0 ? null : t('queue.behalf', { names: namesText(language, row.behalf) })
    return [{ id, row, behalf, height: linesOf(row.entity) + (behalf === null ? 0 : linesOf(behalf)) }]
  })
  const shown = first.slice(0, fitting(first.map(({ height }) => height)))
  const crowded = shown.reduce((total, { height }) => total + height, 0) > places
  const speakers = shown.filter(({ row }) => row.kind === 'intervention').length
  const more = waiting.room + waiting.remote - speakers
  const repliesLeft = list.replies - (shown.length - speakers)
  const open = useOpen()
  return (
    <>
      <h2 className={styles.title}>
        {t('floor.next')} <small>{t('screen.rule', { rule: ruleWords(t, list) })}</small>
      </h2>
      <ol className={classes(styles.next, crowded && styles.crowded)}>
        {shown.map(({ id, row, behalf }, index) => (
          <li key={id}>
            <span className="num">{index + 1}</span>
            <p>
              <bdi>{row.entity}</bdi>
              {behalf === null ? null : <small>{behalf}</small>}
              <small>
                <Channel from={row.channel}>{t(`channel.${row.channel}`)}</Channel>
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

const useOpen = (): string => {
  const { t } = useText()
  const standing = useView(({ list }) => list.standing)
  const zone = useView(({ session }) => session.timeZone)
  if (standing.kind === 'closing') return t('queue.listClosing', { time: timeOfDay(standing.closesAt, zone) })
  return t(standing.kind === 'open' ? 'queue.listOpen' : 'queue.listClosed')
}
