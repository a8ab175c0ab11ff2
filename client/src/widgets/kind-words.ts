/** What each kind of turn is called on the screens of all. The words of the Chair's script and steps are with those. */
import type { InterruptingKind, TurnKind } from '@rostrum/shared/contract/kinds'
import type { MessageKey } from '../text/catalogue.ts'

type KindWords = {
  /** Above the name of a speaker who has the floor and has not started, and of one who speaks. */
  readonly called: MessageKey
  readonly speaking: MessageKey
  /** The same to the speaker. */
  readonly youAreCalled: MessageKey
  readonly youHaveIt: MessageKey
}

export const kindWords = {
  intervention: {
    called: 'floor.calledToSpeak',
    speaking: 'floor.nowSpeaking',
    youAreCalled: 'floor.youAreCalled',
    youHaveIt: 'floor.youHaveIt',
  },
  'right-of-reply': {
    called: 'floor.rightOfReply',
    speaking: 'floor.rightOfReply',
    youAreCalled: 'floor.youAreCalledReply',
    youHaveIt: 'me.reply',
  },
  'point-of-order': {
    called: 'floor.pointOfOrder',
    speaking: 'floor.pointOfOrder',
    youAreCalled: 'floor.youAreCalled',
    youHaveIt: 'floor.pointOfOrder',
  },
  answer: {
    called: 'floor.nowAnswering',
    speaking: 'floor.nowAnswering',
    youAreCalled: 'floor.youAreCalled',
    youHaveIt: 'floor.youHaveIt',
  },
} as const satisfies Readonly<Record<TurnKind, KindWords>>

/** On the card of the speaker whom it interrupts. */
export const pausedFor = { 'point-of-order': 'floor.pausedForPoint' } as const satisfies Readonly<Record<InterruptingKind, MessageKey>>
