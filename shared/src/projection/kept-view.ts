/** The view of one audience, kept up to date by events. A change costs the rows that it touches, and not their tables. */
import type { Event, State } from '../contract/registry.ts'
import type { Audience } from '../contract/roles.ts'
import { isEqual } from '../kernel/equality.ts'
import { type AnyView, type Delta, diff } from './delta.ts'
import type { Change, RowSource } from './part.ts'
import { listParts, partShapes } from './project.ts'
import { findTouched } from './touched.ts'

type Table = Record<string, unknown>

export class KeptView {
  readonly #audience: Audience
  readonly #view: Record<string, unknown> = {}
  #state: State

  constructor(state: State, audience: Audience) {
    this.#audience = audience
    this.#state = state
    for (const [name, part] of listParts(audience))
      this.#put(name, part.rows ? { ...(part.project(state, audience) as Table) } : part.project(state, audience))
  }

  /** The view. Its tables change in place. */
  get view(): AnyView {
    return this.#view
  }

  /** Advances to the next state and returns the differences. `events` lead to it from the state before. */
  advance(state: State, events: readonly Event[]): readonly Delta[] {
    const change = { from: this.#state, to: state }
    this.#state = state
    return listParts(this.#audience).flatMap(([name, part]) => {
      if (part.reads.every((slice) => change.from[slice] === state[slice])) return []
      const { rows } = part
      const touched = rows === undefined ? 'all' : this.#findTouchedRows(events, change, rows)
      if (rows !== undefined && touched !== 'all') return this.#updateRows(name, touched, (id) => rows.row(state, id, this.#audience))
      const before = this.#view[name]
      const value = part.project(state, this.#audience)
      this.#put(name, rows === undefined ? value : { ...(value as Table) })
      return diff(toView(name, before), toView(name, value), partShapes)
    })
  }

  #put(name: string, value: unknown): void {
    if (value === undefined) delete this.#view[name]
    else this.#view[name] = value
  }

  #findTouchedRows(events: readonly Event[], change: Change, { touches }: RowSource<Audience>): 'all' | ReadonlySet<string> {
    return findTouched(events, change, this.#audience, (slice) => {
      const ofSlice = touches[slice]
      return ofSlice === undefined ? [] : [ofSlice as never]
    })
  }

  #updateRows(name: string, ids: ReadonlySet<string>, make: (id: string) => unknown): readonly Delta[] {
    const table = this.#view[name] as Table
    const deltas: Delta[] = []
    for (const id of ids) {
      const row = make(id)
      if (row === undefined) {
        if (Object.hasOwn(table, id)) deltas.push(['-', name, id])
        delete table[id]
      } else if (!isEqual(table[id], row)) {
        deltas.push(['+', name, id, row])
        table[id] = row
      }
    }
    return deltas
  }
}

const toView = (name: string, value: unknown): AnyView => (value === undefined ? {} : { [name]: value })
