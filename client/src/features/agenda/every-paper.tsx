/** All papers, by agenda item: those of the current item first, then those of the session, then those of the other items. */
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Name } from '../../ui/written.tsx'
import { getSegmentName } from '../../widgets/segment-name.ts'
import styles from './papers.module.css'
import { Papers } from './papers.tsx'

export const EveryPaper = () => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const papers = useView((view) => view.papers) ?? []
  const withPapers = plan.filter(({ id }) => papers.some(({ segment }) => segment === id))
  const ofSession = papers.some(({ segment }) => segment === null) ? [null] : []
  const [now, others] = [withPapers.filter(({ id }) => id === current), withPapers.filter(({ id }) => id !== current)]
  return (
    <div className={styles.all}>
      {[...now, ...ofSession, ...others].map((segment) => (
        <section key={segment?.id ?? ''}>
          {segment === null ? null : (
            <h3>
              <Name>{getSegmentName(t, plan, segment)}</Name>
            </h3>
          )}
          <Papers of={segment?.id ?? null} />
        </section>
      ))}
    </div>
  )
}
