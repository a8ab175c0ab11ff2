/** The sentence while somebody has the floor. During a turn it is the sentence for the end, to be said when the turn ends. */
import { interrupts, isAnswer } from '@rostrum/shared/contract/kinds'
import type { Instant } from '@rostrum/shared/kernel/time'
import { computeClockPhase } from '@rostrum/shared/projection/floor/clock'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { getKindSentences } from './kind-sentences.ts'
import { findLastStep, readingTime } from './last-step.ts'
import { nameOf, type ScriptSentence, type ScriptValue, type ScriptView, say, textOf } from './script-types.ts'

export const sayDuringTurn = (view: ScriptView, turn: TurnView, now: Instant): ScriptSentence => {
  if (turn.startedAt === null) return sayCall(view, turn)
  const phase = computeClockPhase(turn, view.floor, now)
  const who = findSpeaker(view, turn)
  if (phase === 'paused') return say('script.say.paused')
  if (phase === 'over') return who === null ? say('script.say.concludePanel') : say('script.say.conclude', { who })
  const isLate = phase === 'last' || phase === 'final'
  const { interrupting } = getKindSentences(turn.kind)
  if (interrupting && who && !isLate) return say(interrupting.speaks, { who })
  const back = who && sayReturn(view, who, now)
  if (back) return back
  if (isAnswer(turn.kind) && !isLate) return sayQuestion(view, turn)
  if (isAnswer(turn.kind))
    return who === null ? say('script.say.thanksPanel', {}, 'after') : say('script.say.thanksPanellist', { who }, 'after')
  return who === null ? say('script.say.thanksPanel', {}, 'after') : say('script.say.thanks', { who }, 'after')
}

const findSpeaker = (view: ScriptView, turn: TurnView): ScriptValue | null => {
  const name = isAnswer(turn.kind) ? findPanellist(view, turn) : (turn.speaker?.entity ?? null)
  return name === null ? null : nameOf(name)
}

/** Names the limit of this turn, as currently in force. */
const sayCall = (view: ScriptView, { speaker, onBehalfOf, kind, limit }: TurnView): ScriptSentence => {
  const next = view.queue.next === null ? undefined : view.entries[view.queue.next]
  const values = { who: nameOf(speaker?.entity ?? '', onBehalfOf), limit: { kind: 'limit', limit } } as const
  const then = next && { next: nameOf(next.entity) }
  const { call, callThen, callLast } = getKindSentences(kind)
  if (then) return say(callThen, { ...values, ...then })
  return say(view.queue.status.kind === 'closed' ? callLast : call, values)
}

/** Returns the floor to the speaker after a point of order or a break. */
const sayReturn = (view: ScriptView, who: ScriptValue, now: Instant): ScriptSentence | null => {
  const step = findLastStep(view)
  if (step === undefined || now - step.at >= readingTime || interrupts(view.floor.current?.kind)) return null
  if (step.commandType === 'session.resume') return say('script.say.resumedSpeaker', { who })
  const last = Object.values(view.pastTurns ?? {}).at(-1)
  const interrupting = last && getKindSentences(last.kind).interrupting
  return step.commandType === 'floor.end' && interrupting ? say(interrupting.goesOn, { who }) : null
}

const sayQuestion = (view: ScriptView, turn: TurnView): ScriptSentence => {
  const row = turn.question === null ? undefined : view.questions[turn.question]
  if (row === undefined) return say('script.say.thanksPanel', {}, 'after')
  const text = textOf(row.text)
  const from = view.questionRules.attribution === 'named' && row.from ? { from: nameOf(row.from.entity) } : null
  const panellist = findPanellist(view, turn)
  const to = panellist === null ? null : { to: nameOf(panellist) }
  if (from && to) return say('script.say.questionFromTo', { text, ...from, ...to })
  if (from) return say('script.say.questionFrom', { text, ...from })
  return to ? say('script.say.questionTo', { text, ...to }) : say('script.say.question', { text })
}

/** Returns the panellist to whom the question is put. */
export const findPanellist = ({ questions, panellists = [] }: ScriptView, { question }: Pick<TurnView, 'question'>): string | null => {
  const assignee = question === null ? null : questions[question]?.staff?.assignee
  return panellists.find(({ person }) => person === assignee)?.entity ?? null
}
