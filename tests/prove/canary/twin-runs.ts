/**
 * Plays the same session twice: with hidden commits and without them. People who may not see hidden commits get the same frames, with the
 * same sizes and cursors. This holds live, on return with cursors of any age, on another node and after a restart.
 */

import { Fanout } from '@rostrum/server/engine/fanout/fanout'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { Presence } from '@rostrum/server/engine/presence/presence'
import { Session } from '@rostrum/server/engine/session/session'
import { type EncodedFrame, frameCodec } from '@rostrum/server/engine/wire/encode-frame'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { addMillis, type Instant } from '@rostrum/shared/kernel/time'
import type { StreamCursors } from '@rostrum/shared/protocol/frame'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { allPeople, noon } from '../../support/fixtures.ts'
import { cursorKey } from '../../support/frame-client.ts'
import { command, type SentCommand, toCommandId, toQuestionId } from '../../support/given.ts'
import { drawRoll, makeCommandRoller, typesWithoutClose } from '../../support/random-session.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { createLog, MemoryLogger, sessionId } from '../../support/session-harness.ts'
import { noTransients } from '../../support/transients.ts'

/** The people who may not see the hidden commits. All acts of guest-1 are hidden, and guest-1 sees them, as the staff does. */
const outsiders = ['panel', 'screen', 'gov-1', 'gov-2', 'civil-1', 'private-1']
const stepCount = 24
/** The milliseconds without a round after which nothing is on its way. */
const quietMs = 200

type Step = { readonly envelope: Envelope; readonly by: string }
type Run = {
  readonly steps: readonly Step[]
  readonly replies: readonly Reply[]
  readonly seen: readonly string[]
  readonly hiddenCount: number
}

/** Returns the number of compared frames and the number of hidden commits. */
export async function compareTwins(seed: number, failures: string[]): Promise<{ readonly frames: number; readonly hidden: number }> {
  const quiet = await play(seed, null)
  const busy = await play(seed, quiet.steps)
  for (const part of ['replies', 'seen'] as const)
    for (const [index, one] of quiet[part].entries())
      if (JSON.stringify(one) !== JSON.stringify(busy[part][index]))
        failures.push(
          `seed ${seed}, ${part} ${index}: ${JSON.stringify(one)} without hidden commits, ${JSON.stringify(busy[part][index])} with them`,
        )
  if (quiet.seen.length !== busy.seen.length)
    failures.push(`seed ${seed}: ${quiet.seen.length} lines without hidden commits, ${busy.seen.length} with them`)
  if (busy.hiddenCount < stepCount) failures.push(`seed ${seed}: only ${busy.hiddenCount} hidden commands were accepted`)
  return { frames: quiet.seen.length, hidden: busy.hiddenCount }
}

/** `steps`: the steps of the run without hidden commits. This run sends the same steps with hidden ones among them. */
async function play(seed: number, steps: readonly Step[] | null): Promise<Run> {
  const random = new SeededRandom(seed)
  const log = openMemoryLog()
  await createLog(log)
  let at: Instant = noon
  const open = async () => {
    const session = await Session.open(sessionId, { log, now: () => at, logger: new MemoryLogger() })
    return { session, node: new Node(session, () => at) }
  }
  const first = await Session.open(sessionId, { log, now: () => at, logger: new MemoryLogger() })
  await first.admit(allPeople, toCommandId('everybody'))
  await first.close()
  const { session, node } = await open()
  const screens = outsiders.map((person) => node.connect(person, {}))
  await node.settle()
  const roll = makeCommandRoller(typesWithoutClose.filter((type) => !type.startsWith('notes.')))
  const made: Step[] = []
  let hiddenCount = 0
  const replies: Reply[] = []
  const held: StreamCursors[][] = []
  for (let index = 0; index < stepCount; index += 1) {
    at = addMillis(at, 1_500 as never)
    const step = steps?.[index] ?? rollStep(random, session, at, index, roll)
    for (const { by, id, type, data } of steps === null ? [] : makeHidden(index)) {
      const reply = await send(session, by, { id: toCommandId(id), type, data } as Envelope)
      if (reply.ok) hiddenCount += 1
    }
    await node.settle()
    made.push(step)
    replies.push(await send(session, step.by, step.envelope))
    await node.settle()
    held.push(screens.map(({ cursors }) => cursors))
  }
  const later = await open()
  const seen = screens.flatMap(({ person, lines }) => lines.map((line) => `${person} ${line}`))
  // Old cursors, the latest cursors, and none.
  for (const [which, back] of [node, later.node].entries())
    for (const age of [0, stepCount - 5, stepCount - 1, null])
      for (const [index, person] of outsiders.entries()) {
        const { lines, leave } = back.connect(person, age === null ? {} : (held[age]?.[index] ?? {}))
        seen.push(...lines.map((line) => `${person} on node ${which} after step ${age}: ${line}`))
        leave()
      }
  for (const one of [{ session, node }, later]) {
    one.node.close()
    await one.session.close()
  }
  return { steps: made, replies, seen, hiddenCount }
}

