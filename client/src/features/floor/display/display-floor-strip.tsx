/** The floor as one row at the top of the room screen, while something else fills it. */
import { useText } from '../../../text/use-text.tsx'
import { Clock } from '../../../ui/clock.tsx'
import { PhaseLabel } from '../../../ui/phase-label.tsx'
import { Written } from '../../../ui/written.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'
import styles from './display-floor-strip.module.css'

export const DisplayFloorStrip = () => {
  const { t } = useText()
  const { phase, phaseText, who, clock } = useFloorProps('none')
  return (
    <section className={styles.strip} aria-label={t('floor.nowSpeaking')}>
      <PhaseLabel phase={phase} className={styles.phase}>
        {phaseText}
      </PhaseLabel>
      <Written as="strong" className={styles.who}>
        {who}
      </Written>
      {clock === undefined ? null : <Clock {...clock} className={styles.clock} />}
    </section>
  )
}
