/** The page while I am called or speaking: only the clock, and one button below it. */
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { type ReactNode, useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FloorChair } from '../../../ui/floor-chair.tsx'
import { FloorOwnTurn } from '../../../ui/floor-own-turn.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { Name } from '../../../ui/written.tsx'
import { PendingText } from '../../../widgets/pending-text.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import styles from '../my-floor.module.css'
import type { OwnTurnStatus } from '../my-status.ts'
import { useAsking } from '../requests/use-asking.ts'
import { OwnText } from '../text/own-text.tsx'
import { useOwnText } from '../text/use-own-text.ts'
import { useMyTurn } from './my-turn.ts'

/** `connectionNotice`: the state of the connection; it does not hide the clock. `cue`: the request of the Chair to me. */
type MyClockProps = { status: OwnTurnStatus; connectionNotice?: ReactNode; cue?: ReactNode }

export const MyClock = (props: MyClockProps) => {
  const [declining, setDeclining] = useState(false)
  const { status, connectionNotice } = props
  return (
    <div className={styles.full}>
      <div className={styles.notices}>{connectionNotice}</div>
      {status.kind === 'called' && declining ? (
        <DeclinePage turn={status.turn} onBack={() => setDeclining(false)} />
      ) : (
        <OwnTurnPage {...props} onDecline={() => setDeclining(true)} />
      )}
    </div>
  )
}

const OwnTurnPage = ({ status, cue, onDecline }: MyClockProps & { onDecline: () => void }) => {
  const { t } = usePhoneText()
  const { kind, turn } = status
  const { phase, word, eyebrow, help, who, clock, of, bar } = useMyTurn(status)
  const [text] = useOwnText()
  const [isTextShown, showText] = useState(true)
  const hasText = kind !== 'called' && text !== ''
  return (
    <FloorOwnTurn
      phase={phase}
      phaseText={word}
      eyebrow={eyebrow}
      who={help ?? <Name>{who}</Name>}
      clock={clock}
      limitText={of}
      bar={{ used: bar.used }}
      cue={kind === 'called' ? undefined : (cue ?? (phase === 'over' ? t('floor.pleaseConclude') : undefined))}
      text={hasText && isTextShown ? <OwnText className={styles.ownText} /> : undefined}
      corner={
        hasText ? (
          <Button
            look="floor"
            bare
            icon="note"
            aria-label={t('me.textShow')}
            aria-pressed={isTextShown}
            onClick={() => showText(!isTextShown)}
          />
        ) : undefined
      }
    >
      <RefusalMessage area="own-turn" />
      {kind === 'floor' ? <FinishButton turn={turn} /> : null}
      {kind === 'called' ? (
        <Button look="floor" block onClick={onDecline}>
          {t('me.cannotSpeak')}
        </Button>
      ) : null}
    </FloorOwnTurn>
  )
}

/** Explains the effect on the request before it happens. */
const DeclinePage = ({ turn, onBack }: { turn: TurnView; onBack: () => void }) => {
  const { t } = usePhoneText()
  return (
    <FloorOwnTurn phase="ready" eyebrow={t('me.cannotSpeak')} who={t('me.cannotSpeakHelp')}>
      <RefusalMessage area="own-turn" />
      <GiveUpButton turn={turn} look="floor" />
      <Button look="floor" block onClick={onBack}>
        {t('me.willSpeak')}
      </Button>
    </FloorOwnTurn>
  )
}

/** The same content in the Chair's layout, for the panel's screen. The container sets its height. */
export const MyTurnBlock = ({ status }: { status: OwnTurnStatus }) => {
  const { phase, word, eyebrow, help, who, clock, of, bar } = useMyTurn(status)
  return (
    <FloorChair phase={phase} phaseText={word} eyebrow={eyebrow} who={who} sub={help ?? undefined} clock={clock} limitText={of} bar={bar} />
  )
}

/** White on the deep-blue block; in the accent colour on a card. */
type OwnTurnProps = { turn: TurnView; look?: 'floor' | 'accent' }

export const FinishButton = ({ turn: { id }, look = 'floor' }: OwnTurnProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-turn')
  const pending = usePending('floor.end')
  return (
    <PrimaryButton look={look} disabled={pending !== undefined} onPress={() => void send({ type: 'floor.end', data: { turn: id } })}>
      {pending ? <PendingText pending={pending} /> : t('floor.finished')}
    </PrimaryButton>
  )
}

/** Moves a called person who cannot speak now to the end of the list. The text explains that, and asks first. */
const GiveUpButton = ({ turn: { id }, look }: Required<OwnTurnProps>) => {
  const { t } = usePhoneText()
  const send = useSend('own-turn')
  const pending = usePending('floor.decline')
  return (
    <PrimaryButton look={look} disabled={pending !== undefined} onPress={() => void send({ type: 'floor.decline', data: { turn: id } })}>
      {pending ? <PendingText pending={pending} /> : t('me.giveUpTurn')}
    </PrimaryButton>
  )
}

/** The same choice in place, for a page that shows more than my turn. */
export const CannotSpeak = ({ turn }: { turn: TurnView }) => {
  const { t } = usePhoneText()
  const { asking, ask, keep, place } = useAsking()
  return (
    <div ref={place} className={styles.confirm}>
      {asking ? (
        <>
          <p tabIndex={-1} data-asking>
            {t('me.cannotSpeakHelp')}
          </p>
          <GiveUpButton turn={turn} look="accent" />
          <Button block onClick={keep}>
            {t('me.willSpeak')}
          </Button>
        </>
      ) : (
        <Button block data-asking onClick={ask}>
          {t('me.cannotSpeak')}
        </Button>
      )}
    </div>
  )
}
