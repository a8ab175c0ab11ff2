/** The sentence while somebody has the floor. During a turn it is the sentence for the end, to be said when the turn ends. */
import { attributionRules } from '@rostrum/shared/contract/enums'
import { interrupts } from '@rostrum/shared/contract/kinds'
import type { Instant } from '@rostrum/shared/kernel/time'
import { computeClockPhase } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { getInterruptingSentences, getKindSentences } from './kind-sentences.ts'
import { findLastStep, findLastTurn, readingTime } from './last-step.ts'
import { addressSpeaker, findAssignee, findSpeaker, thankSpeaker } from './panellists.ts'
import { sayLastCall, sayListClosed } from './say-between-turns.ts'
import { lengthOf, nameOf, type ScriptSentence, type ScriptView, say, textOf } from './script-types.ts'

export const sayDuringTurn = (view: ScriptView, turn: TurnView, now: Instant): ScriptSentence => {
  // The Chair reads the question before the clock starts.
  if (turn.startedAt === null) return sayRulingFirst(view, now) ?? sayListStep(view, now) ?? sayQuestion(view, turn) ?? sayCall(view, turn)
  const phase = computeClockPhase(turn, view.floor, now)
  const step = findLastStep(view)
  const asked = turn.cue?.kind === 'conclude' && turn.cue.at >= (step?.at ?? 0)
  const recent = asked || step === undefined || now - step.at >= readingTime ? null : sayStep(view, turn, step, now)
  if (recent) return recent
  if (phase === 'paused') return say(step?.commandType === 'session.resume' ? 'script.say.resumed' : 'script.say.paused')
  if (asked || phase === 'over') return addressSpeaker(view, turn, 'conclude')
  const isLate = phase === 'last' || phase === 'final'
  const interrupting = getInterruptingSentences(turn.kind)
  if (interrupting && turn.speaker && !isLate) return say(interrupting.speaks, { who: nameOf(turn.speaker.entity) })
  return thankSpeaker(view, turn, 'after')
}

/** A point of order was raised before the clock of this turn started. The Chair rules on it first. */
const sayRulingFirst = (view: ScriptView, now: Instant): ScriptSentence | null => {
  const [step, last] = [findLastStep(view), findLastTurn(view)]
  if (step?.commandType !== 'floor.end' || now - step.at >= readingTime || !last?.speaker) return null
  const interrupting = getInterruptingSentences(last.kind)
  return interrupting ? say(interrupting.ended, { who: nameOf(last.speaker.entity) }) : null
}

/** Names the limit of this turn, as currently in force. */
const sayCall = (view: ScriptView, turn: TurnView): ScriptSentence => {
  const limit = lengthOf(turn.limit)
  const speaker = findSpeaker(view, turn)
  if (speaker.kind === 'panellist') return say('script.say.callPanellist', { who: speaker, limit })
  const values = { who: nameOf(turn.speaker?.entity ?? '', turn.onBehalfOf), limit }
  const next = view.queue.next === null ? undefined : view.entries[view.queue.next]
  const { call, callThen, callLast } = getKindSentences(turn.kind)
  if (next) return say(callThen, { ...values, next: nameOf(next.entity, next.onBehalfOf) })
  const { status } = view.queue
  // A list that was never opened has no last speaker.
  return say(status.kind === 'closed' && status.at !== null ? callLast : call, values)
}

/** The sentence of a step of a few seconds ago: more time, a step with the list, or the floor given back after a ruling, a pause or a break. */
const sayStep = (
  view: ScriptView,
  turn: TurnView,
  step: NonNullable<ReturnType<typeof findLastStep>>,
  now: Instant,
): ScriptSentence | null => {
  const who = findSpeaker(view, turn)
  if (interrupts(turn.kind)) return null
  switch (step.commandType) {
    case 'floor.extend':
      return who.kind === 'representative' && step.added !== null && step.added > 0
        ? say('script.say.moreTime', { who, time: lengthOf(step.added) })
        : null
    case 'floor.resume':
      return addressSpeaker(view, turn, 'continue')
    case 'session.resume':
      return who.kind === 'representative' ? say('script.say.resumedSpeaker', { who }) : say('script.say.resumed')
    default:
      return sayListStep(view, now)
  }
}

/** The list was opened or closed, or a last call announced, a few seconds ago. */
const sayListStep = (view: ScriptView, now: Instant): ScriptSentence | null => {
  const step = findLastStep(view)
  if (step === undefined || now - step.at >= readingTime) return null
  switch (step.commandType) {
    case 'queue.last-call':
      return sayLastCall(view, now)
    case 'queue.open':
      return say('script.say.listOpen')
    case 'queue.close':
      return sayListClosed(view)
    default:
      return null
  }
}

const sayQuestion = (view: ScriptView, turn: TurnView): ScriptSentence | null => {
  const row = turn.question === null ? undefined : view.questions[turn.question]
  if (row === undefined) return null
  const values = { text: textOf(row.text), to: findAssignee(view, turn) }
  if (!attributionRules[view.questionRules.attribution].isPublic || !row.from) return say('script.say.questionTo', values)
  const named = { ...values, from: nameOf(row.from.entity) }
  return row.alsoAsked === 0
    ? say('script.say.questionFromTo', named)
    : say('script.say.questionFromOthersTo', { ...named, n: { kind: 'number', n: row.alsoAsked } })
}
