/**
 * G6, G7 and G16: everything hidden carries a random mark of 128 bits. All bytes to everybody are searched for all marks, in every form.
 * Random sessions provide the volume. A session over real sockets covers every way out. Twin runs compare sizes, counts and cursors, which
 * could reveal something too.
 */
import { MarkBook } from '../../support/mark-book.ts'
import { formatCount, type Proof, type ProofForm } from '../proof.ts'
import { searchRandomSession } from './random-sessions.ts'
import { searchRealSession } from './real-session.ts'
import { compareTwins } from './twin-runs.ts'

const wanted: Readonly<Record<ProofForm, { readonly bytes: number; readonly twins: number }>> = {
  short: { bytes: 60_000_000, twins: 8 },
  long: { bytes: 1_000_000_000, twins: 60 },
}
/** Sessions spend most of their time waiting for their frames. */
const atOnce = 8

export const canary: Proof = {
  promises: ['G6', 'G7', 'G16'],
  says: 'marks of hidden things in bytes to people who may not read them, and frames that tell of hidden commits',
  atMost: 400_000,
  async run(form) {
    const marks = new MarkBook()
    const failures: string[] = [...marks.findBlindForms()]
    await searchRealSession(marks, failures)
    const { bytes, twins } = wanted[form]
    for (let seed = 1; marks.searched < bytes && failures.length === 0; seed += atOnce)
      await Promise.all(Array.from({ length: atOnce }, (_, index) => searchRandomSession(seed + index, marks, failures)))
    const compared = { frames: 0, hidden: 0 }
    for (let seed = 1; seed <= twins && failures.length === 0; seed += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, twins - seed + 1) }, (_, index) => compareTwins(seed + index, failures))
      for (const { frames, hidden } of await Promise.all(some)) {
        compared.frames += frames
        compared.hidden += hidden
      }
    }
    const figure = `${failures.length} hits in ${formatCount(marks.searched)} bytes; ${formatCount(compared.frames)} frames are the same with ${formatCount(compared.hidden)} hidden commits and without`
    return { figure, failures }
  },
}
