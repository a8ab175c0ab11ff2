/**
 * The sentence that the Chair says now, for every state of a session. It follows the confirmed state and the limit in force, and names
 * nobody who is hidden. It names organizations only, and the author of a question only if authors are named. It does not name who raised a
 * point of order before the point is recognized, or before the end of the turn until which the Chair has put it off.
 */

import { interrupts, isAnswer } from '@rostrum/shared/contract/kinds'
import { isQuietPoint } from '@rostrum/shared/contract/put-off'
import { findWaitingTurn } from '@rostrum/shared/contract/ruling'
import { segmentRules } from '@rostrum/shared/contract/segment-kinds'
import type { Instant } from '@rostrum/shared/kernel/time'
import { findLastStep, readingTime } from './last-step.ts'
import { sayBetweenTurns } from './say-between-turns.ts'
import { sayDuringTurn } from './say-during-turn.ts'
import { isRulingDue, sayPoint, sayRuling } from './say-points.ts'
import { saySense } from './say-sense.ts'
import { type ScriptSentence, type ScriptView, say } from './script-types.ts'

export const getScript = (view: ScriptView, now: Instant): ScriptSentence => {
  const { session, floor } = view
  if (session.phase === 'planned') return say(session.cancelled ? 'script.say.cancelled' : 'script.say.before')
  if (session.phase === 'closed') return sayClose(view)
  if (session.phase === 'suspended') return saySuspended(view)
  if (isResumedFirst(view, now)) return say('script.say.resumed')
  // The Chair rules on a point of order at once, before another is taken.
  const waiting = findWaitingTurn(floor)
  if (waiting) return sayRuling(view, waiting, isPointWaiting(view))
  const point = isPointWaiting(view) ? (isRulingDue(view) ? sayBetweenTurns(view, now) : sayPoint(view)) : null
  if (point) return point
  return saySense(view, now) ?? (floor.current ? sayDuringTurn(view, floor.current, now) : sayBetweenTurns(view, now))
}

const saySuspended = ({ session: { until, timeZone: zone } }: ScriptView): ScriptSentence =>
  until ? say('script.say.suspendedUntil', { time: { kind: 'time', at: until, zone } }) : say('script.say.suspended')

/** Thanks a panel that was on the agenda or has answered, and interpreters if there are some. */
const sayClose = ({ plan, pastTurns = {}, interpreted = false }: ScriptView): ScriptSentence => {
  const panel = plan.some(({ kind }) => segmentRules[kind].hasPanel) || Object.values(pastTurns).some((turn) => turn && isAnswer(turn.kind))
  return say('script.say.over', { whom: { kind: 'thanked', panel, interpreters: interpreted } })
}

/** True right after a suspension, where somebody is called, a point waits or a ruling is due: that the meeting is resumed is said first. */
const isResumedFirst = (view: ScriptView, now: Instant): boolean => {
  const step = findLastStep(view)
  if (step?.commandType !== 'session.resume' || now - step.at >= readingTime) return false
  const { current } = view.floor
  return current === null || current.startedAt === null || isPointWaiting(view)
}

/** True if a point needs the Chair. A deferred point waits until the speaker has ended. */
const isPointWaiting = (view: ScriptView): boolean =>
  !interrupts(view.floor.current?.kind) && (view.pointsOfOrder ?? []).some((id) => !isQuietPoint(view, id))
