/**
 * The current speaker, over a picture, in the parts that the address asks for. While the Chair rules it is the speaker who waits to continue.
 * Shows nothing while nobody has the floor.
 */
import { interrupts, isAnswer } from '@rostrum/shared/contract/kinds'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import type { OverlayPart } from '../../../session/overlay-address.ts'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Clock } from '../../../ui/clock.tsx'
import { FloorFrame, type FloorProps } from '../../../ui/floor.tsx'
import { NameMark } from '../../../ui/name-mark.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { kindWords } from '../../../widgets/kind-words.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'
import styles from './overlay-floor.module.css'

/** A name with more characters is smaller. */
const longName = 40

export const OverlayFloor = ({ parts }: { parts: readonly OverlayPart[] }) => {
  const { t } = useText()
  const kind = useView(({ floor }) => findOpenTurn(floor)?.kind)
  const { who, mark, phase, phaseText, eyebrow, sub, clock } = useFloorProps('none')
  if (kind === undefined) return null
  const isQuestion = isAnswer(kind)
  const hasClock = parts.includes('clock')
  const hasWho = parts.includes(isQuestion ? 'question' : 'speaker')
  if (!hasWho && !hasClock) return null
  const isPoint = interrupts(kind)
  // While somebody speaks the name alone says it.
  const textByPhase = phase === 'speak' ? null : phase === 'ready' ? t(kindWords[kind].called) : phaseText
  const heading = isPoint ? t(kindWords[kind].speaking) : isQuestion ? t('overlay.panelAnswers') : textByPhase
  return (
    <FloorFrame
      phase={isPoint ? 'paused' : phase}
      className={styles.floor}
      aria-label={typeof eyebrow === 'string' ? eyebrow : undefined}
      data-part="floor"
      data-who={hasWho || undefined}
    >
      {hasWho ? (
        <div className={styles.who}>
          {heading === null ? null : <p className={styles.small}>{heading}</p>}
          <OverlayWho who={who} mark={mark} isQuestion={isQuestion} />
          {isQuestion || isPoint ? null : (
            <p className={styles.small} data-gives="1">
              {sub}
            </p>
          )}
        </div>
      ) : null}
      {hasClock && clock ? <Clock {...clock} className={styles.clock} /> : null}
    </FloorFrame>
  )
}

const isLong = (who: ReactNode) => (typeof who === 'string' && who.length > longName) || undefined

const OverlayWho = ({ who, mark, isQuestion }: Pick<FloorProps, 'who' | 'mark'> & { isQuestion: boolean }) =>
  isQuestion ? (
    <Written className={classNames(styles.name, styles.question)} data-long={isLong(who)}>
      {who}
    </Written>
  ) : (
    <p className={styles.name} data-long={isLong(who)}>
      <Name>{who}</Name>
      <NameMark>{mark}</NameMark>
    </p>
  )
