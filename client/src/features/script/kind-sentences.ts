/** The Chair's sentences for each kind of turn. */
import type { InterruptingKind, TurnKind } from '@rostrum/shared/contract/kinds'
import type { ScriptKey } from './script-types.ts'

type KindSentences = {
  /** Gives the floor: alone, with the next speaker, and to the last one of a closed list. */
  readonly call: ScriptKey
  readonly callThen: ScriptKey
  readonly callLast: ScriptKey
  /** Only for a kind that interrupts: when it has the floor, after it, and to the speaker who goes on. */
  readonly interrupting?: { readonly speaks: ScriptKey; readonly ended: ScriptKey; readonly goesOn: ScriptKey }
}

const ordinary = { call: 'script.say.call', callThen: 'script.say.callThen', callLast: 'script.say.callLast' } as const

const sentences = {
  intervention: ordinary,
  'right-of-reply': { call: 'script.say.reply', callThen: 'script.say.replyThen', callLast: 'script.say.reply' },
  'point-of-order': {
    ...ordinary,
    interrupting: { speaks: 'script.say.point', ended: 'script.say.pointEnded', goesOn: 'script.say.pointEndedSpeaker' },
  },
  answer: ordinary,
} as const satisfies Readonly<Record<TurnKind, KindSentences>> & Readonly<Record<InterruptingKind, Required<KindSentences>>>

export const getKindSentences = (kind: TurnKind): KindSentences => sentences[kind]
