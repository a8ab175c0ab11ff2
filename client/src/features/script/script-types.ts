/** A sentence of the Chair's script before it has a language: its key and its values. */
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import type { Wording } from '@rostrum/shared/kernel/wording'
import type { View } from '@rostrum/shared/projection/registry'
import type { MessageKey } from '../../text/catalogue.ts'

export type ScriptKey = Extract<MessageKey, `script.say.${string}`>

export type ScriptValue =
  | { readonly kind: 'name'; readonly name: string; readonly onBehalfOf: readonly string[] }
  | { readonly kind: 'limit'; readonly limit: Millis }
  | { readonly kind: 'seconds'; readonly length: Millis }
  | { readonly kind: 'time'; readonly at: Instant }
  /** A text of the plan or of a question, word for word. */
  | { readonly kind: 'text'; readonly text: Wording }
  | { readonly kind: 'number'; readonly n: number }

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
  readonly [Part in 'pointsOfOrder' | 'panellists' | 'pastTurns' | 'steps' | 'intention']?: View[Part] | undefined
}

export const say = (key: ScriptKey, values: ScriptSentence['values'] = {}, when: ScriptSentence['when'] = 'now'): ScriptSentence => ({
  key,
  values,
  when,
})

export const nameOf = (entity: string, onBehalfOf: readonly string[] = []): ScriptValue => ({ kind: 'name', name: entity, onBehalfOf })
export const textOf = (text: Wording): ScriptValue => ({ kind: 'text', text })
