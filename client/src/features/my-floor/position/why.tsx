/** "Why 4th?", answered. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import styles from '../my-floor.module.css'
import type { InLine } from '../my-status.ts'
import { whyWords } from './why-text.ts'

/** `brief`: without what may still happen, where room is short. */
export const Why = ({ standing: { entry, index }, brief = false }: { standing: InLine; brief?: boolean }) => {
  const { t, ordinal } = useText()
  const line = useView((view) => view.line)
  const list = useView((view) => view.list)
  const wish = useView(({ entries }) => (entry.behind === null ? null : (entries[entry.behind]?.entity ?? null)))
  const { first, after } = whyWords(t, list, line, index, entry, wish)
  return (
    <section className={styles.why}>
      <p>
        <strong>{t('me.why', { place: ordinal(index + 1) })}</strong> {first.join(' ')}
      </p>
      {brief || after.length === 0 ? null : <p>{after.join(' ')}</p>}
    </section>
  )
}
