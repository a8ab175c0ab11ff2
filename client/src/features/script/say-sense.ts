/** The sentence about a prompt that is put to everybody, or about its result. While the clock of a speaker runs, it waits. */
import { dropFinalStop } from '@rostrum/shared/kernel/text'
import type { Instant } from '@rostrum/shared/kernel/time'
import { mapWording } from '@rostrum/shared/kernel/wording'
import type { PromptView } from '@rostrum/shared/projection/sense'
import { findLastStep, readingTime } from './last-step.ts'
import { type ScriptSentence, type ScriptView, say, textOf } from './script-types.ts'

/** Null if the sense of the room needs no sentence, or if a later step needs its own. */
export const saySense = (view: ScriptView, now: Instant): ScriptSentence | null => {
  const { prompt, floor } = view
  if (prompt === null || (floor.current !== null && floor.current.runningSince !== null)) return null
  const step = findLastStep(view)
  const isAfterStep = step === undefined || (prompt.decidedAt ?? prompt.closedAt ?? prompt.putAt) > step.at
  // An open prompt is mentioned again once the sentence of a later step has been read, but not while somebody is called.
  if (isAfterStep || (prompt.status === 'open' && floor.current === null && now - step.at >= readingTime)) return sayStage(prompt, now)
  return null
}

const sayStage = (prompt: PromptView, now: Instant): ScriptSentence | null => {
  const { status, lastCall, putAt, length, text, shown, result } = prompt
  switch (status) {
    case 'open':
      if (lastCall) return say('script.say.senseLastCall')
      // After this time the full time is no longer left, so it is not mentioned.
      if (now - putAt >= readingTime) return say('script.say.senseOpen', { text: textOf(mapWording(text, dropFinalStop)) })
      return say('script.say.senseAsked', { text: textOf(mapWording(text, dropFinalStop)), time: { kind: 'seconds', length } })
    case 'closed':
      return say('script.say.senseClosed')
    case 'published':
      return shown && result !== null ? say('script.say.sensePublished', { result: { kind: 'result', result } }) : null
    case 'withdrawn':
      return say('script.say.senseWithdrawn')
    case 'discarded':
      return say(prompt.discarded === 'lost' ? 'script.say.senseLost' : 'script.say.senseDiscarded')
  }
}
