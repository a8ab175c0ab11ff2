/** "Why 4th?" in full sentences, made from the causes that the server gives and from nothing else. */
import type { Cause, Place } from '@rostrum/shared/contract/queue'
import { useView } from '../../session/hooks.tsx'
import type { Key } from '../../text/catalog.ts'
import type { Speak } from '../../text/messages.ts'
import { useText } from '../../text/use-text.tsx'
import styles from './my-floor.module.css'

const aheadBecause = {
  'group-unheard': 'me.ahead.group',
  'entity-first': 'me.ahead.entity',
  'group-turn': 'me.ahead.turn',
  'channel-turn': 'me.ahead.channel',
} as const satisfies Readonly<Partial<Record<Cause, Key>>>

type Ahead = (typeof aheadBecause)[keyof typeof aheadBecause] | 'me.ahead.placed'

const keyOf = (cause: Cause): Ahead => aheadBecause[cause as keyof typeof aheadBecause] ?? 'me.ahead.placed'

/** Those who stand before this place and asked later, counted by cause; then those who asked earlier. */
export const aheadWords = (t: Speak, line: readonly Place[], index: number): readonly string[] => {
  const mine = line[index]
  if (!mine) return []
  if (index === 0) return [t('me.whyFirst')]
  const counts = new Map<Ahead, number>()
  for (const { asked, cause } of line.slice(0, index)) {
    if (asked > mine.asked && mine.cause !== 'absent') counts.set(keyOf(cause), (counts.get(keyOf(cause)) ?? 0) + 1)
  }
  if (counts.size === 0) return mine.cause === 'absent' ? [] : [t('me.whyNone')]
  const placed = [...counts].map(([key, n]) => t(key, { n }))
  return mine.earlier > 0 ? [...placed, t('me.ahead.earlier', { n: mine.earlier })] : placed
}

/** `brief`: without what may still happen, where room is short. */
export const Why = ({ place, index, brief = false }: { place: Place; index: number; brief?: boolean }) => {
  const { t, ordinal } = useText()
  const line = useView((view) => view.line)
  const mode = useView(({ list }) => list.mode)
  const absent = place.cause === 'absent'
  const first = absent ? [t('me.absent')] : [t('me.whyAsked', { asked: ordinal(place.asked) }), ...aheadWords(t, line, index)]
  const last = [...(mode === 'received' || absent ? [] : [t('me.left', { n: place.left })]), t('me.notMoved')]
  return (
    <section className={styles.why}>
      <p>
        <strong>{t('me.why', { place: ordinal(index + 1) })}</strong> {first.join(' ')}
      </p>
      {brief ? null : <p>{last.join(' ')}</p>}
    </section>
  )
}
