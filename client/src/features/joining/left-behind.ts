/** The request and the questions that a person leaves on a device when somebody else enters there. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { readOwnView } from '../../session/read-own-view.ts'

/** `isKnown`: false if the server did not answer. */
export type LeftBehind = { readonly isKnown: boolean; readonly hasRequest: boolean; readonly questions: number }

/** Null if nothing would be lost. */
export const findLeftBehind = async (ticket: Ticket): Promise<LeftBehind | null> => {
  const own = await readOwnView(ticket)
  if (own === null) return { isKnown: false, hasRequest: false, questions: 0 }
  const { myQueue, myFloor, myQuestions } = own
  const hasRequest = [myFloor.turn, myQueue.entry, myQueue.reply, myQueue.pointOfOrder].some((one) => one !== null)
  return hasRequest || myQuestions.length > 0 ? { isKnown: true, hasRequest, questions: myQuestions.length } : null
}
