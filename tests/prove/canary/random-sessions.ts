/**
 * Plays random sessions and searches every frame to everybody. These are frames to connected screens, to new screens and to screens that
 * come back.
 */

import { Fanout } from '@rostrum/server/engine/fanout/fanout'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { Presence } from '@rostrum/server/engine/presence/presence'
import { Session } from '@rostrum/server/engine/session/session'
import { type EncodedFrame, frameCodec } from '@rostrum/server/engine/wire/encode-frame'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { webhookContents } from '@rostrum/shared/contract/webhooks'
import { addMillis, type Instant, toInstant } from '@rostrum/shared/kernel/time'
import { listMessages } from '@rostrum/shared/projection/webhooks/messages'
import type { StreamCursors } from '@rostrum/shared/protocol/frame'
import type { Envelope } from '@rostrum/shared/protocol/messages'
import { allPeople, anonymousPlan, noon, plan } from '../../support/fixtures.ts'
import { cursorKey } from '../../support/frame-client.ts'
import { toCommandId } from '../../support/given.ts'
import type { MarkBook } from '../../support/mark-book.ts'
import { drawRoll, makeCommandRoller } from '../../support/random-session.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import { createLog, MemoryLogger, sessionId } from '../../support/session-harness.ts'
import { noTransients } from '../../support/transients.ts'
import { Entitlement } from './entitlement.ts'

const plans = [{ ...plan, questions: { ...plan.questions, attribution: 'hidden' } } as const, plan, anonymousPlan]
const staff = new Set(['chair', 'desk'])
const commandsPerBlock = 12
const blocksPerSession = 40
/** The milliseconds within which the frames of a block are sent. */
const blockMs = 60

/** Plays the session of one seed. Adds every leak to `failures`. */
export async function searchRandomSession(seed: number, marks: MarkBook, failures: string[]): Promise<void> {
  const random = new SeededRandom(seed)
  const its = random.pick(plans)
  const log = openMemoryLog()
  await createLog(log, its)
  let at: Instant = noon
  const ports = { log, now: () => at, logger: new MemoryLogger() }
  const session = await Session.open(sessionId, ports)
  const entitlement = new Entitlement()
  const entities = new Map(allPeople.slice(4).map(({ person }) => [person as string, marks.make()]))
  for (const [person, mark] of entities) {
    entitlement.name(mark, `the entity of ${person}`)
    entitlement.add(mark, { staff: true, people: [person] })
  }
  await session.admit(
    allPeople.map((one) => ({ ...one, entity: entities.get(one.person) ?? one.entity })),
    toCommandId('everybody'),
  )
  const otherNode = await Session.open(sessionId, ports)
  // The listeners must be there before anything is sent.
  for (const node of [session, otherNode]) node.onChange(({ events, to }) => entitlement.noteEvents(events, to, entities))
  session.onChange(({ from, to, events }) =>
    searchMessages({ from, to, events, at }, marks, entitlement, (leak) => failures.push(`seed ${seed}: ${leak}`)),
  )
  const fanouts = [session, otherNode].map((node) => createRealFanout(node, () => at))
  const screens = allPeople.flatMap(({ person }) =>
    fanouts.map((fanout) => new Screen(fanout, person, marks, entitlement, (mark) => failures.push(`seed ${seed}: ${mark}`))),
  )
  const roll = makeCommandRoller()
  for (let index = 0; index < commandsPerBlock * blocksPerSession; index += 1) {
    at = addMillis(at, toInstant(random.nextBelow(2_000)) as never)
    const mark = marks.make()
    const { command, by } = roll(session.state, drawRoll(random), at, mark)
    const { before, data } = { before: session.state, data: nameApart(command.data, mark, marks.make()) }
    entitlement.name(mark, `the text of ${command.type} ${index} by ${by}`)
    entitlement.noteWritten(mark, command.type, data, by, before)
    const reply = await session.execute({ person: by as PersonId }, { ...command, data, id: toCommandId(`${index}`) } as Envelope)
    if (!reply.ok) entitlement.forget(mark)
    if (index % commandsPerBlock !== 0) continue
    await new Promise((resolve) => setTimeout(resolve, blockMs))
    for (const screen of screens) screen.comeBack(random.isLikely(0.5))
  }
  await new Promise((resolve) => setTimeout(resolve, blockMs))
  for (const fanout of fanouts) fanout.close()
  for (const node of [session, otherNode]) await node.close()
}

/** Searches the messages that webhooks send about a commit, to everybody and to the staff. */
function searchMessages(
  commit: Parameters<typeof listMessages>[0],
  marks: MarkBook,
  entitlement: Entitlement,
  report: (leak: string) => void,
): void {
  for (const contents of webhookContents)
    for (const message of listMessages(commit, contents))
      for (const mark of marks.find(Buffer.from(JSON.stringify(message))))
        if (!entitlement.mayRead(mark, 'a webhook', contents === 'staff'))
          report(`a webhook with ${contents} contents reads ${entitlement.describe(mark)} in ${message.type}`)
}

/** Gives a typed name a mark of its own, which nobody may read. The staff may read the note next to it. */
function nameApart(data: object, mark: string, name: string): object {
  return 'speaker' in data && data.speaker === mark ? { ...data, speaker: name } : data
}

const createRealFanout = (session: Session, now: () => Instant): Fanout<EncodedFrame> =>
  new Fanout(session, {
    cursorKey,
    now,
    codec: frameCodec,
    logger: new MemoryLogger(),
    transients: noTransients,
    presence: new Presence(),
    runRound: (round) => round(),
  })

/** Returns the text around the mark. */
const quote = (bytes: Buffer, mark: string): string => {
  const at = bytes.indexOf(mark)
  return at < 0 ? 'a packed or escaped part' : bytes.subarray(Math.max(0, at - 120), at + 60).toString()
}

/** The marks found in each frame, so that a frame for many people is searched once. */
const foundIn = new WeakMap<EncodedFrame, ReadonlySet<string>>()

class Screen {
  readonly #fanout: Fanout<EncodedFrame>
  readonly #person: string
  readonly #check: (frame: EncodedFrame) => void
  #leave: () => void = () => undefined
  #cursors: StreamCursors = {}
  #oldCursors: StreamCursors = {}

  constructor(fanout: Fanout<EncodedFrame>, person: string, marks: MarkBook, entitlement: Entitlement, report: (leak: string) => void) {
    this.#fanout = fanout
    this.#person = person
    this.#check = (frame) => {
      const found = foundIn.get(frame) ?? marks.find(frame.bytes)
      foundIn.set(frame, found)
      for (const mark of found)
        if (!entitlement.mayRead(mark, person, staff.has(person)))
          report(`${person} reads ${entitlement.describe(mark)} in ${quote(frame.bytes, mark)}`)
    }
    this.comeBack(false)
  }

  /** Connects again, with the cursors that it held at its previous return, or with none. */
  comeBack(withCursors: boolean): void {
    this.#leave()
    const held = withCursors ? this.#oldCursors : {}
    this.#oldCursors = this.#cursors
    const unpacks = this.#person.length % 2 === 0
    const send = (frames: readonly EncodedFrame[]) => {
      for (const frame of frames) {
        this.#check(frame)
        this.#cursors = { ...this.#cursors, [frame.stream]: frame.cursor }
      }
    }
    this.#leave = this.#fanout.subscribe({ person: this.#person as PersonId, unpacks, send, end: () => this.#leave() }, held)
  }
}
