/** The Chair's sentences for each kind of turn. */
import { type InterruptingKind, interrupts, type TurnKind } from '@rostrum/shared/contract/kinds'
import type { ScriptKey } from './script-types.ts'

/** They give the floor: alone, with the next speaker, and to the last one of a closed list. */
type KindSentences = Readonly<Record<'call' | 'callThen' | 'callLast', ScriptKey>>
/** `speaksNext`: it was promised for the end of a turn. `ended`: the ruling after it if nobody goes on, and `ruling` if somebody does. */
type InterruptingSentences = Readonly<Record<'raised' | 'speaks' | 'speaksNext' | 'ended' | 'ruling', ScriptKey>>

const ordinary = { call: 'script.say.call', callThen: 'script.say.callThen', callLast: 'script.say.callLast' } as const

const sentences = {
  intervention: ordinary,
  'right-of-reply': { call: 'script.say.reply', callThen: 'script.say.replyThen', callLast: 'script.say.reply' },
  'point-of-order': ordinary,
  answer: ordinary,
} as const satisfies Readonly<Record<TurnKind, KindSentences>>

export const interruptingSentences = {
  'point-of-order': {
    raised: 'script.say.pointRaised',
    speaks: 'script.say.point',
    speaksNext: 'script.say.pointNow',
    ended: 'script.say.pointEnded',
    ruling: 'script.say.ruling',
  },
} as const satisfies Readonly<Record<InterruptingKind, InterruptingSentences>>

export const getKindSentences = (kind: TurnKind): KindSentences => sentences[kind]
export const getInterruptingSentences = (kind: TurnKind): InterruptingSentences | undefined =>
  interrupts(kind) ? interruptingSentences[kind] : undefined
