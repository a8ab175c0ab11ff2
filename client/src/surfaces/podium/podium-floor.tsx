/** The floor. While the panel answers, the question is above it, and this block shows the question's number and the clock. */

import { useView } from '../../session/hooks.tsx'
import { formatQuestionLabel } from '../../text/labels.ts'
import { useText } from '../../text/use-text.tsx'
import { Floor } from '../../ui/floor.tsx'
import { panelFloor } from '../../ui/floor-layouts.ts'
import { useFloorProps } from '../../widgets/turn-text.tsx'

export const PodiumFloor = () => {
  const { t } = useText()
  const floor = useFloorProps('none')
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  return (
    <Floor
      layout={panelFloor}
      {...floor}
      {...(number === undefined ? {} : { whoIs: 'name', who: <span className="num">{formatQuestionLabel(t, number)}</span> })}
    />
  )
}
