/** The current speaker, over a picture, in the parts that the address asks for. Shows nothing while nobody has the floor. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import type { OverlayPart } from '../../../session/overlay-address.ts'
import { useText } from '../../../text/use-text.tsx'
import { formatClock } from '../../../ui/clock.tsx'
import { Floor } from '../../../ui/floor.tsx'
import { overlayFloor } from '../../../ui/floor-layouts.ts'
import { kindWords } from '../../../widgets/kind-words.ts'
import { makeBar, useFloorProps } from '../../../widgets/turn-text.tsx'

export const OverlayFloor = ({ parts }: { parts: readonly OverlayPart[] }) => {
  const { t, rich } = useText()
  const kind = useView(({ floor }) => floor.current?.kind)
  const floor = useFloorProps('none')
  const halted = useHaltedTurn()
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  if (kind === undefined) return null
  const hasClock = parts.includes('clock')
  const hasWho = parts.includes(floor.whoIs === 'question' ? 'question' : 'speaker')
  if (!hasWho && !hasClock) return null
  const point = interrupts(kind) ? { phase: 'paused' as const, phaseIcon: 'flag' as const, phaseText: t(kindWords[kind].speaking) } : null
  const name = {
    who: floor.who,
    sub: (
      <>
        {number === undefined ? null : <span>{t('display.question', { number })}</span>}
        {floor.sub}
      </>
    ),
  }
  const time = halted
    ? { notice: rich('overlay.clockPaused', { time: halted.time }), bar: halted.bar }
    : { clock: floor.clock, bar: floor.bar }
  return (
    <Floor
      layout={overlayFloor}
      phase={floor.phase}
      phaseText={floor.phaseText}
      eyebrow={floor.eyebrow}
      whoIs={floor.whoIs}
      {...(point && { ...point, eyebrow: t('overlay.hasFloor') })}
      {...(hasWho && name)}
      {...(hasClock && time)}
    />
  )
}

/** The turn that a point of order interrupts. Its clock is stopped. */
const useHaltedTurn = () =>
  useMadeNow(1000, ({ floor }, now) => {
    const turn = floor.interrupted
    return turn && { time: formatClock(computeRemaining(turn, now)), bar: makeBar(turn, floor, now) }
  })
