/** Finds the person that a turn or a question means: a panellist, the panel, or the representative of an organization. */
import { panelPersonId } from '@rostrum/shared/contract/ids'
import { interrupts, isAnswer } from '@rostrum/shared/contract/kinds'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { PanellistView } from '@rostrum/shared/projection/people'
import { findNewLimit } from './new-limit.ts'
import { nameOf, type ScriptSentence, type ScriptValue, type ScriptView, say } from './script-types.ts'

type SpokenTurn = Pick<TurnView, 'kind' | 'speaker' | 'question'>

const thePanel: ScriptValue = { kind: 'panellist', person: null, name: '' }

const toValue = (panellist: PanellistView | undefined): ScriptValue =>
  panellist === undefined || panellist.person === panelPersonId
    ? thePanel
    : { kind: 'panellist', person: panellist.person, name: panellist.entity }

/** Returns the panellist to whom the question is put. Without one, it is put to the panel. */
export const findAssignee = ({ questions, panellists = [] }: ScriptView, { question }: Pick<TurnView, 'question'>): ScriptValue => {
  const assignee = question === null ? null : questions[question]?.staff?.assignee
  return toValue(panellists.find(({ person }) => person === assignee))
}

export const findSpeaker = (view: ScriptView, turn: SpokenTurn): ScriptValue => {
  const { kind, speaker } = turn
  if (isAnswer(kind) || speaker === null) return findAssignee(view, turn)
  // Panellists and participants share one count of numbers.
  const panellist = view.panellists?.find(({ number, entity }) => number === speaker.number && entity === speaker.entity)
  return panellist ? toValue(panellist) : nameOf(speaker.entity)
}

/** The sentences that address the speaker of a turn. A panellist is named in another way than a representative, so each has two. */
const addressing = {
  conclude: ['script.say.conclude', 'script.say.concludePanellist'],
  continue: ['script.say.continue', 'script.say.continuePanellist'],
  thanks: ['script.say.thanks', 'script.say.thanksPanellist'],
} as const
const thanksAndLimit = ['script.say.thanksNewLimit', 'script.say.thanksNewLimitPanellist'] as const

export const addressSpeaker = (
  view: ScriptView,
  turn: SpokenTurn,
  act: keyof typeof addressing,
  when?: ScriptSentence['when'],
): ScriptSentence => {
  const who = findSpeaker(view, turn)
  return say(addressing[act][who.kind === 'panellist' ? 1 : 0], { who }, when)
}

/** Thanks the speaker, and announces a new limit if the room has not heard it yet. */
export const thankSpeaker = (view: ScriptView, turn: SpokenTurn, when?: ScriptSentence['when']): ScriptSentence => {
  const limit = findNewLimit(view)
  if (limit === null || interrupts(turn.kind)) return addressSpeaker(view, turn, 'thanks', when)
  const who = findSpeaker(view, turn)
  return say(thanksAndLimit[who.kind === 'panellist' ? 1 : 0], { who, limit }, when)
}
