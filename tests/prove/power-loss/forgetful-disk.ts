/** A possible content of a disk after a loss of power. It contains everything that was flushed, and any sectors of the rest. */
import type { SeededRandom } from '../../support/seeded-random.ts'
import type { DiskCall } from './disk-trace.ts'

/** The size of a sector. A disk writes a sector completely or not at all. */
const sector = 512

/** Makes such a content. `lost`: the position in the order of calls at which the power was lost. */
export function makeImage(calls: readonly DiskCall[], lost: number, random: SeededRandom): Buffer {
  const known = calls.filter(({ began }) => began < lost)
  const flushed = known.reduce((last, call) => (call.kind === 'flush' && call.done < lost ? Math.max(last, call.began) : last), 0)
  const writes = known.flatMap((call) => (call.kind === 'write' ? [call] : []))
  const image = Buffer.alloc(Math.max(0, ...writes.map(({ offset, bytes }) => offset + bytes.length)))
  const kept = random.pick([0, 0.5, 0.5, 1])
  let end = 0
  for (const { offset, bytes, isSynced, done } of writes) {
    const isSafe = done < flushed || (isSynced && done < lost)
    for (let at = 0; at < bytes.length; at = nextSector(offset, at)) {
      if (!isSafe && !random.isLikely(kept)) continue
      const next = Math.min(bytes.length, nextSector(offset, at))
      bytes.copy(image, offset + at, at, next)
      end = Math.max(end, offset + next)
    }
  }
  return image.subarray(0, end)
}

const nextSector = (offset: number, at: number): number => at + sector - ((offset + at) % sector)
