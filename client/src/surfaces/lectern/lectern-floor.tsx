/** The current speaker and the clock, in one strip. */
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Clock } from '../../ui/clock.tsx'
import { chooseNameSize } from '../../ui/floor-act.tsx'
import { FloorFrame, FloorWho } from '../../ui/floor-frame.tsx'
import { PhaseLabel } from '../../ui/phase-label.tsx'
import { useFloorProps } from '../../widgets/turn-text.tsx'
import styles from './lectern.module.css'

export const LecternFloor = () => {
  const { t } = useText()
  const { phase, phaseText, who, clock } = useFloorProps('none')
  return (
    <FloorFrame phase={phase} className={styles.floor} aria-label={t('floor.now')}>
      <PhaseLabel phase={phase}>{phaseText}</PhaseLabel>
      <FloorWho
        phase={phase}
        who={who}
        isQuestion={phase !== 'empty'}
        className={classNames(styles.who, typeof who === 'string' && styles[chooseNameSize(who.length)])}
      />
      {clock === undefined ? null : <Clock {...clock} className={styles.clock} />}
    </FloorFrame>
  )
}
