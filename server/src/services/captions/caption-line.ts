/** The place of a line of captions: in the count of its sender, in time, and in a turn. Pure: the same input gives the same result. */

import type { FloorState, PastTurn, Turn } from '@rostrum/shared/contract/floor'
import { captionCorrectableMs } from '@rostrum/shared/contract/lengths'
import type { State } from '@rostrum/shared/contract/registry'
import { markClaim } from '@rostrum/shared/contract/walk-ins'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import { fileRun, writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import type { CaptionedTurn, CaptionLine } from '@rostrum/shared/protocol/captions'
import { z } from 'zod'

export const storedLine = z.strictObject({
  /**
   * When the sender began to count, and the number that it gave the line. For a line from a file, `run` is 0 and `seq` counts the lines.
   */
  run: z.number(),
  seq: z.number(),
  /** When the line arrived, and when it was spoken. */
  at: z.number(),
  spokenAt: z.number(),
  text: z.string(),
})
export type StoredLine = Readonly<z.infer<typeof storedLine>>

/** The most lines of one language in one session, and in a file. No meeting reaches this limit. */
export const maxTrackLines = 50_000
/** If a number is further back than this, its line is not late: the sender has started to count again. */
const maxDisorder = 64
/** How long, in milliseconds, a last word may come after the clock was stopped. */
const afterTurnMs = 2_000

/** The most lines that a new reader gets at once. */
const maxLatest = 200

/**
 * The meaning of a line with a number that other words have already. `counted`: its sender has started to count again. `new`: it needs
 * another number. `correction`: its words take their place.
 */
export type LineIntent = 'counted' | 'new' | 'correction'
export const getIntent = (isNew: boolean, corrects: boolean): LineIntent => (isNew ? 'new' : corrects ? 'correction' : 'counted')

type PlacedLine = { readonly seq: number | null; readonly text: string; readonly intent: LineIntent }

/** All lines of one language, by id, and the count of the current sender. */
export class TrackLines {
  readonly byId = new Map<string, StoredLine>()
  /** The ids of the latest lines, as they arrived. With them, a new reader costs the same after any number of lines. */
  #latest: string[] = []
  #run: number | null = null
  #highest = 0

  static of(lines: readonly StoredLine[]): TrackLines {
    const track = new TrackLines()
    for (const line of lines) track.add(line)
    return track
  }

  /** Null before the first line. */
  get lastSeq(): number | null {
    return this.#run === null ? null : this.#highest
  }

  /** Grows with every change. */
  version = 0

  add(line: StoredLine): void {
    this.version += 1
    const id = writeLineId(line)
    if (!this.byId.has(id)) this.#latest.push(id)
    if (this.#latest.length > 2 * maxLatest) this.#latest = this.#latest.slice(-maxLatest)
    this.byId.set(id, line)
    // No sender continues the count of a file.
    if (line.run === fileRun) return
    if (this.#run === null || line.run > this.#run) [this.#run, this.#highest] = [line.run, line.seq]
    else if (line.run === this.#run) this.#highest = Math.max(this.#highest, line.seq)
  }

  /** Returns the lines that arrived last, as they were spoken. */
  listLatest(): readonly StoredLine[] {
    const known = this.#latest.slice(-maxLatest).flatMap((id) => this.byId.get(id) ?? [])
    return known.sort((one, other) => (writeLineId(one) < writeLineId(other) ? -1 : 1))
  }

  /** Restores the line before, because the new one could not be stored. */
  restore(line: StoredLine, before: StoredLine | null): void {
    this.version += 1
    if (before === null) this.byId.delete(writeLineId(line))
    else this.byId.set(writeLineId(line), before)
  }

  /**
   * Returns the line to store, or null if it is already there. `seq`: null if the sender does not count. `taken`: the line is new, and
   * another captioner has used its number for other words.
   */
  place({ seq: given, text, intent }: PlacedLine, at: Instant, delay: Millis): StoredLine | 'taken' | null {
    const spokenAt = at - delay
    const seq = given ?? this.#highest + 1
    const run = this.#run
    if (run === null) return { run: at, seq, at, spokenAt, text }
    const known = this.byId.get(writeLineId({ run, seq }))
    if (known !== undefined && known.text === text) return null
    if (known !== undefined && intent === 'new') return 'taken'
    if (known !== undefined && intent === 'correction' && at - known.at <= captionCorrectableMs) return { ...known, text }
    if (known !== undefined || seq < this.#highest - maxDisorder) return { run: Math.max(at, run + 1), seq, at, spokenAt, text }
    return { run, seq, at, spokenAt: Math.min(spokenAt, this.#findNext(run, seq)?.spokenAt ?? spokenAt), text }
  }

  /** Returns the line after a late one. It was spoken later, although it arrived earlier. */
  #findNext(run: number, seq: number): StoredLine | undefined {
    for (let next = seq + 1; next <= this.#highest; next += 1) {
      const line = this.byId.get(writeLineId({ run, seq: next }))
      if (line !== undefined) return line
    }
    return undefined
  }
}

/** Sorts lines as they were spoken. A line that waited at its sender may have arrived after lines that were spoken later. */
export const sortAsSpoken = <Line extends Pick<StoredLine, 'run' | 'seq' | 'spokenAt'>>(lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((one, other) => one.spokenAt - other.spokenAt || (writeLineId(one) < writeLineId(other) ? -1 : 1))

/** Whether these are the same words at the same times. A file begins with the opening, so words spoken before it count as spoken then. */
export const haveSameWords = (some: readonly StoredLine[], others: readonly StoredLine[], openedAt: number): boolean =>
  some.length === others.length &&
  some.every(({ text, spokenAt }, index) => {
    const other = others[index]
    return other?.text === text && Math.max(other.spokenAt, openedAt) === Math.max(spokenAt, openedAt)
  })

/** Returns the turn at this instant. If a point of order interrupts a turn, it returns the point of order, and then nobody: the Chair rules. */
export function findTurnAt({ current, interrupted, past }: FloorState, at: number): Turn | PastTurn | null {
  let found: Turn | PastTurn | null = null
  // The words of an interrupted speaker end with the interruption.
  const stopped = interrupted?.paused ? { ...interrupted, endedAt: interrupted.paused.at } : interrupted
  for (const turn of [...past, stopped, current])
    if (turn && lasted(turn, at) && (found === null || (turn.startedAt ?? 0) >= (found.startedAt ?? 0))) found = turn
  return found
}

/** Returns the turn at this instant as the lines name it. A name that its speaker claimed is marked. */
export function describeTurnAt({ floor, people }: Pick<State, 'floor' | 'people'>, at: number): CaptionedTurn | null {
  const found = findTurnAt(floor, at)
  if (found === null) return null
  const speaker = ('entry' in found ? found.entry?.speaker : found.speaker) ?? null
  const mark = speaker === null ? {} : markClaim(people, speaker)
  return { id: found.id, who: speaker?.entity ?? null, language: found.language ?? null, ...mark }
}

/** Makes the line as its readers see it. */
export const showLine = (state: Pick<State, 'floor' | 'people'>, line: StoredLine): CaptionLine => ({
  id: writeLineId(line),
  text: line.text,
  at: line.at as Instant,
  turn: describeTurnAt(state, line.spokenAt),
})

const lasted = (turn: Turn | PastTurn, at: number): boolean =>
  turn.startedAt !== null && turn.startedAt <= at && (!('endedAt' in turn) || at <= turn.endedAt + afterTurnMs)
