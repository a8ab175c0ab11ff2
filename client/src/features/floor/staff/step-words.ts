/** The words of the Chair's buttons for each kind of turn. */
import type { InterruptingKind, TurnKind } from '@rostrum/shared/contract/kinds'
import type { MessageKey } from '../../../text/catalogue.ts'

type StepWords = {
  readonly end: MessageKey
  readonly endAndCall: MessageKey
  /** Names the person who is called, with the channel. If null, the text shows whether they are ready instead. */
  readonly called: MessageKey | null
}
/** `next`: it comes after the turn that ends. */
type InterruptionWords = StepWords & Readonly<Record<'recognize' | 'recognizeAndPause' | 'oneOfSeveral' | 'more' | 'next', MessageKey>>

const ordinary = { end: 'control.end', endAndCall: 'control.endAndCall', called: null } as const

export const stepWords = {
  intervention: ordinary,
  'right-of-reply': { ...ordinary, called: 'control.whoReplies' },
  'point-of-order': {
    ...ordinary,
    end: 'control.endPoint',
    recognize: 'control.recognize',
    recognizeAndPause: 'control.recognizeAndPause',
    oneOfSeveral: 'control.pointFrom',
    more: 'control.morePoints',
    next: 'control.thenPoint',
  },
  answer: { ...ordinary, end: 'control.answeredOnly', endAndCall: 'control.answered' },
} as const satisfies Readonly<Record<TurnKind, StepWords> & Record<InterruptingKind, InterruptionWords>>
