/** What a view is made of: allow-lists, one per part. Nothing of the state is shown that a part does not name. */
import type { Person } from '../contract/people.ts'
import type { Slice, State } from '../contract/registry.ts'
import type { Audience } from '../contract/roles.ts'

/** The same for everybody in an audience; undefined where the audience has no such part. Made anew only when a slice it reads has changed. */
export type AudiencePart<V> = { readonly reads: readonly Slice[]; readonly of: (state: State, audience: Audience) => V | undefined }
/** For one person's eyes. */
export type PersonPart<V> = { readonly reads: readonly Slice[]; readonly of: (state: State, person: Person) => V | undefined }

export const audiencePart = <V>(reads: readonly Slice[], of: AudiencePart<V>['of']): AudiencePart<V> => ({ reads, of })
export const personPart = <V>(reads: readonly Slice[], of: PersonPart<V>['of']): PersonPart<V> => ({ reads, of })

/** Rows by id. A row keeps its identity for as long as the thing that it shows does. */
export type Rows<Id extends string, Row> = { readonly [id in Id]?: Row }

/** Remembers what was made of a thing for as long as the thing lives. */
export const remembered = <Thing extends object, Made>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const made = new WeakMap<Thing, Made>()
  return (thing) => {
    if (!made.has(thing)) made.set(thing, make(thing))
    return made.get(thing) as Made
  }
}

/** By what they have in common, in the order in which they came. */
export const grouped = <Key, Thing>(things: Iterable<Thing>, key: (thing: Thing) => Key): ReadonlyMap<Key, readonly Thing[]> => {
  const groups = new Map<Key, Thing[]>()
  for (const thing of things) {
    const own = groups.get(key(thing))
    if (own) own.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}

export const rows = <Id extends string, Thing extends { readonly id: Id }, Row>(
  things: Iterable<Thing>,
  row: (thing: Thing) => Row | null,
): Rows<Id, Row> => {
  const table: { [id in Id]?: Row } = {}
  for (const thing of things) {
    const shown = row(thing)
    if (shown !== null) table[thing.id] = shown
  }
  return table
}
