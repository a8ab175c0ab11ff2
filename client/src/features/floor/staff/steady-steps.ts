/**
 * The next steps on a screen while other people change them again and again, for example by raising a point of order and withdrawing it.
 * Each change makes the button inert for a moment. So the steps then stay for long enough to be read and pressed. A press on steps that
 * have changed meanwhile is refused by the server, because each command says what it expects.
 */
import { useEffect, useState } from 'react'
import { useSessionStore } from '../../../session/store.ts'
import { describeStep, isNextCommand, type StepChoices } from './step-types.ts'

/** Long enough for the rest of the button, to read what it says, and to press it. */
const staysMs = 2_000
/** More changes than a session has by itself: a speaker who is called, starts and ends at once makes three. */
const restless = { changes: 4, withinMs: 4_000 }
/** `says`: what the shown steps mean. `latest`: what the newest mean. `changes`: when that changed by the acts of others. */
export type Steady = {
  readonly shown: StepChoices
  readonly says: string
  readonly since: number
  readonly latest: string
  readonly changes: readonly number[]
}

const describe = ({ main, others }: StepChoices): string => JSON.stringify([main, ...others].map(describeStep))

export const showAtFirst = (steps: StepChoices): Steady => {
  const says = describe(steps)
  return { shown: steps, says, since: Number.NEGATIVE_INFINITY, latest: says, changes: [] }
}

/** Returns the same value if there is nothing new to show or to count. `isOwn`: an act of this screen is on its way. */
export function keepSteady(before: Steady, steps: StepChoices, isOwn: boolean, now: number): Steady {
  const latest = describe(steps)
  const isChanged = latest !== before.latest
  const isSame = !isChanged && latest === before.says
  if (isSame) return isOwn && before.changes.length > 0 ? { ...before, changes: [] } : before
  const recent = isOwn ? [] : before.changes.filter((at) => now - at < restless.withinMs)
  const changes = isChanged && !isOwn ? [...recent, now] : recent
  if (latest === before.says) return { ...before, latest, changes }
  const stays = changes.length >= restless.changes && now - before.since < staysMs
  if (stays) return isChanged ? { ...before, latest, changes } : before
  return { shown: steps, says: latest, since: now, latest, changes }
}

export const useSteadySteps = (steps: StepChoices): StepChoices => {
  const isOwn = useSessionStore(({ pending }) => pending.some(({ envelope }) => isNextCommand(envelope)))
  const [kept, keep] = useState(() => showAtFirst(steps))
  const steady = keepSteady(kept, steps, isOwn, performance.now())
  if (steady !== kept) keep(steady)
  const waits = steady.says !== steady.latest
  const [woken, wake] = useState({})
  // A timer may come a part of a millisecond early, and then it is set again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `woken` changes with each timer.
  useEffect(() => {
    if (!waits) return undefined
    const timer = setTimeout(() => wake({}), Math.max(0, Math.ceil(steady.since + staysMs - performance.now())))
    return () => clearTimeout(timer)
  }, [waits, steady.since, woken])
  return waits ? steady.shown : steps
}
