/** The sentences about points of order before and after they have the floor. */
import { interrupts } from '@rostrum/shared/contract/kinds'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import { interruptingSentences } from './kind-sentences.ts'
import { findLastStep, findLastTurn } from './last-step.ts'
import { addressSpeaker, findSpeaker } from './panellists.ts'
import { nameOf, type ScriptSentence, type ScriptView, say } from './script-types.ts'

/** True if a point of order has ended that interrupted nobody, and the Chair has taken no other step. */
export const isRulingDue = (view: ScriptView): boolean => {
  const step = findLastStep(view)?.commandType
  return view.floor.current === null && interrupts(findLastTurn(view)?.kind) && (step === 'floor.end' || step === 'floor.recognize')
}

/** The Chair has promised the floor to somebody whose point was put off until the end of the last turn, and names them. */
export const sayPoint = (view: ScriptView): ScriptSentence | null => {
  const [first] = view.pointsOfOrder ?? []
  const row = first === undefined ? undefined : view.entries[first]
  const last = findLastTurn(view)
  if (first === undefined || !row || !interrupts(row.kind)) return null
  const sentences = interruptingSentences[row.kind]
  const isPromised = view.floor.current === null && view.intention?.points.includes(first)
  if (!isPromised || !last) return say(sentences.raised)
  const thanked = findSpeaker(view, last)
  const who = nameOf(row.entity)
  return thanked.kind === 'representative' ? say(sentences.speaksNext, { thanked, who }) : say(sentences.speaks, { who })
}

/** The ruling on a point of order. The interrupted speaker then goes on, unless another point is raised: `isFollowed`. */
export const sayRuling = (view: ScriptView, turn: TurnView, isFollowed: boolean): ScriptSentence => {
  const last = findLastTurn(view)
  if (!last?.speaker || !interrupts(last.kind)) return addressSpeaker(view, turn, 'continue')
  const who = findSpeaker(view, turn)
  const sentences = interruptingSentences[last.kind]
  const thanked = nameOf(last.speaker.entity)
  return who.kind === 'representative' && !isFollowed ? say(sentences.ruling, { thanked, who }) : say(sentences.ended, { who: thanked })
}
