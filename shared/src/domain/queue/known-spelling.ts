/** The spelling of an organization whose speaker the staff enter, so that it counts once however it is typed. */
import type { State } from '../../contract/registry.ts'
import { foldName } from '../../kernel/fold-name.ts'

/** Returns the name as it is registered, or as it is in the list of speakers already, and otherwise as it was typed. */
export const findSpelling = ({ people, queue }: State, typed: string): string => {
  const key = foldName(typed)
  if (key === '') return typed
  const heard = queue.floorsGiven.flatMap(({ entities }) => entities)
  const waiting = [...queue.entries.values()].map(({ speaker }) => speaker.entity)
  return (
    people.organizations.get(key)?.name ?? [...heard, ...queue.repliesGiven, ...waiting].find((name) => foldName(name) === key) ?? typed
  )
}
