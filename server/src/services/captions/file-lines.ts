/** The lines of a file as they are stored, and the reasons why a file is refused. */

import { setImmediate as yielded } from 'node:timers/promises'
import { fileRun } from '@rostrum/shared/protocol/caption-line-id'
import type { Session } from '../../engine/session/session.ts'
import { findTurnAt, type StoredLine } from './caption-line.ts'
import type { FileLine, FileRefusal } from './read-caption-file.ts'

/** `start`: when its time began to run, in milliseconds since 1970, or null for the opening. `isTrial`: nothing is stored. */
export type CaptionFile = { readonly bytes: Buffer; readonly start: number | null; readonly isTrial: boolean }

/**
 * `lines`: the lines in the file. `outside`: how many of them belong to no turn. `replaced`: the lines that the track had. `changed`: false
 * if it had the same. `place`: the row of the file that is wrong, or null.
 */
export type FileTaken =
  | { readonly ok: true; readonly lines: number; readonly outside: number; readonly replaced: number; readonly changed: boolean }
  | { readonly ok: false; readonly reason: FileRefusal | OtherRefusal; readonly place: number | null }

type OtherRefusal = 'forbidden' | 'session-not-open' | 'words-not-kept' | 'captions-after-now'

export const refuseFile = (reason: OtherRefusal, place: number | null = null) => ({ ok: false, reason, place }) as const

export const toStoredLines = (lines: readonly FileLine[], start: number): readonly StoredLine[] =>
  lines.map(({ from, text }, index) => ({ run: fileRun, seq: index + 1, at: start + from, spokenAt: start + from, text }))

/** The number of lines that are checked before the node does something else. */
const linesAtOnce = 200

/** Counts the lines that belong to no turn. */
export async function countOutside(lines: readonly StoredLine[], session: Session): Promise<number> {
  let count = 0
  for (const [index, { spokenAt }] of lines.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await yielded()
    if (findTurnAt(session.state.floor, spokenAt) === null) count += 1
  }
  return count
}
