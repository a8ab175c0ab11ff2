/** A simulated note-taker: a point from most of those who speak. It stands back for good as soon as somebody else has written one. */
import type { Guest } from './simulated-client.ts'
import type { Tempo } from './simulation-clock.ts'

/** With the place of the tag that would suit it among the session's own. */
const heard = [
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

export async function takeNotes(desk: Guest, tempo: Tempo): Promise<void> {
  let last: string | null = null
  while (!tempo.over && desk.view.session.phase !== 'closed') {
    await tempo.wait(15_000 + tempo.chance(20_000))
    const { floor, progress, notes = {}, noteTags = [] } = desk.view
    if (Object.keys(notes).some((note) => !desk.said.has(note as never))) return
    const { current } = floor
    if (current?.kind !== 'intervention' || current.startedAt === null || current.id === last) continue
    last = current.id
    if (tempo.often(0.25)) continue
    const [text, place] = heard[Math.floor(tempo.chance(heard.length))] ?? heard[0]
    const tag = noteTags[place] ?? null
    await desk.say('notes.add', { text, tag, segment: progress.current, about: { kind: 'turn', turn: current.id } })
  }
}
