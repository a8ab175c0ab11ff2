/** What the session can say in codes: each code has a sentence, or the catalogs do not compile. */
import type { Addressee, Answer, Attribution, CueKind, Decline, Door, OrderMode, Removal } from '@rostrum/shared/contract/enums'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { Cause } from '@rostrum/shared/contract/queue'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import type { Role } from '@rostrum/shared/contract/roles'

type Codes =
  | `refusal.${Rejection}`
  | `queue.why.${Cause}`
  | `queue.order.${OrderMode}`
  | `queue.removal.${Removal}`
  | `questions.decline.${Decline}`
  | `questions.answer.${Answer}`
  | `questions.status.${QuestionStatus}`
  | `questions.appear.${Attribution}`
  | `channel.${Door}`
  | `role.${Role}`
  | `cue.${CueKind}`
  | `announce.to.${Addressee}`

export type Spoken = Readonly<Record<Codes, string>> & Readonly<Record<string, string>>
