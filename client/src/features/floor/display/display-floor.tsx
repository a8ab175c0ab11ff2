/** The floor on the room screen: the clock while there is time left, then a request to conclude. */
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { useView } from '../../../session/hooks.tsx'
import { isolateNumber } from '../../../text/isolation.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { formatClock } from '../../../ui/clock.tsx'
import { FloorDisplay } from '../../../ui/floor-display.tsx'
import { useFloorProps, useShownInstant } from '../../../widgets/turn-text.tsx'
import { getTextLength, lengthBounds } from '../text-length.ts'

/** No support is not mentioned. */
const getSupportText = (t: Translate, number: number, n: number, groups: number, total: number): string =>
  n === 0 ? t('display.question', { number }) : t('questions.supportedIn', { number, n, groups, total })

/** `cue`: the text of the current cue to the speaker. */
export const DisplayFloor = ({ cue }: { cue?: string | undefined }) => {
  const { t } = useText()
  const floorProps = useFloorProps('none')
  const current = useView(({ floor }) => floor.current)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question] : undefined))
  const support = useView(({ support, floor }) => (floor.current?.question && support[floor.current.question]) || 0)
  const groups = useView(({ supportGroups, floor }) => (floor.current?.question && supportGroups[floor.current.question]?.length) || 0)
  const total = useView(({ session }) => session.groups.length)
  const now = useShownInstant(current)
  const over = floorProps.phase === 'over' && current
  const concludeText = over && !isAnswer(current.kind) ? t('floor.pleaseConclude') : undefined
  const { limitText: _of, startText: _since, ...shown } = floorProps
  return (
    <FloorDisplay
      {...shown}
      {...(isAnswer(current?.kind) ? { eyebrow: t('display.panelAnswers') } : {})}
      phaseText={over ? t('floor.overBy', { time: isolateNumber(formatClock(computeRemaining(current, now))) }) : floorProps.phaseText}
      textLength={
        typeof floorProps.who === 'string'
          ? getTextLength(floorProps.who, floorProps.isQuestion ? lengthBounds.question : lengthBounds.name)
          : undefined
      }
      more={question && getSupportText(t, question.number, support, groups, total)}
      concludeText={concludeText}
      {...(cue !== undefined && cue !== concludeText ? { more: cue } : {})}
    />
  )
}

export const useDisplayPhase = () => useFloorProps().phase
