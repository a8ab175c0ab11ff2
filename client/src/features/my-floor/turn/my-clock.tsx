/** While I am called or speak: only the clock, and one button below it. */
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { ReactNode } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FloorChair } from '../../../ui/floor-chair.tsx'
import { FloorOwnTurn } from '../../../ui/floor-own-turn.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { getPendingText } from '../../../widgets/pending-text.ts'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import styles from '../my-floor.module.css'
import type { OwnTurnStatus } from '../my-status.ts'
import { useMyTurn } from './my-turn.ts'

/** `connectionNotice`: the state of the connection; it does not hide the clock. `cue`: what the Chair asks of me. */
type MyClockProps = { status: OwnTurnStatus; connectionNotice?: ReactNode; cue?: ReactNode }

export const MyClock = ({ status, connectionNotice, cue }: MyClockProps) => {
  const { t } = useText()
  const { kind, turn } = status
  const { phase, word, eyebrow, help, who, clock, of, bar } = useMyTurn(status)
  return (
    <div className={styles.full}>
      {connectionNotice}
      <FloorOwnTurn
        phase={phase}
        phaseText={word}
        eyebrow={eyebrow}
        who={help ?? who}
        clock={clock}
        limitText={of}
        bar={{ used: bar.used }}
        cue={kind === 'called' ? undefined : (cue ?? (phase === 'over' ? t('floor.pleaseConclude') : undefined))}
      >
        <RefusalMessage area="own-turn" />
        {kind === 'floor' ? <FinishButton turn={turn} /> : null}
        {kind === 'called' ? <NotNowButton turn={turn} /> : null}
      </FloorOwnTurn>
    </div>
  )
}

/** The same content in the chair's layout, for the panel's screen. The container sets its height. */
export const MyTurnBlock = ({ status }: { status: OwnTurnStatus }) => {
  const { phase, word, eyebrow, help, who, clock, of, bar } = useMyTurn(status)
  return (
    <FloorChair phase={phase} phaseText={word} eyebrow={eyebrow} who={who} sub={help ?? undefined} clock={clock} limitText={of} bar={bar} />
  )
}

/** White on the deep-blue block; in the accent colour on a card. */
type OwnTurnProps = { turn: TurnView; look?: 'floor' | 'accent' }

export const FinishButton = ({ turn: { id }, look = 'floor' }: OwnTurnProps) => {
  const { t } = useText()
  const send = useSend('own-turn')
  const pending = usePending('floor.end')
  return (
    <PrimaryButton look={look} disabled={pending !== undefined} onPress={() => void send({ type: 'floor.end', data: { turn: id } })}>
      {pending ? getPendingText(t, pending) : t('floor.finished')}
    </PrimaryButton>
  )
}

/** Somebody who cannot speak now gives the floor back and waits at the end of the queue. */
export const NotNowButton = ({ turn: { id }, look = 'floor' }: OwnTurnProps) => {
  const { t } = useText()
  const send = useSend('own-turn')
  const busy = usePending('floor.mark-absent') !== undefined
  return (
    <Button
      look={look === 'floor' ? 'floor' : 'plain'}
      block
      disabled={busy}
      onClick={() => void send({ type: 'floor.mark-absent', data: { turn: id } })}
    >
      {t('me.notNow')}
    </Button>
  )
}
