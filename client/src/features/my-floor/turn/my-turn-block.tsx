/** My own turn on the panel's screen. */
import { Floor } from '../../../ui/floor.tsx'
import { panelFloor, smallerPanels } from '../../../ui/floor-layouts.ts'
import { useFit } from '../../../ui/use-fit.ts'
import type { OwnTurnStatus } from '../my-status.ts'
import { useMyTurn } from './my-turn.ts'

/** The same content in the Chair's layout, for the panel's screen. The container sets its height. */
export const MyTurnBlock = ({ status }: { status: OwnTurnStatus }) => {
  const { phase, word, eyebrow, help, who, clock, of, changed, bar } = useMyTurn(status)
  return (
    <Floor
      layout={panelFloor}
      box={useFit<HTMLElement>(smallerPanels)}
      phase={phase}
      phaseText={word}
      eyebrow={eyebrow}
      who={who}
      sub={help ?? changed ?? undefined}
      clock={clock}
      limitText={of}
      bar={bar}
    />
  )
}
