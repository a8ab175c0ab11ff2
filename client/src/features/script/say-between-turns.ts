/** The sentence while nobody has the floor. The last step decides it, or else the people who wait. */

import { sumChannels } from '@rostrum/shared/contract/channels'
import { interrupts } from '@rostrum/shared/contract/kinds'
import { isLastWordGiven } from '@rostrum/shared/contract/last-word'
import { isTopic, segmentRules } from '@rostrum/shared/contract/segment-kinds'
import { type Instant, toMillis } from '@rostrum/shared/kernel/time'
import type { PastTurnView } from '@rostrum/shared/projection/floor/past-turns'
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import { getInterruptingSentences } from './kind-sentences.ts'
import { findLastStep, findLastTurn, readingTime } from './last-step.ts'
import { sayLimitStays, sayNewLimit } from './new-limit.ts'
import { addressSpeaker, thankSpeaker } from './panellists.ts'
import { lengthOf, nameOf, type ScriptSentence, type ScriptView, say, textOf } from './script-types.ts'

export const sayBetweenTurns = (view: ScriptView, now: Instant): ScriptSentence => {
  const step = findLastStep(view)
  const { status } = view.queue
  const waits = () => sayLastCall(view, now) ?? sayNewLimit(view) ?? sayWhoWaits(view, now)
  /** A step with the list has its own sentence first. */
  const listed = () => (step !== undefined && now - step.at < readingTime ? sayWhoWaits(view, now) : waits())
  const limit = sayLimitStays(view)
  if (limit) return limit
  if (step === undefined) return isFirstSegment(view) ? sayOpening(view) : waits()
  const { speaker } = step
  switch (step.commandType) {
    case 'session.resume':
    case 'session.suspend':
      return say('script.say.resumed')
    case 'agenda.go':
      return saySegment(view) ?? waits()
    case 'queue.open':
      return status.kind === 'open' && view.queue.next === null ? say('script.say.listOpen') : listed()
    case 'queue.close':
    case 'queue.last-call':
      return status.kind === 'closed' && countWaiting(view) === 0 ? say('script.say.listClosed') : listed()
    case 'queue.swap':
      return speaker && step.other && now - step.at < readingTime
        ? say('script.say.swapped', { who: nameOf(speaker.entity), other: nameOf(step.other.entity) })
        : waits()
    case 'floor.set-limit':
    case 'agenda.adjust':
      return sayNewLimit(view) ?? waits()
    case 'floor.call':
    case 'floor.call-last':
      // The called person has put the floor off: the request waits again.
      return speaker && isWaiting(view, speaker) ? say('script.say.declined', { who: nameOf(speaker.entity) }) : sayThanks(view, now)
    case 'floor.mark-absent':
      if (!speaker) return waits()
      return say(isWaiting(view, speaker) ? 'script.say.absent' : 'script.say.absentAgain', { who: nameOf(speaker.entity) })
    case 'questions.unshow':
      return say('script.say.questionPutOff')
    default:
      return sayThanks(view, now)
  }
}

/** True if this person waits for the floor. */
const isWaiting = ({ entries }: ScriptView, { number, entity }: { readonly number: number; readonly entity: string }): boolean =>
  Object.values(entries).some((row) => row?.number === number && row.entity === entity)

const isFirstSegment = ({ plan, progress, pastTurns = {} }: ScriptView): boolean =>
  plan[0]?.id === progress.current && Object.keys(pastTurns).length === 0

const findSegment = ({ plan, progress }: ScriptView) => plan.find(({ id }) => id === progress.current)

const sayOpening = (view: ScriptView): ScriptSentence => {
  const segment = findSegment(view)
  if (!segment || !isTopic(segment)) return say('script.say.opening', { meeting: textOf(view.session.title) })
  return segment.question === null
    ? say('script.say.openingTopic', { title: textOf(segment.title) })
    : say('script.say.openingQuestion', { title: textOf(segment.title), question: textOf(segment.question) })
}

/** Includes the guiding question, which is read out. */
const saySegment = (view: ScriptView): ScriptSentence | null => {
  const segment = findSegment(view)
  if (!segment) return null
  if (segmentRules[segment.kind].place === 'closing') return say('script.say.closing')
  const title = textOf(segment.title)
  return segment.question === null
    ? say('script.say.topic', { title })
    : say('script.say.topicQuestion', { title, question: textOf(segment.question) })
}

export const sayListClosed = (view: ScriptView): ScriptSentence => {
  const n = countWaiting(view)
  return n === 0 ? say('script.say.listClosed') : say('script.say.listClosedWaiting', { n: { kind: 'number', n } })
}

/** The requests on the list, as the card of the list counts them. Rights of reply are counted where they alone wait. */
const countWaiting = ({ queue: { waiting, replies } }: ScriptView): number => sumChannels(waiting) || replies

/** Rounds to half minutes, as one says the time until a list closes. */
const roundLength = (length: number) => lengthOf(toMillis(Math.max(1, Math.round(length / 30_000)) * 30_000))

/** Null if there is no last call. */
export const sayLastCall = ({ queue: { status } }: ScriptView, now: Instant): ScriptSentence | null =>
  status.kind === 'last-call' ? say('script.say.lastCall', { time: roundLength(computeLastCallLeft(status, now) ?? 0) }) : null

const sayWhoWaits = (view: ScriptView, now: Instant): ScriptSentence => {
  const { next, status } = view.queue
  const waiting = countWaiting(view)
  const n = { kind: 'number', n: waiting } as const
  const lastCall = sayLastCall(view, now)
  if (lastCall) return lastCall
  if (status.kind === 'open') return next === null ? say('script.say.nobody') : say('script.say.waiting', { n })
  return next === null ? say('script.say.listNotOpen') : say('script.say.listClosedWaiting', { n })
}

/** A point that was raised while the Chair went on to a segment: once the Chair has ruled on it, the segment is still to be introduced. */
const sayAfterRuling = (view: ScriptView, point: PastTurnView, now: Instant): ScriptSentence | null => {
  if (now - point.endedAt < readingTime) return null
  const began = view.steps?.findLast(({ commandType }) => commandType === 'agenda.go')?.at
  const turns = Object.values(view.pastTurns ?? {}).filter((turn) => turn && !interrupts(turn.kind))
  return began !== undefined && turns.every((turn) => turn && turn.endedAt <= began) ? saySegment(view) : null
}

/** Thanks the speaker after a turn. If a call led to no turn, there is nobody to thank. */
const sayThanks = (view: ScriptView, now: Instant): ScriptSentence => {
  const last = findLastTurn(view)
  if (last === undefined || last.segment !== view.progress.current) return sayWhoWaits(view, now)
  const thanks = addressSpeaker(view, last, 'thanks')
  const { who } = thanks.values
  if (who?.kind !== 'representative') return view.queue.next === null ? thanks : thankSpeaker(view, last)
  const interrupting = getInterruptingSentences(last.kind)
  if (interrupting) return sayAfterRuling(view, last, now) ?? say(interrupting.ended, { who })
  // After the last speaker whom the Chair takes, others may still be on the list.
  if (view.queue.next !== null) return thankSpeaker(view, last)
  if (isLastWordGiven(view.queue.status) && countWaiting(view) > 0) return thanks
  return say(view.queue.status.kind === 'closed' ? 'script.say.thanksLast' : 'script.say.thanksAnybody', { who })
}
