/** One stream of frames: what its screens hold, and the frames that bring them up to date. Each frame is encoded once for all of them. */

import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type AnyView, type Delta, diff } from '@rostrum/shared/projection/delta'
import type { Cursor, Frame, StreamName } from '@rostrum/shared/protocol/frame'
import { RecentDeltas } from './recent-deltas.ts'
import { ViewDigest } from './view-digest.ts'

/** Transient parts are sent whole. */
const noShapes = new Map<string, never>()

/** The view that a stream tells. */
export type ViewSource = {
  /** It may change in place. */
  readonly view: AnyView
  /** Goes on to the next state of the session. Returns what differs. */
  readonly advance: (state: State) => readonly Delta[]
}

export type FrameStreamPorts<Encoded> = {
  readonly name: StreamName
  readonly source: ViewSource
  readonly cursorKey: Buffer
  /** How much the stream remembers for screens that return, in letters. */
  readonly maxRemembered: number
  readonly encode: (frame: Frame) => Encoded
}

export class FrameStream<Encoded> {
  readonly #ports: FrameStreamPorts<Encoded>
  readonly #digest: ViewDigest
  readonly #recent: RecentDeltas
  #cursor: Cursor
  #at: Instant
  /** Parts that are not in the log. They never change the cursor. */
  #transient: AnyView = {}
  #snapshot: Encoded | null = null
  #resumes = new Map<Cursor, Encoded>()

  constructor(ports: FrameStreamPorts<Encoded>, at: Instant) {
    this.#ports = ports
    this.#digest = new ViewDigest(ports.cursorKey, ports.source.view)
    this.#recent = new RecentDeltas(ports.maxRemembered)
    this.#cursor = this.#digest.cursor
    this.#at = at
  }

  /** The frame that leads to this state, or null if nothing that this audience or person may see has changed. */
  advance(state: State, at: Instant): Encoded | null {
    const { source } = this.#ports
    const deltas = source.advance(state)
    if (deltas.length === 0) return null
    const base = this.#cursor
    const letters = this.#digest.update(deltas, source.view)
    this.#recent.add({ base, deltas, letters })
    this.#setCursor(this.#digest.cursor, at)
    return this.#encodeDelta(base, deltas)
  }

  /** A frame for the transient parts, or null if they have not changed. */
  updateTransient(transient: AnyView, at: Instant): Encoded | null {
    const deltas = diff(this.#transient, transient, noShapes)
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
      view: { ...this.#ports.source.view, ...this.#transient },
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
