/** Where authors are not kept: why a question was declined, told to whoever holds its receipt. What is still to be decided looks like what never was. */
import type { Decline } from '@rostrum/shared/contract/enums'
import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { proofOf } from '@rostrum/shared/domain/questions/anonymity'

export type Receipt = { readonly question: QuestionId; readonly receipt: string }

export const declinedAmong = (
  { questions }: State,
  receipts: readonly Receipt[],
): readonly { readonly question: QuestionId; readonly reason: Decline }[] =>
  receipts.flatMap(({ question, receipt }) => {
    const asked = questions.all.get(question)
    if (asked?.status !== 'declined' || asked.reason === null || asked.proof !== proofOf(question, receipt)) return []
    return [{ question, reason: asked.reason }]
  })
