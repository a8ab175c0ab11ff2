/** A simulated note-taker writes a note on most interventions. It stops for good when somebody else has written a note. */
import { countsAsIntervention } from '@rostrum/shared/contract/kinds'
import { listEntries } from '@rostrum/shared/kernel/fields'
import type { SimulatedClient } from './simulated-client.ts'
import type { SimulationClock } from './simulation-clock.ts'

/** The texts, each with the index of a suitable tag among the tags of the session. */
const noteTexts = [
  ['Access has grown faster than anybody expected.', 0],
  ['National strategies are now the rule.', 0],
  ['Forums open to everybody have become permanent.', 0],
  ['What was agreed on finance has not reached those who needed it most.', 1],
  ['Places of public access were built without money to run them.', 1],
  ['Figures were not collected in a form that can be compared.', 1],
  ['Keep the action lines, and report on them together with other goals.', 2],
  ['Say for each contribution how it was taken into account.', 2],
  ['One calendar of reports for all.', 2],
] as const

export async function playNoteTaker(secretariat: SimulatedClient, clock: SimulationClock): Promise<void> {
  let lastTurn: string | null = null
  while (!clock.isOver && secretariat.view.session.phase !== 'closed') {
    await clock.wait(15_000 + clock.pickNumber(20_000))
    const { floor, progress, notes = {}, noteTags = [] } = secretariat.view
    if (listEntries(notes).some(([note]) => !secretariat.hasSent(note))) return
    const { current } = floor
    if (!current || !countsAsIntervention(current.kind) || current.startedAt === null || current.id === lastTurn) continue
    lastTurn = current.id
    if (clock.isLikely(0.25)) continue
    const [text, tagIndex] = noteTexts[Math.floor(clock.pickNumber(noteTexts.length))] ?? noteTexts[0]
    const tag = noteTags[tagIndex] ?? null
    await secretariat.send('notes.add', { text, tag, segment: progress.current, about: { kind: 'turn', turn: current.id } })
  }
}
