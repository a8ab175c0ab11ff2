/** The papers of the session or of one agenda item. Each leads to its own address, which is shown, in a new tab. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { formatPaperAddress } from '@rostrum/shared/contract/papers'
import { useView } from '../../session/hooks.tsx'
import { useAskedText } from '../../text/use-text.tsx'
import { Name } from '../../ui/written.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './papers.module.css'

/** `of`: null for the papers of the whole session. Shows nothing if there are none. */
export const Papers = ({ of }: { of: SegmentId | null }) => {
  const { t } = useAskedText()
  const papers = useView((view) => view.papers)?.filter(({ segment }) => segment === of) ?? []
  if (papers.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('papers.title')}>
      {papers.map(({ title, address }, index) => (
        <li key={index}>
          <a href={address} target="_blank" rel="noopener noreferrer">
            <SessionText of={title} />
            <small>
              <Name dir="ltr">{formatPaperAddress(address)}</Name>
            </small>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The papers of the whole session under their heading. */
export const SessionPapers = () => {
  const { t } = useAskedText()
  const hasSome = useView(({ papers = [] }) => papers.some(({ segment }) => segment === null))
  return hasSome ? (
    <section className={styles.session}>
      <h3>{t('papers.title')}</h3>
      <Papers of={null} />
    </section>
  ) : null
}
