/** The floor on the room screen: the clock while there is time left, then a request to conclude. */
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { useView } from '../../../session/hooks.tsx'
import { isolateNumber } from '../../../text/isolation.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { formatClock } from '../../../ui/clock.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { displayFloor } from '../../../ui/floor-layouts.ts'
import { useFit } from '../../../ui/use-fit.ts'
import { useFloorProps, useShownInstant } from '../../../widgets/turn-text.tsx'

/** No support is not mentioned. */
const getSupportText = (t: Translate, number: number, n: number, groups: number, total: number): string =>
  n === 0 ? t('display.question', { number }) : t('questions.supportedIn', { number, n, groups, total })

/** A question is there to be read: its clock gives way first. */
const nameSizes = {
  fits: [1, 0.92, 0.84, 0.77, 0.7, 0.62, 0.54, 0.46, 0.4, 0.34],
  digits: [1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.4],
}
const questionSizes = {
  fits: [1, 1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.36],
  digits: [1, 0.75, 0.5, 0.5, 0.5, 0.45, 0.4, 0.4, 0.4, 0.35],
}

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
  const answers = isAnswer(current?.kind)
  const sizes = answers ? questionSizes : nameSizes
  const more = cue !== undefined && cue !== concludeText ? cue : question && getSupportText(t, question.number, support, groups, total)
  const phaseText = over ? t('floor.overBy', { time: isolateNumber(formatClock(computeRemaining(current, now))) }) : floorProps.phaseText
  return (
    <Floor
      layout={displayFloor}
      box={useFit<HTMLElement>(sizes.fits, sizes.digits)}
      {...floorProps}
      // That a question is being answered is its heading already.
      phaseText={answers && floorProps.phase === 'speak' ? undefined : phaseText}
      notice={concludeText}
      {...(answers
        ? {
            eyebrow: t('display.panelAnswers'),
            sub: (
              <>
                {floorProps.sub}
                {more === undefined ? null : <span>{more}</span>}
              </>
            ),
          }
        : { more })}
    />
  )
}

export const useDisplayPhase = () => useFloorProps().phase
