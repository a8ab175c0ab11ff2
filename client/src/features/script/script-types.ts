/** A sentence of the Chair's script before it has a language: its key and its values. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import type { Wording } from '@rostrum/shared/kernel/wording'
import type { View } from '@rostrum/shared/projection/registry'
import type { MessageKey } from '../../text/catalogue.ts'

export type ScriptKey = Extract<MessageKey, `script.say.${string}`>

export type ScriptValue =
  /** Somebody who speaks for an organization. */
  | { readonly kind: 'representative'; readonly name: string; readonly onBehalfOf: readonly string[] }
  /** A panellist, or the panel if `person` is null. */
  | { readonly kind: 'panellist'; readonly person: PersonId | null; readonly name: string }
  /** A length in minutes and seconds, in words. */
  | { readonly kind: 'length'; readonly length: Millis }
  | { readonly kind: 'seconds'; readonly length: Millis }
  /** A time of day that the Chair has set. */
  | { readonly kind: 'time'; readonly at: Instant; readonly zone: string }
  /** The people who are thanked at the close. */
  | { readonly kind: 'thanked'; readonly panel: boolean; readonly interpreters: boolean }
  /** A text of the plan or of a question, word for word. */
  | { readonly kind: 'text'; readonly text: Wording }
  | { readonly kind: 'number'; readonly n: number }
  /** A result of the sense of the room, in words. */
  | { readonly kind: 'result'; readonly result: SenseResult }

export type ScriptSentence = {
  readonly key: ScriptKey
  readonly values: Readonly<Record<string, ScriptValue>>
  /** `after`: to be said when the speaker has ended. */
  readonly when: 'now' | 'after'
}

/** The staff's view, which is confirmed by the server. Pending presses are not in it. */
export type ScriptView = Pick<
  View,
  'session' | 'plan' | 'progress' | 'floor' | 'queue' | 'entries' | 'questions' | 'questionRules' | 'prompt'
> & {
  readonly [Part in 'pointsOfOrder' | 'panellists' | 'interpreted' | 'pastTurns' | 'steps' | 'undoneStep' | 'intention']?:
    | View[Part]
    | undefined
}

export const say = (key: ScriptKey, values: ScriptSentence['values'] = {}, when: ScriptSentence['when'] = 'now'): ScriptSentence => ({
  key,
  values,
  when,
})

export const nameOf = (name: string, onBehalfOf: readonly string[] = []): ScriptValue => ({ kind: 'representative', name, onBehalfOf })
export const lengthOf = (length: Millis): ScriptValue => ({ kind: 'length', length })
export const textOf = (text: Wording): ScriptValue => ({ kind: 'text', text })
