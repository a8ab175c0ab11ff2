/** While I am called or speak: only the clock, and one button below it. */
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { ReactNode } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FloorChair } from '../../../ui/floor-chair.tsx'
import { FloorFull } from '../../../ui/floor-own-turn.tsx'
import { MainButton } from '../../../ui/primary-button.tsx'
import { sendingWords } from '../../../widgets/pending-text.ts'
import styles from '../my-floor.module.css'
import type { OnFloor } from '../my-status.ts'
import { Refusal } from '../refusal.tsx'
import { useMyTurn } from './my-turn.ts'

/** `notice`: how the line stands; the clock is not hidden by it. `cue`: what the Chair asks of me. */
type ClockProps = { standing: OnFloor; notice?: ReactNode; cue?: ReactNode }

export const MyClock = ({ standing, notice, cue }: ClockProps) => {
  const { t } = useText()
  const { kind, turn } = standing
  const { phase, word, eyebrow, help, who, clock, of, bar } = useMyTurn(standing)
  return (
    <div className={styles.full}>
      {notice}
      <FloorFull
        phase={phase}
        word={word}
        eyebrow={eyebrow}
        who={help ?? who}
        clock={clock}
        of={of}
        bar={{ used: bar.used }}
        cue={kind === 'called' ? undefined : (cue ?? (phase === 'over' ? t('floor.pleaseConclude') : undefined))}
      >
        <Refusal of={['floor.end', 'floor.absent']} />
        {kind === 'floor' ? <Finished turn={turn} /> : null}
        {kind === 'called' ? <NotNow turn={turn} /> : null}
      </FloorFull>
    </div>
  )
}

/** The same in the chair's drawing, for the panel's own screen. Its container gives it a height. */
export const MyFloorBlock = ({ standing }: { standing: OnFloor }) => {
  const { phase, word, eyebrow, help, who, clock, of, bar } = useMyTurn(standing)
  return <FloorChair phase={phase} word={word} eyebrow={eyebrow} who={who} sub={help ?? undefined} clock={clock} of={of} bar={bar} />
}

/** On the deep-blue block white, on a card in the accent. */
type OnTurn = { turn: TurnView; look?: 'floor' | 'accent' }

export const Finished = ({ turn: { id }, look = 'floor' }: OnTurn) => {
  const { t } = useText()
  const send = useSend()
  const pending = usePending('floor.end')
  return (
    <MainButton look={look} disabled={pending !== undefined} onPress={() => void send({ type: 'floor.end', data: { turn: id } })}>
      {pending ? sendingWords(t, pending) : t('floor.finished')}
    </MainButton>
  )
}

/** Whoever cannot speak now gives the floor back and waits at the end of the list. */
export const NotNow = ({ turn: { id }, look = 'floor' }: OnTurn) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('floor.absent') !== undefined
  return (
    <Button
      look={look === 'floor' ? 'floor' : 'plain'}
      block
      disabled={busy}
      onClick={() => void send({ type: 'floor.absent', data: { turn: id } })}
    >
      {t('me.notNow')}
    </Button>
  )
}
