/** The floor. While the panel answers, the question is above it, and this block shows the question's number and the clock. */

import { useView } from '../../session/hooks.tsx'
import { formatQuestionLabel } from '../../text/labels.ts'
import { useText } from '../../text/use-text.tsx'
import { FloorChair } from '../../ui/floor-chair.tsx'
import { useFloorProps } from '../../widgets/turn-text.tsx'

export const PodiumFloor = () => {
  const { t } = useText()
  const floorDisplay = useFloorProps('none')
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  return number === undefined ? (
    <FloorChair {...floorDisplay} />
  ) : (
    <FloorChair {...floorDisplay} isQuestion={false} who={<span className="num">{formatQuestionLabel(t, number)}</span>} />
  )
}
