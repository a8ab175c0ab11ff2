/** The Chair's own controls, so that the secretariat can continue alone at the same point. */
import { FloorNextAction } from '../../features/floor/staff/next-action.tsx'
import { useText } from '../../text/use-text.tsx'
import { TurnControls } from '../staff/turn-controls.tsx'
import type { StaffDialogs } from '../staff/use-staff-dialogs.tsx'
import styles from './secretariat.module.css'

export const ChairControls = ({ dialogs }: { dialogs: StaffDialogs }) => {
  const { t } = useText()
  return (
    <section className={styles.drive} aria-label={t('secretariat.controls')}>
      <FloorNextAction steps={dialogs.steps} onOpen={dialogs.open} />
      <div className={styles.controls}>
        <TurnControls dialogs={dialogs} />
      </div>
    </section>
  )
}
