/** One stream of frames: what its screens hold, and how they get from there to now. Encoded once for all who share it. */

import type { Revision } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type AnyView, type Delta, diff } from '@rostrum/shared/projection/delta'
import type { Projected } from '@rostrum/shared/projection/registry'
import type { Cursor, Frame, Stream as StreamName } from '@rostrum/shared/protocol/frame'
import type { Cursors } from './cursor-sealer.ts'

export type Making<Encoded> = {
  readonly name: StreamName
  /** Which stream of which session: what its cursors are sealed for. */
  readonly key: string
  readonly cursors: Cursors
  readonly project: (state: State, before?: Projected<object>) => Projected<object>
  readonly stateAt: (revision: Revision) => State | undefined
  readonly encode: (frame: Frame) => Encoded
}

export class Stream<Encoded> {
  readonly #making: Making<Encoded>
  #told: Projected<object>
  #cursor: Cursor
  #at: Instant
  /** What is not in the log and never moves the cursor. */
  #beside: AnyView = {}
  #snapshot: Encoded | null = null
  #resumes = new Map<Cursor, Encoded>()

  constructor(making: Making<Encoded>, state: State, revision: Revision, at: Instant) {
    this.#making = making
    this.#told = making.project(state)
    this.#cursor = making.cursors.seal(making.key, revision)
    this.#at = at
  }

  /** The frame to the state of now, or null where nothing that may be seen has changed. */
  advance(state: State, revision: Revision, at: Instant): Encoded | null {
    const { project, cursors, key } = this.#making
    const before = this.#told
    this.#told = project(state, before)
    if (this.#told.view === before.view) return null
    const deltas = diff(before.view as AnyView, this.#told.view as AnyView)
    if (deltas.length === 0) return null
    const base = this.#cursor
    this.#moved(cursors.seal(key, revision), at)
    return this.#delta(base, deltas)
  }

  /** A frame for what stands beside the log; null where it is as it was. */
  tellBeside(beside: AnyView, at: Instant): Encoded | null {
    const deltas = diff(this.#beside, beside)
    if (deltas.length === 0) return null
    this.#beside = beside
    this.#moved(this.#cursor, at)
    return this.#delta(this.#cursor, deltas)
  }

  /** For a screen that comes: what it lacks where its cursor is known, the whole otherwise. */
  welcome(held: Cursor | undefined): Encoded {
    const known = held && (this.#resumes.get(held) ?? this.#resume(held))
    if (known) return known
    this.#snapshot ??= this.#making.encode({
      stream: this.#making.name,
      at: this.#at,
      cursor: this.#cursor,
      view: { ...this.#told.view, ...this.#beside },
    })
    return this.#snapshot
  }

  #resume(held: Cursor): Encoded | null {
    const { project, cursors, key, stateAt } = this.#making
    const revision = cursors.open(key, held)
    const then = revision === null ? undefined : stateAt(revision)
    if (!then) return null
    const deltas = held === this.#cursor ? [] : diff(project(then).view as AnyView, this.#told.view as AnyView)
    const beside = Object.entries(this.#beside).map(([part, value]): Delta => ['=', part, value])
    const encoded = this.#delta(held, [...deltas, ...beside])
    this.#resumes.set(held, encoded)
    return encoded
  }

  #delta(base: Cursor, deltas: readonly Delta[]): Encoded {
    return this.#making.encode({ stream: this.#making.name, at: this.#at, base, cursor: this.#cursor, deltas })
  }

  #moved(cursor: Cursor, at: Instant): void {
    this.#cursor = cursor
    this.#at = at
    this.#snapshot = null
    this.#resumes = new Map()
  }
}
