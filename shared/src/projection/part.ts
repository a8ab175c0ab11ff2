/** The parts of a view. Each part is an allow-list: a view contains only those fields of the state that a part names. */
import type { Person } from '../contract/people.ts'
import type { Events, EventType, Slice, State } from '../contract/registry.ts'
import type { Audience } from '../contract/roles.ts'
import { listKeys } from '../kernel/fields.ts'
import type { PartShape } from './delta.ts'

declare const rowsBrand: unique symbol
/** Rows by id, sent row by row. A row keeps its identity for as long as its source object does. */
export type Rows<Id extends string, Row> = { readonly [id in Id]?: Row } & { readonly [rowsBrand]?: true }

/** Whether each audience has a part. An audience that is added does not compile until every part has answered. */
export type SeenBy = Readonly<Record<Audience, boolean>>
type AudienceIn<S extends SeenBy> = { [A in Audience]: S[A] extends true ? A : never }[Audience]
const groups = {
  everyone: { staff: true, podium: true, booth: true, public: true, display: true },
  staffOnly: { staff: true, podium: false, booth: false, public: false, display: false },
  displayOnly: { staff: false, podium: false, booth: false, public: false, display: true },
  staffAndDisplay: { staff: true, podium: false, booth: false, public: false, display: true },
} as const
/** Has an answer for each audience, even if the group lacks one. So the compiler names the group, and not each part that uses it. */
type Answers<G> = { readonly [A in Audience]: A extends keyof G ? G[A] : G[keyof G] }

export const everyone: Answers<typeof groups.everyone> = groups.everyone
/** For the work of the staff. */
export const staffOnly: Answers<typeof groups.staffOnly> = groups.staffOnly
export const displayOnly: Answers<typeof groups.displayOnly> = groups.displayOnly
export const staffAndDisplay: Answers<typeof groups.staffAndDisplay> = groups.staffAndDisplay

/**
 * A part that is the same for everybody in an audience.
 * It is computed again only when a slice that it reads has changed.
 */
export type AudiencePart<Value, S extends SeenBy, Presence extends 'always' | 'sometimes'> = {
  /** The content of the part, in a sentence for programs that read views. */
  readonly about: string
  readonly shape: 'value' | PartShape
  readonly presence: Presence
  readonly audiences: S
  readonly reads: readonly Slice[]
  readonly project: (state: State, audience: AudienceIn<S>) => Value | undefined
  /** Only for a part that is sent row by row. */
  readonly rows?: RowSource<AudienceIn<S>>
}
/** How the rows of a part are made one by one. */
export type RowSource<A extends Audience> = {
  /** The rows that a change touches, by id. */
  readonly touches: TouchesBySlice<A>
  readonly row: (state: State, id: string, audience: A) => unknown
}
/** The state before some events, and after them. */
export type Change = { readonly from: State; readonly to: State }
/** The people whose view may be different now, or the rows. Naming too many costs time; missing one leaves a screen outdated. */
export type Touched = 'all' | readonly (string | null | undefined)[]
type EventOf<S extends Slice> = Extract<EventType, `${S}.${string}`>
/**
 * The effects of the events of a slice. Listed event by event, an event added later does not compile until it is listed too. A function
 * finds the effects of all events together, by comparing both ends of the change. `Who` is passed if the result depends on it.
 */
export type Touches<S extends Slice, Who = undefined> =
  | ((change: Change, who: Who) => Touched)
  | { readonly [E in EventOf<S>]: 'none' | 'all' | ((data: Events[E], change: Change) => Touched) }
/** One entry for every slice that a part reads. */
export type TouchesBySlice<Who = undefined> = { readonly [S in Slice]?: Touches<S, Who> }

/** A part that only one person sees. It is computed again only if an event of a slice that it reads touched that person. */
export type PersonPart<Value> = {
  readonly about: string
  readonly reads: readonly Slice[]
  readonly touches: TouchesBySlice
  readonly project: (state: State, person: Person) => Value
}

/** A part that is sent whole whenever it changes. Rows do not compile here, because they would be sent whole too. */
export const valuePart = <Value, const S extends SeenBy>(
  about: string,
  audiences: S,
  reads: readonly Slice[],
  project: (state: State, audience: AudienceIn<S>) => typeof rowsBrand extends keyof Value ? never : Value,
): AudiencePart<Value, S, 'always'> => ({ about, shape: 'value', presence: 'always', audiences, reads, project })

/** A long part whose order matters. Only the items that left, came or moved are sent. No item may be in it twice. */
export const listPart = <Item, const S extends SeenBy>(
  about: string,
  audiences: S,
  reads: readonly Slice[],
  project: (state: State, audience: AudienceIn<S>) => readonly Item[],
): AudiencePart<readonly Item[], S, 'always'> => ({ about, shape: 'list', presence: 'always', audiences, reads, project })

/** A long text that changes a little at a time. Only the part between the unchanged ends is sent. */
export const textPart = <Text extends string, const S extends SeenBy>(
  about: string,
  audiences: S,
  reads: readonly Slice[],
  project: (state: State, audience: AudienceIn<S>) => Text,
): AudiencePart<Text, S, 'always'> => ({ about, shape: 'text', presence: 'always', audiences, reads, project })

/** A part that is sent row by row. `project` makes all rows; `row` makes one row, or undefined if it does not exist. */
export const rowPart = <Id extends string, Row, const S extends SeenBy>(
  about: string,
  audiences: S,
  touches: TouchesBySlice<AudienceIn<S>>,
  project: (state: State, audience: AudienceIn<S>) => Rows<Id, Row>,
  row: (state: State, id: Id, audience: AudienceIn<S>) => Row | undefined,
): AudiencePart<Rows<Id, Row>, S, 'always'> => ({
  ...{ about, shape: 'rows', presence: 'always', audiences, project },
  reads: listKeys(touches),
  rows: { touches, row: row as RowSource<AudienceIn<S>>['row'] },
})

/** A part that depends on the state of the session, so a screen must expect it to be absent. */
export const sometimesPart = <Value, const S extends SeenBy>(
  about: string,
  audiences: S,
  reads: readonly Slice[],
  project: (state: State, audience: AudienceIn<S>) => Value | undefined,
): AudiencePart<Value, S, 'sometimes'> => ({ about, shape: 'value', presence: 'sometimes', audiences, reads, project })

/** `touches`: the people whom a change touches. */
export const personPart = <Value>(about: string, touches: TouchesBySlice, project: PersonPart<Value>['project']): PersonPart<Value> => ({
  about,
  reads: listKeys(touches),
  touches,
  project,
})

export const toRows = <Id extends string, Thing extends { readonly id: Id }, Row>(
  things: Iterable<Thing>,
  toRow: (thing: Thing) => Row | null,
): Rows<Id, Row> => {
  const table: { [id in Id]?: Row } = {}
  for (const thing of things) {
    const projected = toRow(thing)
    if (projected !== null) table[thing.id] = projected
  }
  return table
}

export const mapDefined = <Thing, Made>(thing: Thing | undefined, make: (thing: Thing) => Made): Made | undefined =>
  thing === undefined ? undefined : make(thing)
