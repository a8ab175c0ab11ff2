/** The people and questions that a close leaves: the same as the session then records as not reached. */

import { getEntryRule, interrupts } from '@rostrum/shared/contract/kinds'
import { isOpenQuestion } from '@rostrum/shared/contract/question-statuses'
import { listKeys } from '@rostrum/shared/kernel/fields'
import type { TurnView } from '@rostrum/shared/projection/floor/parts'
import type { View } from '@rostrum/shared/projection/registry'

type NotReachedPerson = { readonly name: string; readonly isReply: boolean; readonly wasAbsent: boolean }
type NotReachedGiven = Pick<View, 'entries' | 'order' | 'floor'> & { readonly notReached?: View['notReached'] | undefined }

/** Lists the turns that have not started. A point of order can interrupt a call. */
const listCalled = ({ current, interrupted }: View['floor']): readonly TurnView[] =>
  [current, interrupted].filter((turn) => turn !== null).filter(({ startedAt }) => startedAt === null)

/**
 * Lists each person once: who was called in vain and is off the list, who was called and has not started, the list in its order, then entries on hold and rights of reply. Those for
 * whom they would have spoken come last, if they have no request of their own.
 */
export const listNotReached = ({ entries, order, floor, notReached = {} }: NotReachedGiven): readonly NotReachedPerson[] => {
  const people = new Map<string, NotReachedPerson>()
  const partners: string[] = []
  const add = (key: string, name: string, onBehalfOf: readonly string[], isReply: boolean, wasAbsent: boolean) => {
    if (!people.has(key)) people.set(key, { name, isReply, wasAbsent })
    partners.push(...onBehalfOf)
  }
  for (const [id, row] of Object.entries(notReached)) if (row) add(row.person ?? id, row.entity, [], false, row.absent === true)
  for (const { id, kind, speaker, onBehalfOf, staff } of listCalled(floor))
    if (speaker && !interrupts(kind)) add(staff?.person ?? id, speaker.entity, onBehalfOf, false, false)
  const others = listKeys(entries).filter((id) => !order.includes(id))
  for (const id of [...order, ...others]) {
    const row = entries[id]
    const rule = row && getEntryRule(row.kind)
    if (row && rule?.canBeNotReached) add(row.staff?.person ?? id, row.entity, row.onBehalfOf, rule.waitsIn === 'replies', false)
  }
  const named = [...people.values()]
  const rest = partners.filter((name) => !named.some((one) => one.name === name))
  return [...named, ...rest.map((name) => ({ name, isReply: false, wasAbsent: false }))]
}

export const countNotReached = (view: NotReachedGiven): number => listNotReached(view).length

/** The question on the floor is answered by the close, unless its answer has not started. */
export const listOpenQuestions = ({ questions, floor }: Pick<View, 'questions' | 'floor'>) =>
  Object.entries(questions).flatMap(([id, row]) => {
    const isOnlyRead = listCalled(floor).some(({ question }) => question === id)
    return row && (isOpenQuestion(row) || isOnlyRead) ? [row] : []
  })