const send = (session: Session, by: string, envelope: Envelope): Promise<Reply> => session.execute({ person: by as PersonId }, envelope)

function rollStep(random: SeededRandom, session: Session, at: Instant, index: number, roll: ReturnType<typeof makeCommandRoller>): Step {
  const opening = [command('chair', 'session.open', {}), command('chair', 'queue.open', {})][index]
  for (;;) {
    const { command: rolled, by } = opening ? { command: opening, by: 'chair' } : roll(session.state, drawRoll(random), at)
    // The acts of guest-1 are hidden, and nobody does anything to guest-1.
    if (by === 'guest-1' || JSON.stringify(rolled.data).includes('guest-1')) continue
    return { by, envelope: { id: toCommandId(`step-${index}`), type: rolled.type, data: rolled.data } as Envelope }
  }
}

/**
 * Makes hidden commands of each kind. Questions are asked, held, labelled, assigned, edited, declined, reopened, merged and withdrawn.
 * Notes are written, changed and removed.
 */
function makeHidden(index: number): readonly SentCommand[] {
  const question = (step: number) => ({ question: toQuestionId(`hidden-${step}`) })
  const note = { note: toCommandId(`note-${index - (index % 4)}`) as never }
  const ask = command('guest-1', 'questions.ask', { text: `Hidden ${index}?`, receipt: null }, { id: `hidden-${index}` })
  const kinds: readonly (readonly SentCommand[])[] = [
    [ask, command('desk', 'notes.add', { text: `Note ${index}`, tag: null, segment: null, about: null }, { id: `note-${index}` })],
    [
      ask,
      command('desk', 'questions.hold', question(index - 1)),
      command('desk', 'notes.edit', { ...note, text: 'Other', tag: null, expectedVersion: 0 }),
    ],
    [
      command('desk', 'questions.label', { ...question(index - 1), segment: null, tags: ['Access'] }),
      command('chair', 'questions.assign', { ...question(index - 1), assignee: 'panel' as PersonId }),
      command('desk', 'questions.edit', { ...question(index - 1), text: 'Edited?', expectedText: `Hidden ${index - 1}?` }),
      command('desk', 'questions.merge', { into: question(index - 1).question, ...question(index - 2) }),
    ],
    [
      command('desk', 'questions.decline', { ...question(index - 2), reason: 'conduct' }),
      command('desk', 'questions.reopen', question(index - 2)),
      command('guest-1', 'questions.withdraw', question(index - 3)),
      command('guest-1', 'questions.withdraw', question(index - 2)),
      command('desk', 'notes.remove', { ...note, expectedVersion: 1 }),
    ],
  ]
  return (kinds[index % kinds.length] ?? []).map((one, order) =>
    one.id.startsWith('unnamed') ? { ...one, id: `extra-${index}-${order}` } : one,
  )
}

/** Counts nobody. Presence is sent during calm phases, by a clock that does not depend on commits. So it is left out here. */
class NobodyPresent extends Presence {
  override connect() {
    // Nobody is counted.
  }
  override disconnect() {
    // Nobody was counted.
  }
}

/** A fanout that can be awaited until it is at rest. */
class Node {
  readonly #fanout: Fanout<EncodedFrame>
  #rounds = 0

  constructor(session: Session, now: () => Instant) {
    const count = () => {
      this.#rounds += 1
    }
    this.#fanout = new Fanout(session, {
      cursorKey,
      now,
      codec: frameCodec,
      logger: new MemoryLogger(),
      transients: noTransients,
      runRound: (round) => round(),
      presence: new NobodyPresent(),
      onRoundTimed: count,
    })
  }

  /** Connects a screen that collects its frames as lines, each with its size. */
  connect(person: string, from: StreamCursors) {
    const screen = { person, lines: [] as string[], cursors: from, leave: () => undefined as unknown }
    const receive = (frames: readonly EncodedFrame[]) => {
      for (const { stream, cursor, packets, bytes } of frames) {
        screen.cursors = { ...screen.cursors, [stream]: cursor }
        screen.lines.push(`${bytes.length} ${packets[0]}`)
      }
    }
    screen.leave = this.#fanout.subscribe({ person: person as PersonId, unpacks: false, send: receive, end: () => screen.leave() }, from)
    return screen
  }

  async settle(): Promise<void> {
    for (let before = -1; before !== this.#rounds; ) {
      before = this.#rounds
      await new Promise((resolve) => setTimeout(resolve, quietMs))
    }
  }

  close(): void {
    this.#fanout.close()
  }
}
