/**
 * The floor. While the panel answers, the question is above it, and this block shows the question's number and the clock. While nobody has
 * the floor, it is one line.
 */

import { useView } from '../../session/hooks.tsx'
import { formatQuestionLabel } from '../../text/labels.ts'
import { useText } from '../../text/use-text.tsx'
import { Floor } from '../../ui/floor.tsx'
import { panelFloor, rowFloor, smallerPanels } from '../../ui/floor-layouts.ts'
import { useFit } from '../../ui/use-fit.ts'
import { useFloorProps } from '../../widgets/turn-text.tsx'

export const PodiumFloor = () => {
  const { t } = useText()
  const floor = useFloorProps('none')
  const box = useFit<HTMLElement>(smallerPanels)
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  if (floor.phase === 'empty') return <Floor layout={rowFloor} label={t('floor.now')} {...floor} />
  return (
    <Floor
      layout={panelFloor}
      box={box}
      {...floor}
      {...(number === undefined ? {} : { whoIs: 'name', who: <span className="num">{formatQuestionLabel(t, number)}</span> })}
    />
  )
}
