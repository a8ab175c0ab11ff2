/** The Chair's own controls, so that the desk can go on alone at the same point. */
import { FloorNext } from '../../features/floor/staff/next-action.tsx'
import { useText } from '../../text/use-text.tsx'
import { TurnControls } from '../staff/turn-controls.tsx'
import styles from './secretariat.module.css'

export const Drive = ({ onCallOther }: { onCallOther: () => void }) => {
  const { t } = useText()
  return (
    <section className={styles.drive} aria-label={t('desk.drive')}>
      <FloorNext />
      <div className={styles.controls}>
        <TurnControls onCallOther={onCallOther} />
      </div>
    </section>
  )
}
