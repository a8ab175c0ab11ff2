/** The page while I am called or speaking: only the clock, and one button below it. */
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { type ReactNode, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Clock } from '../../../ui/clock.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { ownFloor } from '../../../ui/floor-layouts.ts'
import { Place } from '../../../ui/place.tsx'
import { PrimaryButton } from '../../../ui/primary-button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Name } from '../../../ui/written.tsx'
import { useOwnText } from '../../../widgets/own-text.ts'
import { PendingText } from '../../../widgets/pending-text.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'
import { useAsking } from '../../../widgets/use-asking.ts'
import styles from '../my-floor.module.css'
import type { OwnTurnStatus } from '../my-status.ts'
import { OwnText } from '../text/own-text.tsx'
import { useMyTurn } from './my-turn.ts'

/**
 * `connectionNotice`: the state of the connection; it does not hide the clock. `cue`: the request of the Chair to me. `captions`: the newest
 * words, and the button for all of them.
 */
type MyClockProps = {
  status: OwnTurnStatus
  connectionNotice?: ReactNode
  cue?: ReactNode
  captions?: { words: ReactNode; button: ReactNode } | undefined
}

export const MyClock = (props: MyClockProps) => {
  const [declining, setDeclining] = useState(false)
  const { status, connectionNotice } = props
  return (
    <div className={styles.full}>
      <div className={styles.notices}>{connectionNotice}</div>
      <main className={styles.page}>
        <Place means={String(declining)}>
          {status.kind === 'called' && declining ? (
            <DeclinePage turn={status.turn} onBack={() => setDeclining(false)} />
          ) : (
            <OwnTurnPage {...props} onDecline={() => setDeclining(true)} />
          )}
        </Place>
      </main>
    </div>
  )
}

const OwnTurnPage = ({ status, cue, captions, onDecline }: MyClockProps & { onDecline: () => void }) => {
  const { t } = usePhoneText()
  const { kind, turn } = status
  const { phase, word, eyebrow, help, who, clock, of, changed, bar } = useMyTurn(status)
  const [text] = useOwnText()
  // During a suspension nobody speaks, and nobody has to stay.
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  const [chosen, choose] = useState<boolean | null>(null)
  const asked = kind !== 'floor' ? undefined : (cue ?? (phase === 'over' ? t('floor.pleaseConclude') : undefined))
  const hasText = text !== ''
  // Before and between, the instructions come first.
  const isTextShown = chosen ?? kind === 'floor'
  return (
    <Floor
      layout={ownFloor}
      phase={phase}
      phaseText={word}
      eyebrow={eyebrow}
      clock={clock}
      bar={{ used: bar.used }}
      {...(asked === undefined ? { who: help ?? who, whoIs: help === null ? 'name' : 'sentence', limitText: of } : { cue: asked })}
      text={hasText && isTextShown ? <OwnText className={styles.ownText} /> : undefined}
      corner={
        <>
          {captions?.button}
          {hasText ? (
            <Button
              look="floor"
              bare
              icon="note"
              aria-label={t('me.textShow')}
              aria-pressed={isTextShown}
              onClick={() => choose(!isTextShown)}
            />
          ) : null}
        </>
      }
    >
      {hasText && isTextShown ? null : captions?.words}
      {changed === null ? null : <p className={styles.stay}>{changed}</p>}
      <RefusalMessage area="own-turn" />
      {kind === 'floor' && !isSuspended ? <FinishButton turn={turn} /> : null}
      {kind === 'interrupted' && !isSuspended ? <SpeaksNow /> : null}
      {kind === 'called' ? (
        <Button look="floor" block onClick={onDecline}>
          {t('me.cannotSpeak')}
        </Button>
      ) : null}
    </Floor>
  )
}

/** The person who speaks while my turn is paused. Nobody speaks while the Chair rules. */
const SpeaksNow = () => {
  const { t } = usePhoneText()
  const { eyebrow, who, clock } = useFloorProps('none')
  const speaks = useView(({ floor }) => floor.current !== null)
  return (
    <>
      {clock === undefined || !speaks ? null : (
        <div className={styles.now}>
          <p>{eyebrow}</p>
          <p>
            <Name>{who}</Name>
          </p>
          <Clock {...clock} />
        </div>
      )}
      <p className={styles.stay}>{t('me.pausedStay')}</p>
    </>
  )
}

/** Explains the effect on the request before it happens. */
const DeclinePage = ({ turn, onBack }: { turn: TurnView; onBack: () => void }) => {
  const { t } = usePhoneText()
  return (
    <Floor layout={ownFloor} phase="ready" eyebrow={t('me.cannotSpeak')} who={t('me.cannotSpeakHelp')} whoIs="sentence">
      <RefusalMessage area="own-turn" />
      <GiveUpButton turn={turn} look="floor" />
      <Button look="floor" block onClick={onBack}>
        {t('me.willSpeak')}
      </Button>
    </Floor>
  )
}

/** White on the deep-blue block; in the accent colour on a card. */
type OwnTurnProps = { turn: TurnView; look?: 'floor' | 'accent' }

/** The turn cannot be taken back, so a second press confirms its end. The place of the first press then does the opposite. */
export const FinishButton = ({ turn: { id }, look = 'floor' }: OwnTurnProps) => {
  const { t } = usePhoneText()
  const send = useSend('own-turn')
  const pending = usePending('floor.end')
  const { asking, ask, keep, place } = useAsking()
  // The focus stays on the button, whose name changes. Somebody who sees nothing could take the turn for ended.
  const askAloud = () => {
    screenReader.interrupt(t('say.endAsk'))
    ask()
  }
  return (
    <div ref={place} className={asking ? 'rows' : undefined}>
      <Place means={String(asking)}>
        {asking && pending === undefined ? (
          <>
            <Button look={look === 'floor' ? 'floor' : 'plain'} block onClick={() => void send({ type: 'floor.end', data: { turn: id } })}>
              {t('floor.endMine')}
            </Button>
            <PrimaryButton look={look} takesFocus onPress={keep}>
              {t('floor.goOn')}
            </PrimaryButton>
          </>
        ) : (
          <PrimaryButton look={look} takesFocus disabled={pending !== undefined} onPress={askAloud}>
            {pending ? <PendingText pending={pending} /> : t('floor.finished')}
          </PrimaryButton>
        )}
      </Place>
    </div>
  )
}

/** Moves a called person who cannot speak now to the end of the list. The text explains that, and asks first. */
export const GiveUpButton = ({ turn: { id }, look }: Required<OwnTurnProps>) => {
  const { t } = usePhoneText()
  const send = useSend('own-turn')
  const pending = usePending('floor.decline')
  return (
    <PrimaryButton look={look} disabled={pending !== undefined} onPress={() => void send({ type: 'floor.decline', data: { turn: id } })}>
      {pending ? <PendingText pending={pending} /> : t('me.giveUpTurn')}
    </PrimaryButton>
  )
}
