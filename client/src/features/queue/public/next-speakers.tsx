/** Who comes next, and where the floor will be, for those who do not see the room's screen. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import type { View } from '@rostrum/shared/projection/registry'
import { useNow, useView } from '../../../session/hooks.tsx'
import { ruleWords } from '../../../text/order-mode-text.ts'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import styles from './next-speakers.module.css'

const places = 3

/** The next ones in the order in which they are called: rights of reply first where the Chair takes them first. */
export const comingNext = ({ line, list, replies }: Pick<View, 'line' | 'list' | 'replies'>, most = places): readonly EntryId[] => {
  const listed = line.map(({ entry }) => entry)
  return (list.repliesFirst ? [...replies, ...listed] : [...listed, ...replies]).slice(0, most)
}

export const Coming = () => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const list = useView((view) => view.list)
  const replies = useView((view) => view.replies)
  const next = comingNext({ line, list, replies }).flatMap((id) => (entries[id] ? [{ id, row: entries[id] }] : []))
  const rest = line.length + replies.length - next.length
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
        <Standing more={next.length + rest === 0 ? t('queue.empty') : t('queue.moreWaiting', { n: rest })} />.{' '}
        {t('screen.rule', { rule: ruleWords(t, list) })}.
      </p>
    </section>
  )
}

/** How many more wait, and whether one can still ask; a last call is counted down. */
const Standing = ({ more }: { more: string }) => {
  const { t } = useText()
  const { standing } = useView(({ list }) => list)
  const now = useNow(500)
  if (standing.kind !== 'closing')
    return t('queue.moreAnd', { more, list: t(standing.kind === 'open' ? 'queue.listOpen' : 'queue.listClosed') })
  const time = lengthText(Math.max(0, Math.ceil((standing.closesAt - now) / 1000)) * 1000)
  return t('queue.moreAnd', { more, list: t('me.listClosesIn', { time }) })
}
