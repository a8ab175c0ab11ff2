/** The words for each kind of turn on everybody's screens. The Chair's script and the steps have their own words. */
import type { InterruptingKind, TurnKind } from '@rostrum/shared/contract/kinds'
import type { MessageKey } from '../text/catalogue.ts'

type KindWords = {
  /** The heading above the name of a speaker who is called, and of one who speaks. */
  readonly called: MessageKey
  readonly speaking: MessageKey
  /** The same heading, addressed to the speaker. */
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
    called: 'floor.toAnswer',
    speaking: 'floor.nowAnswering',
    youAreCalled: 'floor.youAreCalled',
    youHaveIt: 'floor.youHaveIt',
  },
} as const satisfies Readonly<Record<TurnKind, KindWords>>

type InterruptionWords = {
  /** Its name on the request of its author and in the alert of the staff; and in the alert if several of the kind wait. */
  readonly title: MessageKey
  readonly oneOfSeveral: MessageKey
  /** For its author: until it is taken, and after the Chair has deferred it. */
  readonly raised: MessageKey
  readonly putOff: MessageKey
  /** Read aloud: to the interrupted speaker, and to everybody when it is over. */
  readonly interruptsYou: MessageKey
  readonly over: MessageKey
  /** For the Chair, who goes to another segment: it must end before. */
  readonly endsFirst: MessageKey
}

/** The words for each kind that interrupts. */
export const interruptionWords = {
  'point-of-order': {
    title: 'point.title',
    oneOfSeveral: 'alert.point',
    raised: 'point.raised',
    putOff: 'point.putOff',
    interruptsYou: 'say.interrupted',
    over: 'say.ruling',
    endsFirst: 'go.point',
  },
} as const satisfies Readonly<Record<InterruptingKind, InterruptionWords>>

/** The words on the card of the interrupted speaker. */
export const pausedFor = { 'point-of-order': 'floor.pausedForPoint' } as const satisfies Readonly<Record<InterruptingKind, MessageKey>>
