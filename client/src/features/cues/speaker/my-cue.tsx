/** A cue from the Chair on the speaker's own device. Delivery is reported automatically; "seen" is reported by a press. */
import type { CueId } from '@rostrum/shared/contract/ids'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { useEffect } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CueCard } from '../../../ui/cue-card.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { isOnSpeakerScreen } from '../cue-status.ts'
import { dismiss, useDismissed } from '../everyone/dismissed.ts'

type MyCue = {
  readonly text: string
  /** Null if there is no button: it was already pressed, or the whole panel answers and nobody can confirm for the others. */
  readonly acknowledge: (() => void) | null
}

type MyCueView = Pick<View, 'floor' | 'myFloor' | 'me'>

/** My turn, also while a point of order interrupts it. */
const findOwnTurn = ({ floor, myFloor }: MyCueView): TurnView | null =>
  [floor.current, floor.interrupted].find((turn) => turn !== null && turn.id === myFloor.turn) ?? null

/** An answer belongs to the whole panel. */
const findPanelTurn = ({ floor, me }: MyCueView): TurnView | null =>
  me.role === 'panellist' && floor.current?.kind === 'answer' ? floor.current : null

/** Cues whose delivery this page has already reported. */
const deliveredCues = new Set<CueId>()

export const useMyCue = (): MyCue | null => {
  const { t } = useText()
  const send = useSend('background')
  const own = useView(findOwnTurn)
  const panel = useView(findPanelTurn)
  const now = useNow(1000)
  const dismissed = useDismissed()
  const cue = (own ?? panel)?.cue ?? null
  const isDismissed = cue !== null && dismissed.includes(cue.id)
  const isActive = cue !== null && (isDismissed ? cue.kind === 'conclude' : isOnSpeakerScreen(cue, now))
  const text = cue === null ? null : t(`cue.${cue.kind}`)
  useEffect(() => {
    if (cue === null || text === null || isDismissed || deliveredCues.has(cue.id)) return
    deliveredCues.add(cue.id)
    screenReader.interrupt(text)
    if (own) void send({ type: 'cues.deliver', data: { cue: cue.id } })
  })
  if (!isActive || text === null) return null
  const acknowledge = () => {
    dismiss(cue.id)
    void send({ type: 'cues.see', data: { cue: cue.id } })
  }
  return { text, acknowledge: own === null || isDismissed ? null : acknowledge }
}

/** `on`: directly on the page, or inside the deep-blue block of a phone. */
export const MyCueCard = ({ cue: { text, acknowledge }, on = 'page' }: { cue: MyCue; on?: 'page' | 'floor' }) => {
  const { t } = useText()
  return (
    <CueCard text={text} on={on}>
      {acknowledge === null ? null : (
        <Button look={on === 'floor' ? 'floor' : 'plain'} icon="check" onClick={acknowledge}>
          {t('cue.see')}
        </Button>
      )}
    </CueCard>
  )
}

/** Below the floor of a page. Renders nothing while there is no cue. */
export const MyCueBelow = () => {
  const cue = useMyCue()
  return cue === null ? null : <MyCueCard cue={cue} />
}
