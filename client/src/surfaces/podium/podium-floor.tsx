/** Whoever has the floor. While the panel answers, the question stands above; the block has its number and the clock. */

import { useView } from '../../session/hooks.tsx'
import { questionLabel } from '../../text/labels.ts'
import { useText } from '../../text/use-text.tsx'
import { FloorChair } from '../../ui/floor-chair.tsx'
import { useFloorWords } from '../../widgets/turn-text.tsx'

export const PodiumFloor = () => {
  const { t } = useText()
  const words = useFloorWords(false)
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  return number === undefined ? (
    <FloorChair {...words} />
  ) : (
    <FloorChair {...words} question={false} who={<span className="num">{questionLabel(t, number)}</span>} />
  )
}
