/** One stream of frames: what its screens hold, and the frames that bring them up to date. Each frame is encoded once for all screens. */

import type { State } from '@rostrum/shared/contract/registry'
import type { Instant } from '@rostrum/shared/kernel/time'
import { type AnyView, type Delta, diff } from '@rostrum/shared/projection/delta'
import type { Cursor, Frame, StreamName, StreamState } from '@rostrum/shared/protocol/frame'
import { RecentDeltas } from './recent-deltas.ts'
import { Snapshot } from './snapshot.ts'
import type { TextHasher } from './text-hasher.ts'
import { ViewDigest } from './view-digest.ts'

/** Transient parts are sent whole. */
const noShapes = new Map<string, never>()

/** The view that a stream sends. */
export type ViewSource = {
  /** The current view. It may change in place. */
  readonly view: AnyView
  /** Advances to the next state of the session. Returns the differences. */
  readonly advance: (state: State) => readonly Delta[]
}

export type FrameStreamPorts<Encoded> = {
  readonly name: StreamName
  readonly source: ViewSource
  readonly hasher: TextHasher
  /**
   * The most that the stream remembers for screens that return, in characters. Many screens ask for the same changes at one time, so each
   * encoded answer is kept until the next change. Null for the stream of one person, which would gain nothing for the memory.
   */
  readonly maxRemembered: number | null
  /** The initial parts that are not in the log. */
  readonly transient: AnyView
  readonly codec: FrameCodec<Encoded>
}

/** Encodes frames for sending. */
export type FrameCodec<Encoded> = {
  readonly encode: (frame: Frame) => Encoded
  /** Encodes for screens that can unpack. Returns a promise for a large frame, which is compressed off the event loop. */
  readonly pack: (frame: Frame) => Encoded | Promise<Encoded>
  readonly countBytes: (encoded: Encoded) => number
}

/** `getBytes`: the cursor, the time and the view, as JSON. */
export type HeldStream = { readonly cursor: Cursor; readonly getBytes: () => Buffer }

/** The most bytes of later changes that are sent after a snapshot. Beyond that a new snapshot is made. */
const maxAfterSnapshot = 16_384

export class FrameStream<Encoded> {
  readonly #ports: FrameStreamPorts<Encoded>
  readonly #digest: ViewDigest
  readonly #recent: RecentDeltas | null
  #cursor: Cursor
  #at: Instant
  /** The parts that are not in the log. They never change the cursor. */
  #transient: AnyView
  readonly #snapshots: Record<'plain' | 'packed', Snapshot<Encoded> | null> = { plain: null, packed: null }
  #resumes: Map<Cursor, Encoded> | null = null
  #bytes: Buffer | null = null

  constructor(ports: FrameStreamPorts<Encoded>, at: Instant) {
    this.#ports = ports
    this.#digest = new ViewDigest(ports.hasher, ports.source.view)
    this.#recent = ports.maxRemembered === null ? null : new RecentDeltas(ports.maxRemembered)
    this.#cursor = this.#digest.cursor
    this.#transient = ports.transient
    this.#at = at
  }

  /** The state that a screen of this stream holds now. It is written out once for all who ask, and not before. */
  get held(): HeldStream {
    return {
      cursor: this.#cursor,
      getBytes: () => {
        const state: StreamState = { cursor: this.#cursor, at: this.#at, view: { ...this.#ports.source.view, ...this.#transient } }
        this.#bytes ??= Buffer.from(JSON.stringify(state))
        return this.#bytes
      },
    }
  }

  /** Returns the frame that leads to this state, or null if nothing visible to this audience or person has changed. */
  advance(state: State, at: Instant): Encoded | null {
    const { source } = this.#ports
    const deltas = source.advance(state)
    if (deltas.length === 0) return null
    const base = this.#cursor
    const letters = this.#digest.update(deltas, source.view)
    this.#recent?.add({ base, deltas, letters })
    this.#setCursor(this.#digest.cursor, at)
    return this.#encodeDelta(base, deltas)
  }

  /** Returns a frame for the transient parts, or null if they have not changed. */
  updateTransient(transient: AnyView, at: Instant): Encoded | null {
    const deltas = diff(this.#transient, transient, noShapes)
    if (deltas.length === 0) return null
    this.#transient = transient
    this.#setCursor(this.#cursor, at)
    return this.#encodeDelta(this.#cursor, deltas)
  }

  /**
   * Returns the first frames for a screen. If its cursor is known, it gets what it missed; otherwise a snapshot and the changes since.
   * `unpacks`: the screen can read a packed snapshot. Returns a promise while the snapshot is being packed: ask again when it has resolved.
   */
  catchUp(heldCursor: Cursor | undefined, unpacks: boolean): readonly Encoded[] | Promise<void> {
    const resumeFrame = heldCursor && this.#resume(heldCursor)
    if (resumeFrame) return [resumeFrame]
    const snapshot = this.#getSnapshot(unpacks ? 'packed' : 'plain')
    const first = snapshot.encoded
    if (first instanceof Promise) return first
    const rest = snapshot.isFrom(this.#cursor, this.#transient) ? null : this.#resume(snapshot.cursor)
    return rest === null ? [first] : [first, rest]
  }

  /**
   * Returns the last snapshot as long as little has changed since. So one snapshot serves all screens that connect at about the same time.
   */
  #getSnapshot(kind: 'plain' | 'packed'): Snapshot<Encoded> {
    const { name, source, codec } = this.#ports
    const [known, cursor, transient] = [this.#snapshots[kind], this.#cursor, this.#transient]
    if (known?.isFrom(cursor, transient)) return known
    const rest = known && this.#resume(known.cursor)
    if (known && rest && codec.countBytes(rest) <= maxAfterSnapshot) return known
    const frame = { stream: name, at: this.#at, cursor, view: { ...source.view, ...transient } }
    const snapshot = new Snapshot(cursor, transient, kind === 'packed' ? codec.pack(frame) : codec.encode(frame))
    if (this.#recent !== null) this.#snapshots[kind] = snapshot
    return snapshot
  }

  #resume(heldCursor: Cursor): Encoded | null {
    return this.#resumes?.get(heldCursor) ?? this.#encodeResume(heldCursor)
  }

  #encodeResume(heldCursor: Cursor): Encoded | null {
    const deltas = heldCursor === this.#cursor ? [] : (this.#recent?.compose(heldCursor) ?? null)
    if (deltas === null) return null
    const transient = Object.entries(this.#transient).map(([part, value]): Delta => ['=', part, value])
    const encoded = this.#encodeDelta(heldCursor, [...deltas, ...transient])
    if (this.#recent !== null) {
      this.#resumes ??= new Map()
      this.#resumes.set(heldCursor, encoded)
    }
    return encoded
  }

  #encodeDelta(base: Cursor, deltas: readonly Delta[]): Encoded {
    return this.#ports.codec.encode({ stream: this.#ports.name, at: this.#at, base, cursor: this.#cursor, deltas })
  }

  #setCursor(cursor: Cursor, at: Instant): void {
    this.#cursor = cursor
    this.#at = at
    this.#resumes = null
    this.#bytes = null
  }
}
