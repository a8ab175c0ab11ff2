/** The codes that the server can send. Each code needs a sentence, or the catalogues do not compile. */
import type {
  Addressee,
  AnswerKind,
  Attribution,
  CueKind,
  DeclineReason,
  OrderMode,
  RemovalReason,
  RequestChannel,
} from '@rostrum/shared/contract/enums'
import type { QuestionStatus } from '@rostrum/shared/contract/questions'
import type { PositionCause } from '@rostrum/shared/contract/queue'
import type { Rejection } from '@rostrum/shared/contract/rejections'
import type { Role } from '@rostrum/shared/contract/roles'

type CodeKey =
  | `refusal.${Rejection}`
  | `queue.cause.${PositionCause}`
  | `queue.order.${OrderMode}`
  | `queue.removal.${RemovalReason}`
  | `questions.decline.${DeclineReason}`
  | `questions.because.${DeclineReason}`
  | `questions.answer.${AnswerKind}`
  | `questions.status.${QuestionStatus}`
  | `questions.appear.${Attribution}`
  | `channel.${RequestChannel}`
  | `role.${Role}`
  | `cue.${CueKind}`
  | `announce.to.${Addressee}`

export type CodeSentences = Readonly<Record<CodeKey, string>> & Readonly<Record<string, string>>
