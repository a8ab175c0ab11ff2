/**
 * The sentence that the Chair says now, for every state of a session. It follows the confirmed state and the limit in force, and names
 * nobody who is hidden. It names organizations only, and the author of a question only if authors are named. It does not name who raised a
 * point of order before the point is recognized.
 */
import { interrupts } from '@rostrum/shared/contract/kinds'
import { isPutOff } from '@rostrum/shared/contract/put-off'
import type { Instant } from '@rostrum/shared/kernel/time'
import { sayBetweenTurns } from './say-between-turns.ts'
import { sayDuringTurn } from './say-during-turn.ts'
import { saySense } from './say-sense.ts'
import { type ScriptSentence, type ScriptView, say } from './script-types.ts'

export const getScript = (view: ScriptView, now: Instant): ScriptSentence => {
  const { session, floor } = view
  if (session.phase === 'planned') return say('script.say.before')
  if (session.phase === 'closed') return say('script.say.over')
  if (session.phase === 'suspended') return say('script.say.suspended')
  if (isPointWaiting(view)) return say('script.say.pointRaised')
  return saySense(view, now) ?? (floor.current ? sayDuringTurn(view, floor.current, now) : sayBetweenTurns(view))
}

/** True if a point needs the Chair. A deferred point waits until the speaker has ended. */
const isPointWaiting = ({ floor: { current }, pointsOfOrder = [], entries, intention }: ScriptView): boolean => {
  if (interrupts(current?.kind)) return false
  const speaks = current !== null && current.startedAt !== null
  return pointsOfOrder.some((id) => !(speaks && (entries[id]?.staff?.held || isPutOff(intention, current, id))))
}
