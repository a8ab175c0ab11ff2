/** A page on which a slip of the hand does nothing. */
import { type ReactNode, useEffect } from 'react'
import { guardPresses } from './guard-presses.ts'
import { Place, Surroundings } from './place.tsx'

const guarded = { isGuarded: true, isResting: false }

/** `stage`: when it changes, every control of the page rests. */
export const GuardedPage = ({ stage = '', children }: { stage?: string; children: ReactNode }) => {
  useEffect(guardPresses, [])
  return (
    <Surroundings value={guarded}>
      <Place means={stage}>{children}</Place>
    </Surroundings>
  )
}
