/** The requests of the Chair and the booths, on the speaker's own device. Delivery is reported automatically; a press reports "seen". */

import type { CueId } from '@rostrum/shared/contract/ids'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { roleRules } from '@rostrum/shared/contract/roles'
import type { CueView, TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { useEffect } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CueCard } from '../../../ui/cue-card.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { isOnSpeakerScreen } from '../cue-status.ts'
import { dismiss, useDismissed } from '../everyone/dismissed.ts'

type MyCue = {
  /** The cues to show, the Chair's first. */
  readonly texts: readonly string[]
  /** Null if there is no button: it was already pressed, or the whole panel answers. Nobody can confirm for the others. */
  readonly acknowledge: (() => void) | null
}

type MyCueView = Pick<View, 'floor' | 'myFloor' | 'me'>

/** True for my turn, even while a point of order interrupts it. */
const findOwnTurn = ({ floor, myFloor }: MyCueView): TurnView | null =>
  [floor.current, floor.interrupted].find((turn) => turn !== null && turn.id === myFloor.turn) ?? null

/** An answer belongs to the whole panel. */
const findPanelTurn = ({ floor, me }: MyCueView): TurnView | null =>
  roleRules[me.role].isOnPanel && isAnswer(floor.current?.kind) ? floor.current : null

const noCues: readonly CueId[] = []

/** Cues whose delivery this page has already reported. */
const deliveredCues = new Set<CueId>()

/** Lists the cue of the Chair together with those of booths. */
const listCues = (turn: TurnView | null): readonly CueView[] => [turn?.cue, ...(turn?.asked ?? [])].filter((cue) => cue != null)

export const useMyCue = (): MyCue | null => {
  const { t } = usePhoneText()
  const send = useSend('background')
  const own = useView(findOwnTurn)
  const panel = useView(findPanelTurn)
  const now = useNow(1000)
  const dismissed = useDismissed()
  const seen = [...dismissed, ...useView(({ myFloor }) => myFloor.seen ?? noCues)]
  const cues = listCues(own ?? panel)
  const unread = cues.filter(({ id }) => !seen.includes(id))
  const active = cues.filter((cue) => (seen.includes(cue.id) ? cue.kind === 'conclude' : isOnSpeakerScreen(cue, now)))
  useEffect(() => {
    for (const { id, kind } of unread.filter((cue) => !deliveredCues.has(cue.id))) {
      deliveredCues.add(id)
      screenReader.interrupt(t(`cue.${kind}`))
      if (own) void send({ type: 'cues.deliver', data: { cue: id } })
    }
  })
  if (active.length === 0) return null
  const toSee = active.filter((cue) => unread.includes(cue))
  const acknowledge = () => {
    for (const { id } of toSee) {
      dismiss(id)
      void send({ type: 'cues.see', data: { cue: id } })
    }
  }
  const texts = [...new Set(active.map(({ kind }) => t(`cue.${kind}`)))]
  return { texts, acknowledge: own === null || toSee.length === 0 ? null : acknowledge }
}

/** `on`: directly on the page, or inside the deep-blue block of a phone. */
export const MyCueCard = ({ cue: { texts, acknowledge }, on = 'page' }: { cue: MyCue; on?: 'page' | 'floor' }) => {
  const { t } = usePhoneText()
  return (
    <CueCard texts={texts} on={on}>
      {acknowledge === null ? null : (
        <Button look={on === 'floor' ? 'floor' : 'plain'} icon="check" onClick={acknowledge}>
          {t('cue.see')}
        </Button>
      )}
    </CueCard>
  )
}

/** The cue below the floor of a page. Renders nothing while there is none. */
export const MyCueBelow = () => {
  const cue = useMyCue()
  return cue === null ? null : <MyCueCard cue={cue} />
}
