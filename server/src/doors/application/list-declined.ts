/**
 * If authors are not recorded, gives the device that holds a question's receipt the reason why it was declined. A question that is not
 * declined gives the same answer as one that does not exist.
 */
import type { DeclineReason } from '@rostrum/shared/contract/enums'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import { isDeclined } from '@rostrum/shared/contract/question-statuses'
import type { State } from '@rostrum/shared/contract/registry'
import { digestReceipt } from '@rostrum/shared/domain/questions/anonymity'

export type GivenReceipt = { readonly question: QuestionId; readonly receipt: string }

export const listDeclined = (
  { questions }: State,
  receipts: readonly GivenReceipt[],
): readonly { readonly question: QuestionId; readonly reason: DeclineReason }[] =>
  receipts.flatMap(({ question, receipt }) => {
    const found = questions.all.get(question)
    if (!found || !isDeclined(found) || found.reason === null || found.receiptDigest !== digestReceipt(question, receipt)) return []
    return [{ question, reason: found.reason }]
  })
