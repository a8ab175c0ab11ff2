/** The sentence while nobody has the floor. The last step decides it, or else the people who wait. */
import { isAnswer } from '@rostrum/shared/contract/kinds'
import { getKindSentences } from './kind-sentences.ts'
import { findLastStep } from './last-step.ts'
import { findPanellist } from './say-during-turn.ts'
import { nameOf, type ScriptSentence, type ScriptView, say, textOf } from './script-types.ts'

export const sayBetweenTurns = (view: ScriptView): ScriptSentence => {
  const step = findLastStep(view)
  const { status } = view.queue
  if (step === undefined) return isFirstSegment(view) ? sayOpening(view) : sayWhoWaits(view)
  switch (step.commandType) {
    case 'session.resume':
    case 'session.suspend':
      return say('script.say.resumed')
    case 'agenda.go':
      return saySegment(view)
    case 'queue.open':
      return status.kind === 'open' && view.queue.next === null ? say('script.say.listOpen') : sayWhoWaits(view)
    case 'queue.close':
    case 'queue.last-call':
      return status.kind === 'closed' && countWaiting(view) === 0 ? say('script.say.listClosed') : sayWhoWaits(view)
    case 'floor.mark-absent':
      return step.speaker ? say('script.say.absent', { who: nameOf(step.speaker.entity) }) : sayWhoWaits(view)
    default:
      return sayThanks(view)
  }
}

const isFirstSegment = ({ plan, progress, pastTurns = {} }: ScriptView): boolean =>
  plan[0]?.id === progress.current && Object.keys(pastTurns).length === 0

const findSegment = ({ plan, progress }: ScriptView) => plan.find(({ id }) => id === progress.current)

const sayOpening = (view: ScriptView): ScriptSentence => {
  const segment = findSegment(view)
  if (segment?.kind !== 'topic') return say('script.say.opening', { meeting: textOf(view.session.title) })
  return segment.question === null
    ? say('script.say.openingTopic', { title: textOf(segment.title) })
    : say('script.say.openingQuestion', { title: textOf(segment.title), question: textOf(segment.question) })
}

/** Includes the guiding question, which is read out. */
const saySegment = (view: ScriptView): ScriptSentence => {
  const segment = findSegment(view)
  if (!segment) return sayWhoWaits(view)
  if (segment.kind === 'closing') return say('script.say.closing')
  const title = textOf(segment.title)
  return segment.question === null
    ? say('script.say.topic', { title })
    : say('script.say.topicQuestion', { title, question: textOf(segment.question) })
}

const countWaiting = ({ queue: { waiting, replies } }: ScriptView): number => waiting.room + waiting.remote + replies

const sayWhoWaits = (view: ScriptView): ScriptSentence => {
  const { next, status } = view.queue
  const waiting = countWaiting(view)
  const n = { kind: 'number', n: waiting } as const
  if (status.kind === 'last-call') return say('script.say.lastCall', { time: { kind: 'time', at: status.closesAt } })
  if (status.kind === 'open') return next === null ? say('script.say.nobody') : say('script.say.waiting', { n })
  return next === null ? say('script.say.listNotOpen') : say('script.say.listClosedWaiting', { n })
}

/** Thanks the speaker after a turn. If a call led to no turn, there is nobody to thank. */
const sayThanks = (view: ScriptView): ScriptSentence => {
  const last = Object.values(view.pastTurns ?? {}).at(-1)
  if (last === undefined || last.segment !== view.progress.current) return sayWhoWaits(view)
  if (isAnswer(last.kind)) return sayThanksForAnswer(view, last)
  if (!last.speaker) return sayWhoWaits(view)
  const who = nameOf(last.speaker.entity)
  const { interrupting } = getKindSentences(last.kind)
  if (interrupting) return say(interrupting.ended, { who })
  if (view.queue.next !== null) return say('script.say.thanks', { who })
  return say(view.queue.status.kind === 'closed' ? 'script.say.thanksLast' : 'script.say.thanksAnybody', { who })
}

const sayThanksForAnswer = (view: ScriptView, { question }: Parameters<typeof findPanellist>[1]): ScriptSentence => {
  const panellist = findPanellist(view, { question })
  return panellist === null ? say('script.say.thanksPanel') : say('script.say.thanksPanellist', { who: nameOf(panellist) })
}
