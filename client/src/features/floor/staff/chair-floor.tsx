/** The floor at the top of the Chair's column. A question that is answered, and who asked it, are in the side column and in the script. */

import { countsAsIntervention } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { findOpenTurn, findWaitingTurn } from '@rostrum/shared/contract/ruling'
import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatQuestionLabel } from '../../../text/labels.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { chairFloor } from '../../../ui/floor-layouts.ts'
import { SpeakerChannel, SpeakerGroup, TurnDetails, useFloorProps } from '../../../widgets/turn-text.tsx'

/** `asked`: the request of a booth, which is newer than the rest of the line. */
export const ChairFloor = ({ asked }: { asked?: ReactNode }) => {
  const { t } = useText()
  const { limitText, startText, ...floor } = useFloorProps()
  const turn = useView(({ floor }) => findOpenTurn(floor))
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  const { phase, until, timeZone } = useView(({ session }) => session)
  const isSuspended = phase === 'suspended'
  const isRuling = useView(({ floor }) => findWaitingTurn(floor) !== null)
  const isNobodyWaiting = useView(({ session, queue }) => session.phase === 'open' && queue.next === null && !isLastWordGiven(queue.status))
  const isIntervention = turn !== null && countsAsIntervention(turn.kind)
  const suspended = until === null ? t('alert.suspended') : t('alert.suspendedUntil', { time: formatTime(until, timeZone) })
  const details = (
    <>
      {asked === undefined ? null : <strong>{asked}</strong>}
      {isIntervention ? null : <SpeakerGroup turn={turn} />}
      <TurnDetails turn={turn} />
    </>
  )
  return (
    <Floor
      {...floor}
      layout={chairFloor}
      {...(number === undefined ? {} : { who: turn?.speaker?.entity ?? t('give.panel'), whoIs: 'name' })}
      {...(turn === null ? (isNobodyWaiting ? { sub: t('queue.empty') } : { sub: undefined }) : { sub: details })}
      {...(turn?.startedAt === null ? { limitText: startText } : { limitText })}
      {...(isSuspended && turn !== null ? { eyebrow: t('session.suspended'), phaseText: suspended } : {})}
      corner={
        <>
          <span>
            {number !== undefined ? (
              formatQuestionLabel(t, number)
            ) : isIntervention && !isRuling && !isSuspended ? (
              <SpeakerGroup turn={turn} />
            ) : (
              floor.eyebrow
            )}
          </span>
          <SpeakerChannel turn={turn} />
        </>
      }
    />
  )
}
