import type { Person } from '../contract/people.ts'
import type { State } from '../contract/registry.ts'
import { type Audience, audiences } from '../contract/roles.ts'
import { makeRecord } from '../kernel/fields.ts'
import { type AnyView, type Delta, diff, type PartShape } from './delta.ts'
import type { AudiencePart, SeenBy } from './part.ts'
import { type AudienceView, audienceParts, type PersonView, personParts } from './registry.ts'

type AnyPart = Omit<AudiencePart<unknown, Record<Audience, true>, 'always' | 'sometimes'>, 'audiences'> & { readonly audiences: SeenBy }
const allParts: readonly (readonly [name: string, part: AnyPart])[] = Object.entries<AnyPart>(audienceParts as never)

const partsByAudience = makeRecord(audiences, (audience) => allParts.filter(([, part]) => part.audiences[audience]))
export const listParts = (audience: Audience): typeof allParts => partsByAudience[audience]

/** Parts that are not sent whole, with their shape. */
export const partShapes: ReadonlyMap<string, PartShape> = new Map(
  allParts.flatMap(([name, { shape }]) => (shape === 'value' ? [] : [[name, shape]])),
)

export const diffViews = (before: object, after: object): readonly Delta[] => diff(before as AnyView, after as AnyView, partShapes)

/** A view and the state that it was computed from, so that the next projection computes only what has changed. */
export type Projection<V> = { readonly state: State; readonly view: V }

export const projectAudience = (state: State, audience: Audience, before?: Projection<AudienceView>): Projection<AudienceView> => ({
  state,
  view: assemble(listParts(audience), state, before, (part) => part.project(state, audience)) as AudienceView,
})

/** Always computes the whole view. `findConcerned` finds the people for whom that is needed. */
export const projectPerson = (state: State, person: Person): Projection<PersonView> => ({
  state,
  view: Object.fromEntries(Object.entries(personParts).map(([name, part]) => [name, part.project(state, person)])) as PersonView,
})

/** Assembles a view. A part whose slices have not changed remains the same object. If no part has changed, so does the view. */
const assemble = <P extends { readonly reads: readonly (keyof State)[] }>(
  parts: readonly (readonly [name: string, part: P])[],
  state: State,
  before: Projection<object> | undefined,
  make: (part: P) => unknown,
): object => {
  if (before?.state === state) return before.view
  const view: Record<string, unknown> = {}
  const old = before?.view as Record<string, unknown> | undefined
  let changed = old === undefined
  for (const [name, part] of parts) {
    const kept = before && old && part.reads.every((slice) => before.state[slice] === state[slice])
    const value = kept ? old[name] : make(part)
    if (value !== undefined) view[name] = value
    if (value !== old?.[name]) changed = true
  }
  return changed || !old ? view : old
}
