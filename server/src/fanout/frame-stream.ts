/** One stream of frames: what its screens hold, and the frames that bring them up to date. Each frame is encoded once for all of them. */

import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { AnyView, Delta } from '@rostrum/shared/projection/delta'
import { diffViews } from '@rostrum/shared/projection/project'
import type { Cursor, Frame, StreamName } from '@rostrum/shared/protocol/frame'
import { RecentDeltas } from './recent-deltas.ts'
import { ViewDigest } from './view-digest.ts'

export type FrameStreamPorts<Encoded> = {
  readonly name: StreamName
  /** The view of the next state of this session. It may keep parts of the view before. */
  readonly project: (state: State) => AnyView
  readonly cursorKey: Buffer
  /** How much the stream remembers for screens that return, in letters. */
  readonly maxRemembered: number
  readonly encode: (frame: Frame) => Encoded
}

export class FrameStream<Encoded> {
  readonly #ports: FrameStreamPorts<Encoded>
  readonly #digest: ViewDigest
  readonly #recent: RecentDeltas
  #view: AnyView
  #cursor: Cursor
  #at: Instant
  /** Parts that are not in the log. They never change the cursor. */
  #transient: AnyView = {}
  #snapshot: Encoded | null = null
  #resumes = new Map<Cursor, Encoded>()

  constructor(ports: FrameStreamPorts<Encoded>, state: State, at: Instant) {
    this.#ports = ports
    this.#view = ports.project(state)
    this.#digest = new ViewDigest(ports.cursorKey, this.#view)
    this.#recent = new RecentDeltas(ports.maxRemembered)
    this.#cursor = this.#digest.cursor
    this.#at = at
  }

  /** The frame that leads to this state, or null if nothing that this audience or person may see has changed. */
  advance(state: State, at: Instant): Encoded | null {
    const before = this.#view
    this.#view = this.#ports.project(state)
    if (this.#view === before) return null
    const deltas = diffViews(before, this.#view)
    if (deltas.length === 0) return null
    const base = this.#cursor
    const letters = this.#digest.update(deltas, this.#view)
    this.#recent.add({ base, deltas, letters })
    this.#setCursor(this.#digest.cursor, at)
    return this.#encodeDelta(base, deltas)
  }

  /** A frame for the transient parts, or null if they have not changed. */
  updateTransient(transient: AnyView, at: Instant): Encoded | null {
    const deltas = diffViews(this.#transient, transient)
    if (deltas.length === 0) return null
    this.#transient = transient
    this.#setCursor(this.#cursor, at)
    return this.#encodeDelta(this.#cursor, deltas)
  }

  /** The first frame for a screen: a delta if its cursor is known, otherwise a snapshot. */
  catchUp(heldCursor: Cursor | undefined): Encoded {
    const resumeFrame = heldCursor && (this.#resumes.get(heldCursor) ?? this.#encodeResume(heldCursor))
    if (resumeFrame) return resumeFrame
    this.#snapshot ??= this.#ports.encode({
      stream: this.#ports.name,
      at: this.#at,
      cursor: this.#cursor,
      view: { ...this.#view, ...this.#transient },
    })
    return this.#snapshot
  }

  #encodeResume(heldCursor: Cursor): Encoded | null {
    const deltas = heldCursor === this.#cursor ? [] : this.#recent.compose(heldCursor)
    if (deltas === null) return null
    const transient = Object.entries(this.#transient).map(([part, value]): Delta => ['=', part, value])
    const encoded = this.#encodeDelta(heldCursor, [...deltas, ...transient])
    this.#resumes.set(heldCursor, encoded)
    return encoded
  }

  #encodeDelta(base: Cursor, deltas: readonly Delta[]): Encoded {
    return this.#ports.encode({ stream: this.#ports.name, at: this.#at, base, cursor: this.#cursor, deltas })
  }

  #setCursor(cursor: Cursor, at: Instant): void {
    this.#cursor = cursor
    this.#at = at
    this.#snapshot = null
    this.#resumes = new Map()
  }
}
