/** A turn that waits, on the room screen: whose it is, what it waits for, and the time that is kept. Also whose point is ruled on. */
import type { ClaimMark } from '@rostrum/shared/contract/walk-ins'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Clock } from '../../../ui/clock.tsx'
import { Name } from '../../../ui/written.tsx'
import { kindWords } from '../../../widgets/kind-words.ts'
import { ClaimedNote } from '../../../widgets/to-confirm.tsx'
import { useShownInstant } from '../../../widgets/turn-text.tsx'
import { getKindText } from './display-floor-props.ts'
import styles from './display-kept.module.css'

/** The interrupted turn. */
export const DisplayInterrupted = () => {
  const { t } = useText()
  const { current, interrupted } = useView(({ floor }) => floor)
  return current === null || interrupted === null ? null : <Kept turn={interrupted} title={t('display.afterRuling')} />
}

/** The speaker whose interruption the Chair is ruling on. */
export const DisplayRuledOn = () => {
  const { t } = useText()
  const ruledOn = useView(({ floor }) => floor.ruledOn)
  return ruledOn === undefined ? null : (
    <Box title={t(kindWords[ruledOn.kind].speaking)} who={ruledOn.speaker.entity} of={ruledOn.speaker} />
  )
}

/** All turns that a suspension has stopped. */
export const DisplaySuspendedTurns = () => {
  const { t } = useText()
  const current = useView(({ floor }) => floor.current)
  const interrupted = useView(({ floor }) => floor.interrupted)
  const ofPoint = current !== null && interrupted !== null ? t(kindWords[current.kind].speaking) : null
  return (
    <>
      {current === null ? null : <Kept turn={current} title={ofPoint ?? t('display.afterBreak')} />}
      <DisplayRuledOn />
      {interrupted === null ? null : <Kept turn={interrupted} title={t('display.afterRuling')} />}
    </>
  )
}

const Kept = ({ turn, title }: { turn: TurnView; title: string }) => {
  const { t } = useText()
  const now = useShownInstant(turn)
  const who = turn.speaker?.entity ?? t('give.panel')
  const left = computeRemaining(turn, now)
  const isOver = left < 0
  return (
    <Box title={title} who={who} of={turn.speaker} kind={getKindText(t, turn.kind)} note={isOver ? t('floor.over') : undefined}>
      <Clock left={left} label={t(isOver ? 'floor.timeOver' : 'floor.timeLeft', { who })} className={styles.clock} />
    </Box>
  )
}

type BoxProps = {
  title: string
  who: string
  of: ClaimMark | null
  kind?: string | undefined
  note?: string | undefined
  children?: ReactNode
}

const Box = ({ title, who, of, kind = title, note, children }: BoxProps) => (
  <section className={styles.kept} aria-label={title}>
    <div>
      <p>{title}</p>
      <p className={styles.who}>
        <Name>{who}</Name>
        <ClaimedNote of={of} />
      </p>
      {kind === title ? null : <p>{kind}</p>}
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
    </div>
    {children}
  </section>
)
