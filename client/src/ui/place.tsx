/**
 * A place on a guarded page, for one control after another. It rests after its own act and whenever its meaning changes. Meaning and
 * rest are rendered together, so that no press comes in between.
 */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { isResting, moveNow, restMs, sayAtFirst, sayNow } from './resting.ts'

/** Outside a guarded page nothing rests. */
export const Surroundings = createContext({ isGuarded: false, isResting: false })

type PlaceState = {
  readonly isResting: boolean
  /** Called with each act of the place itself. */
  readonly rest: () => void
  /** For the element that is pressed. */
  readonly marks: { readonly 'data-means'?: string | undefined; readonly 'data-resting'?: '' | undefined }
}

/** `means`: everything that decides what a press does. */
export const usePlace = (means: string, change = sayNow): PlaceState => {
  const around = useContext(Surroundings)
  const [saying, say] = useState(() => sayAtFirst(means))
  const now = performance.now()
  const latest = change(saying, means, now)
  if (latest !== saying) say(latest)
  const rests = around.isGuarded && isResting(latest, now)
  const [woken, wake] = useState({})
  // A timer may come a part of a millisecond early, and then it is set again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `woken` changes with each timer.
  useEffect(() => {
    if (!rests) return undefined
    const timer = setTimeout(() => wake({}), Math.ceil(latest.since + restMs - performance.now()))
    return () => clearTimeout(timer)
  }, [rests, latest, woken])
  const all = rests || around.isResting
  return {
    isResting: all,
    rest: () => {
      if (around.isGuarded) say({ means, since: performance.now() })
    },
    marks: around.isGuarded ? { 'data-means': means, 'data-resting': all ? '' : undefined } : {},
  }
}

/** Controls that come and go together in one place, such as those of an alert. They rest together when `means` changes. */
export const Place = ({ means, children }: { means: string; children: ReactNode }) => {
  const { isGuarded } = useContext(Surroundings)
  return <Surroundings value={{ isGuarded, isResting: usePlace(means).isResting }}>{children}</Surroundings>
}

/** Rows that open a menu. They rest when `means` moves them, but nobody keeps them inert by moving them again and again. */
export const MovingRows = ({ means, children }: { means: string; children: ReactNode }) => {
  const { isGuarded } = useContext(Surroundings)
  return <Surroundings value={{ isGuarded, isResting: usePlace(means, moveNow).isResting }}>{children}</Surroundings>
}
