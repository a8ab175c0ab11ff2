/** The Chair's own controls, so that the desk can go on alone at the same point. */
import { AskToConclude } from '../../features/cues/ask-to-conclude.tsx'
import { FloorControls } from '../../features/floor/controls.tsx'
import { FloorNext } from '../../features/floor/floor-next.tsx'
import { LastAct } from '../../features/floor/last-act.tsx'
import { Refused } from '../../features/session/refused.tsx'
import { useRefusal } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import styles from './secretariat.module.css'

const acts = [
  'session.',
  'agenda.',
  'floor.call',
  'floor.start',
  'floor.pause',
  'floor.resume',
  'floor.extend',
  'floor.end',
  'floor.absent',
  'floor.recognize',
  'cues.',
]

export const Drive = () => {
  const { t } = useText()
  const refused = useRefusal(acts) === null ? undefined : <Refused of={acts} />
  return (
    <section className={styles.drive} aria-label={t('desk.drive')}>
      <FloorNext />
      <div className={styles.controls}>
        <FloorControls cue={<AskToConclude />} />
        <LastAct refused={refused} />
      </div>
    </section>
  )
}
