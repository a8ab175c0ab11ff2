/** On the speaker's own device: what the Chair asks, large and calm. That it came is told by itself; that it was seen, by a press. */
import type { CueId } from '@rostrum/shared/contract/ids'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { useEffect } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CueCard } from '../../../ui/cue-card.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { isForSpeaker } from '../cue-status.ts'
import { putAway, usePutAway } from '../everyone/dismissed.ts'

type MyCue = {
  readonly words: string
  /** Null where there is nothing to press: it was pressed, or the whole panel answers and nobody can say it for the others. */
  readonly see: (() => void) | null
}

type Seen = Pick<View, 'floor' | 'myFloor' | 'me'>

/** The turn that is mine, also while a point of order interrupts it. */
const ownTurn = ({ floor, myFloor }: Seen): TurnView | null =>
  [floor.current, floor.interrupted].find((turn) => turn !== null && turn.id === myFloor.turn) ?? null

/** An answer is the panel's. */
const panelTurn = ({ floor, me }: Seen): TurnView | null =>
  me.role === 'panellist' && floor.current?.kind === 'answer' ? floor.current : null

/** Of these this page has told the session already. */
const told = new Set<CueId>()

export const useMyCue = (): MyCue | null => {
  const { t } = useText()
  const send = useSend()
  const own = useView(ownTurn)
  const panel = useView(panelTurn)
  const now = useNow(1000)
  const away = usePutAway()
  const cue = (own ?? panel)?.cue ?? null
  const seen = cue !== null && away.includes(cue.id)
  const stands = cue !== null && (seen ? cue.kind === 'conclude' : isForSpeaker(cue, now))
  const words = cue === null ? null : t(`cue.${cue.kind}`)
  useEffect(() => {
    if (cue === null || words === null || seen || told.has(cue.id)) return
    told.add(cue.id)
    announcements.interrupt(words)
    if (own) void send({ type: 'cues.deliver', data: { cue: cue.id } })
  })
  if (!stands || words === null) return null
  const see = () => {
    putAway(cue.id)
    void send({ type: 'cues.see', data: { cue: cue.id } })
  }
  return { words, see: own === null || seen ? null : see }
}

/** `on`: on the page, or inside the deep-blue block of a phone. */
export const MyCueCard = ({ cue: { words, see }, on = 'page' }: { cue: MyCue; on?: 'page' | 'floor' }) => {
  const { t } = useText()
  return (
    <CueCard words={words} on={on}>
      {see === null ? null : (
        <Button look={on === 'floor' ? 'floor' : 'plain'} icon="check" onClick={see}>
          {t('cue.see')}
        </Button>
      )}
    </CueCard>
  )
}

/** Under the floor of a page, and nothing while nothing is asked. */
export const MyCueBelow = () => {
  const cue = useMyCue()
  return cue === null ? null : <MyCueCard cue={cue} />
}
