/** The current speaker, over a picture, in the parts that the address asks for. Shows nothing while nobody has the floor. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { computeRemaining } from '@rostrum/shared/projection/floor/clock'
import { useMadeNow, useView } from '../../../session/hooks.tsx'
import type { OverlayPart } from '../../../session/overlay-address.ts'
import { useText } from '../../../text/use-text.tsx'
import { formatClock } from '../../../ui/clock.tsx'
import { FloorOverlay } from '../../../ui/floor-overlay.tsx'
import { kindWords } from '../../../widgets/kind-words.ts'
import { makeBar, useFloorProps } from '../../../widgets/turn-text.tsx'
import { getTextLength, lengthBounds } from '../text-length.ts'

export const OverlayFloor = ({ parts }: { parts: readonly OverlayPart[] }) => {
  const { t, rich } = useText()
  const kind = useView(({ floor }) => floor.current?.kind)
  const { limitText: _of, startText: _since, ...floorProps } = useFloorProps('none')
  const halted = useHaltedTurn()
  const number = useView(({ questions, floor: { current } }) => (current?.question ? questions[current.question]?.number : undefined))
  if (kind === undefined) return null
  const { who, isQuestion = false } = floorProps
  const hasClock = parts.includes('clock')
  const hasWho = parts.includes(isQuestion ? 'question' : 'speaker')
  if (!hasWho && !hasClock) return null
  const point = interrupts(kind) ? { phase: 'paused' as const, phaseIcon: 'flag' as const, phaseText: t(kindWords[kind].speaking) } : null
  return (
    <FloorOverlay
      {...floorProps}
      {...(point && { ...point, eyebrow: t('overlay.hasFloor') })}
      {...(halted && { clock: undefined, bar: halted.bar })}
      sub={
        <>
          {number === undefined ? null : <span>{t('display.question', { number })}</span>}
          {floorProps.sub}
        </>
      }
      hasWho={hasWho}
      hasClock={hasClock}
      textLength={typeof who === 'string' ? getTextLength(who, lengthBounds[isQuestion ? 'question' : 'name']) : undefined}
      halted={halted && rich('overlay.clockPaused', { time: halted.time })}
    />
  )
}

/** The turn that a point of order interrupts. Its clock is stopped. */
const useHaltedTurn = () =>
  useMadeNow(1000, ({ floor }, now) => {
    const turn = floor.interrupted
    return turn && { time: formatClock(computeRemaining(turn, now)), bar: makeBar(turn, floor, now) }
  })
