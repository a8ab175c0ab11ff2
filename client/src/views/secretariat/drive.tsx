/** The Chair's own controls, so that the desk can go on alone at the same point. */
import { AskToConclude } from '../../features/cues/ask-to-conclude.tsx'
import { FloorControls } from '../../features/floor/controls.tsx'
import { FloorNext } from '../../features/floor/floor-next.tsx'
import { LastAct } from '../../features/floor/last-act.tsx'
import { useText } from '../../text/use-text.tsx'
import styles from './secretariat.module.css'

export const Drive = () => {
  const { t } = useText()
  return (
    <section className={styles.drive} aria-label={t('desk.drive')}>
      <FloorNext />
      <div className={styles.controls}>
        <FloorControls cue={<AskToConclude />} />
        <LastAct />
      </div>
    </section>
  )
}
