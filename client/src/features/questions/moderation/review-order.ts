/** The next question under review, and the content of the list next to it. */
import type { QuestionId } from '@rostrum/shared/contract/ids'

/**
 * Finds the next question after a decision: the next waiting one below, else the nearest above, else the first. The order is that at the
 * press.
 */
export const findNext = (order: readonly QuestionId[], decided: QuestionId, waiting: readonly QuestionId[]): QuestionId | null => {
  const index = order.indexOf(decided)
  const open = new Set(waiting)
  open.delete(decided)
  const near = [...order.slice(index + 1), ...order.slice(0, Math.max(index, 0)).reverse()]
  return near.find((id) => open.has(id)) ?? waiting.find((id) => open.has(id)) ?? null
}

/** The question under review keeps its place in the list while it is open, even if somebody else has decided. */
export const insertKept = <Row extends { readonly id: QuestionId }>(
  waiting: readonly Row[],
  kept: Row | undefined,
  before: readonly QuestionId[],
): readonly Row[] => {
  const index = kept ? before.indexOf(kept.id) : -1
  if (!kept || index < 0 || waiting.some(({ id }) => id === kept.id)) return waiting
  const waitingIds = new Set(waiting.map(({ id }) => id))
  const above = before.slice(0, index).filter((id) => waitingIds.has(id)).length
  return [...waiting.slice(0, above), kept, ...waiting.slice(above)]
}

/** Returns all ids from one to the other, in either direction. */
export const sliceBetween = (order: readonly QuestionId[], from: QuestionId, to: QuestionId): readonly QuestionId[] => {
  const [one, other] = [order.indexOf(from), order.indexOf(to)]
  return one < 0 || other < 0 ? [to] : order.slice(Math.min(one, other), Math.max(one, other) + 1)
}
