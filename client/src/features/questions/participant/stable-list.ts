/** A list that stays still. Its order and members do not change until it is updated, whatever arrives in the meantime. */

type StableRow<Id> = {
  readonly id: Id
  /** The item no longer exists. Its place stays, so that nothing below it moves. */
  readonly gone: boolean
}

export type StableList<Id> = {
  readonly rows: readonly StableRow<Id>[]
  /** The number of new items that wait. */
  readonly newCount: number
  /** True if an update would change the list. */
  readonly isOutdated: boolean
}

/** `atRest`: the ids as last shown, in that order. `present`: the current ids, in their current order. */
export const makeStableList = <Id>(atRest: readonly Id[], present: readonly Id[]): StableList<Id> => {
  const knownIds = new Set(atRest)
  const presentIds = new Set(present)
  const newCount = present.filter((id) => !knownIds.has(id)).length
  const isOutdated = atRest.length !== present.length || atRest.some((id, index) => id !== present[index])
  return { rows: atRest.map((id) => ({ id, gone: !presentIds.has(id) })), newCount, isOutdated }
}

/** If none of the shown items is left, the current ones are shown at once. */
export const keepOrder = <Id>(atRest: readonly Id[], present: readonly Id[]): readonly Id[] => {
  const presentIds = new Set(present)
  return atRest.some((id) => presentIds.has(id)) ? atRest : present
}
