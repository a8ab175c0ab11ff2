/** Which question is under review next, and what the list beside it shows. */
import type { QuestionId } from '@rostrum/shared/contract/ids'

/** After a decision: the next below, as the list stood when it was pressed; where none is left below, the nearest above, else the first there is. */
export const nextAfter = (order: readonly QuestionId[], decided: QuestionId, waiting: readonly QuestionId[]): QuestionId | null => {
  const place = order.indexOf(decided)
  const open = new Set(waiting)
  open.delete(decided)
  const near = [...order.slice(place + 1), ...order.slice(0, Math.max(place, 0)).reverse()]
  return near.find((id) => open.has(id)) ?? waiting.find((id) => open.has(id)) ?? null
}

/** The one under review keeps its place for as long as it is looked at, also when others have decided on it. */
export const withKept = <Row extends { readonly id: QuestionId }>(
  waiting: readonly Row[],
  kept: Row | undefined,
  before: readonly QuestionId[],
): readonly Row[] => {
  const place = kept ? before.indexOf(kept.id) : -1
  if (!kept || place < 0 || waiting.some(({ id }) => id === kept.id)) return waiting
  const there = new Set(waiting.map(({ id }) => id))
  const above = before.slice(0, place).filter((id) => there.has(id)).length
  return [...waiting.slice(0, above), kept, ...waiting.slice(above)]
}

/** All from one to the other, whichever stands first. */
export const between = (order: readonly QuestionId[], from: QuestionId, to: QuestionId): readonly QuestionId[] => {
  const [one, other] = [order.indexOf(from), order.indexOf(to)]
  return one < 0 || other < 0 ? [to] : order.slice(Math.min(one, other), Math.max(one, other) + 1)
}
