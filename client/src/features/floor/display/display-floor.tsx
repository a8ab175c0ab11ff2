/** The floor on the room screen: the clock while there is time left, then a request to conclude. */
import { interrupts, isAnswer, ordinaryKind, type TurnKind } from '@rostrum/shared/contract/kinds'
import { findOpenTurn } from '@rostrum/shared/contract/ruling'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { useView } from '../../../session/hooks.tsx'
import { isolateNumber } from '../../../text/isolation.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { formatRemaining } from '../../../ui/clock.tsx'
import { Floor, type FloorProps } from '../../../ui/floor.tsx'
import { displayFloor } from '../../../ui/floor-layouts.ts'
import { useFit } from '../../../ui/use-fit.ts'
import { OnBehalfOf, SpeakerChannel, SpeakerGroup, SpokenIn, useShownInstant } from '../../../widgets/turn-text.tsx'
import { useDisplayFloorProps } from './display-floor-props.ts'
import { DisplayInterrupted, DisplayRuledOn } from './display-kept.tsx'

/** No support is not mentioned. */
const getSupportText = (t: Translate, number: number, n: number, groups: number, total: number): string =>
  n === 0 ? t('display.question', { number }) : t('questions.supportedIn', { number, n, groups, total })

/** Both are as large as the free space allows. The clock gives way before a name does, and sooner before a question, which is there to be read. */
const nameSizes = {
  fits: [1.6, 1.45, 1.3, 1.2, 1.1, 1, 1, 1, 0.92, 0.84, 0.77, 0.7, 0.62, 0.54, 0.46, 0.4, 0.34],
  digits: [1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.85, 0.72, 0.72, 0.72, 0.7, 0.66, 0.6, 0.55, 0.5, 0.45, 0.4],
}
/** The last sizes of both in which words and clock can be read from the last row. The guiding question goes before they get smaller. */
const leastSize = 8
const questionSizes = {
  fits: [1.6, 1.45, 1.3, 1.2, 1.1, 1, 1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.36, 0.36],
  digits: [1, 1, 1, 1, 1, 1, 0.75, 0.62, 0.5, 0.5, 0.45, 0.4, 0.4, 0.4, 0.35, 0.28],
}

/** True while somebody speaks to a point of order, with time left. That is what the screen then says first. */
const isOnPoint = (kind: TurnKind | undefined, phase: FloorProps['phase']): boolean =>
  interrupts(kind) && (phase === 'ready' || phase === 'speak')

/** `cue`: the text of the current cue to the speaker. */
export const DisplayFloor = ({ cue }: { cue?: string | undefined }) => {
  const { t } = useText()
  const floorProps = useDisplayFloorProps()
  const current = useView(({ floor }) => floor.current)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question] : undefined))
  const support = useView(({ support, floor }) => (floor.current?.question && support[floor.current.question]) || 0)
  const groups = useView(({ supportGroups, floor }) => (floor.current?.question && supportGroups[floor.current.question]?.length) || 0)
  const total = useView(({ session }) => session.groups.length)
  const isInterrupting = useView(({ floor }) => floor.current !== null && floor.interrupted !== null)
  const now = useShownInstant(current)
  const over = floorProps.phase === 'over' && current
  const concludeText = over ? t('floor.pleaseConclude') : undefined
  const answers = isAnswer(current?.kind)
  const sizes = answers ? questionSizes : nameSizes
  const more = cue !== undefined && cue !== concludeText ? cue : question && getSupportText(t, question.number, support, groups, total)
  // The words say the sign.
  const sayOver = (left: number) => t('floor.overBy', { time: isolateNumber(formatRemaining(left).replace('+', '')) })
  const phaseText = over ? sayOver(computeRemaining(current, now)) : floorProps.phaseText
  const kept = floorProps.phase === 'paused' ? floorProps.clock?.left : undefined
  const notice = kept !== undefined && kept < 0 ? sayOver(kept) : concludeText
  const onPoint = isOnPoint(current?.kind, floorProps.phase)
  // The label of the phase says the same.
  const isSaid = onPoint || current?.kind === ordinaryKind
  const turn = useView(({ floor }) => findOpenTurn(floor))
  const isJoint = turn !== null && turn.onBehalfOf.length > 0
  return (
    <Floor
      layout={displayFloor}
      box={useFit<HTMLElement>(sizes.fits, sizes.digits, leastSize)}
      {...floorProps}
      eyebrow={isSaid ? <span className="sr">{floorProps.eyebrow}</span> : floorProps.eyebrow}
      phaseText={onPoint ? floorProps.eyebrow : phaseText}
      phaseIcon={onPoint ? 'flag' : undefined}
      notice={notice}
      // The interrupted speaker has its place.
      bar={isInterrupting ? undefined : floorProps.bar}
      {...(answers
        ? {
            eyebrow: t(current?.startedAt === null ? 'display.panelToAnswer' : 'display.panelAnswers'),
            sub: (
              <>
                {floorProps.sub}
                {more === undefined ? null : <span>{more}</span>}
              </>
            ),
          }
        : isJoint
          ? {
              sub: (
                <>
                  <SpeakerGroup turn={turn} />
                  <SpeakerChannel turn={turn} />
                  <SpokenIn turn={turn} />
                </>
              ),
              // Below the name, because it goes on from it.
              more: (
                <>
                  <OnBehalfOf turn={turn} />
                  {more === undefined ? null : <span>{more}</span>}
                </>
              ),
            }
          : { more })}
    >
      <DisplayRuledOn />
      <DisplayInterrupted />
    </Floor>
  )
}

/** The phase that gives the screen its colour. A point of order has that of a pause, which it is for the speaker. */
export const useDisplayPhase = (): FloorProps['phase'] => {
  const { phase } = useDisplayFloorProps()
  const kind = useView(({ floor }) => floor.current?.kind)
  return isOnPoint(kind, phase) ? 'paused' : phase
}
