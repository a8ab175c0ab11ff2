import type { QuestionId, TurnId } from '@rostrum/shared/contract/ids'
import { panelPersonId } from '@rostrum/shared/contract/ids'
import { isAnswer } from '@rostrum/shared/contract/kinds'
import type { Speaker } from '@rostrum/shared/contract/queue'
import type { State } from '@rostrum/shared/contract/registry'

export type Answerer = Pick<Speaker, 'entity' | 'group' | 'channel'>

/** Finds the last turn in which a question was answered, and the person who answered. The person is null for the panel as a whole. */
export function findAnswerer(
  { floor, questions, people }: State,
  question: QuestionId,
): { readonly turn: TurnId | null; readonly person: Answerer | null } {
  const turn = floor.past.findLast((one) => isAnswer(one.kind) && one.question === question)
  const assignee = questions.all.get(question)?.assignee ?? null
  const assigned = assignee === null || assignee === panelPersonId ? null : (people.all.get(assignee) ?? null)
  return { turn: turn?.id ?? null, person: turn?.speaker ?? assigned }
}
