/** The sense of the room in a rehearsal. The simulated chair puts two sentences to everybody, and people answer as their group does. */
import { randomBytes } from 'node:crypto'
import { type ResponseKind, responseKinds } from '@rostrum/shared/contract/response-kinds'
import { seconds } from '@rostrum/shared/kernel/time'
import type { Scene } from './scene.ts'
import type { SimulatedClient } from './simulated-client.ts'
import type { SimulationClock } from './simulation-clock.ts'

/** The sentences, each with the share of the session after which it is put. */
const sentences = [
  ['The action lines should be kept as they are.', 0.35],
  ['One report a year for all of them is enough.', 0.7],
] as const

/** How long a sentence is open, in simulated milliseconds. */
const openFor = 75_000

/** Puts the sentences. Only the first result is certain to be published. It stops for good once the chair is retired. */
export async function playSense(chair: SimulatedClient, { clock, sessionLength }: Scene): Promise<void> {
  for (const [index, [text, share]] of sentences.entries()) {
    while (!clock.isOver && (clock.now() < share * sessionLength || chair.view.session.phase === 'planned')) await clock.wait(5_000)
    if (clock.isOver || chair.isRetired || chair.view.session.phase === 'closed') return
    if (!(await chair.send('sense.put', { text, one: 'person', length: seconds(75) }))) continue
    await clock.wait(openFor)
    const { prompt } = chair.view
    if (prompt === null) return
    // Its own length is in real time, which would be an hour at the speed of a rehearsal.
    if (prompt.status === 'open') await chair.send('sense.close', { prompt: prompt.id })
    while (!clock.isOver && chair.view.promptResult?.prompt !== prompt.id && chair.view.prompt?.decidedAt === null) await clock.wait(2_000)
    await clock.wait(10_000)
    if (index === 0 || clock.isLikely(0.5)) await chair.send('sense.publish', { prompt: prompt.id, irrevocable: true })
    else await chair.send('sense.discard', { prompt: prompt.id })
  }
}

/** How often each answer is given, for the groups in turn. Nobody has published such shares: they are assumptions that differ by group. */
const leanings: readonly Readonly<Record<ResponseKind, number>>[] = [
  { comfortable: 5, 'could-live': 3, concerns: 1, discuss: 1, 'no-view': 1 },
  { comfortable: 1, 'could-live': 2, concerns: 5, discuss: 2, 'no-view': 1 },
  { comfortable: 3, 'could-live': 3, concerns: 1, discuss: 2, 'no-view': 1 },
  { comfortable: 4, 'could-live': 2, concerns: 1, discuss: 1, 'no-view': 2 },
  { comfortable: 2, 'could-live': 4, concerns: 1, discuss: 2, 'no-view': 1 },
]

/** Answers for one person. Every seventh person does not answer. */
export async function respond(client: SimulatedClient, clock: SimulationClock): Promise<void> {
  const { prompt, myResponse, me, session } = client.view
  if (prompt?.status !== 'open' || myResponse?.prompt === prompt.id || me.number % 7 === 0 || clock.isLikely(0.5)) return
  const group = session.groups.findIndex(({ id }) => id === me.group)
  const leaning = leanings[Math.max(0, group) % leanings.length]
  if (leaning === undefined) return
  const drawn = responseKinds.flatMap((kind, option) => Array<number>(leaning[kind]).fill(option))
  const option = drawn[Math.floor(clock.pickNumber(drawn.length))] ?? 0
  await client.send('sense.respond', { prompt: prompt.id, option, receipt: randomBytes(16).toString('base64url') })
}
