/** The booths of all sessions on this node, and their words on the other nodes. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { BoothUpdate, BoothView, HandedIn } from '@rostrum/shared/protocol/booth'
import { startExchange } from '../../engine/presence/node-exchange.ts'
import type { Heartbeat } from '../../engine/presence/node-heartbeat.ts'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import type { NodeChannel } from '../../engine/store/store.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import type { HeldThings } from './booth-memory.ts'
import { type BoothReader, BoothRoom } from './booth-room.ts'
import type { Pronunciations } from './pronunciations.ts'

/** What the roster says of how names are pronounced, and when that may be another. */
type PronouncingRoster = {
  get(session: SessionId, person: PersonId): Promise<{ readonly pronounced: string | null }>
  onSaved(listener: (session: SessionId, people: readonly (readonly [PersonId, unknown])[]) => void): void
  onErased(listener: (session: SessionId) => void): void
}

export type BoothsPorts<Packets> = {
  readonly sessions: SessionRegistry
  /** Null where there are no other nodes. */
  readonly nodes: NodeChannel | null
  readonly encode: (update: BoothUpdate) => Packets
  readonly roster: PronouncingRoster
  readonly logger: Logger
}

/** What a node tells the others of one session. `things`: news, or all where a node holds something else. */
type RoomReport = { readonly digest: string; readonly things: HeldThings; readonly readers: Readonly<Record<string, number>> }
type NodeReport = Readonly<Record<SessionId, RoomReport>>

/** Milliseconds for which news is repeated, and after which everything goes to a node that still holds something else. */
const [newsFor, patience] = [5_000, 2_500]

export class Booths<Packets> {
  readonly #ports: BoothsPorts<Packets>
  readonly #rooms = new Map<SessionId, BoothRoom<Packets>>()
  /** Since when another node holds something else, by this node's own clock. */
  readonly #differsSince = new Map<SessionId, number>()
  readonly #exchange: Heartbeat | null

  constructor(ports: BoothsPorts<Packets>) {
    this.#ports = ports
    const { nodes, logger, roster } = ports
    this.#exchange =
      nodes &&
      startExchange({
        ...{ nodes, logger, topic: 'booth' },
        tell: () => this.#tell(),
        hear: (reports) => this.#hear(reports),
      })
    // From the first commit on, so that every node knows what is over.
    ports.sessions.onOpened((session) => void this.#getRoom(session))
    roster.onSaved((session, people) => this.#findPronunciations(session)?.readAgain(people.map(([person]) => person)))
    roster.onErased((session) => this.#findPronunciations(session)?.forget())
  }

  /** Null where there is no space. */
  handIn(session: Session, person: PersonId, handedIn: HandedIn): Instant | null {
    return this.#change(session, ({ memory }) => memory.handIn(person, handedIn, session.now()))
  }

  takeBack(session: Session, person: PersonId): void {
    this.#change(session, ({ memory }) => memory.takeBack(person, session.now()))
  }

  getHandedIn(session: Session, person: PersonId): (HandedIn & { readonly at: Instant }) | null {
    return this.#getRoom(session).memory.getText(person)
  }

  getTakenBackAt(session: Session, person: PersonId): Instant | null {
    return this.#getRoom(session).memory.getTakenBackAt(person)
  }

  write(session: Session, booth: SpokenLanguage, line: { readonly id: string; readonly device: string; readonly text: string }): void {
    this.#change(session, ({ memory }) => memory.write(booth, { ...line, at: session.now() }))
  }

  putOnAir(session: Session, booth: SpokenLanguage, device: string): void {
    this.#change(session, ({ memory }) => memory.putOnAir(booth, device, session.now()))
  }

  /** False where another device is on the air, or nobody is there to take over. */
  handOver(session: Session, booth: SpokenLanguage, device: string): boolean {
    return this.#change(session, (room) => room.countScreens(booth) > 1 && room.memory.handOver(booth, device, session.now()))
  }

  follow(session: Session, booth: SpokenLanguage, reader: BoothReader<Packets>): BoothView {
    const view = this.#getRoom(session).follow(booth, reader)
    this.#exchange?.sendNow()
    return view
  }

  leave(session: Session, reader: BoothReader<Packets>): void {
    this.#rooms.get(session.id)?.leave(reader)
  }

  /** What a deleted session held. */
  delete(session: SessionId): void {
    this.#rooms.get(session)?.stop()
    this.#rooms.delete(session)
  }

  close(): void {
    this.#exchange?.stop()
    for (const room of this.#rooms.values()) room.stop()
  }

  #change<T>(session: Session, act: (room: BoothRoom<Packets>) => T): T {
    const room = this.#getRoom(session)
    const result = act(room)
    room.show()
    this.#exchange?.sendNow()
    return result
  }

  /** A session that is opened again, as after its log was lost, begins with a new room. */
  #findPronunciations(session: SessionId): Pronunciations | undefined {
    return this.#rooms.get(session)?.pronunciations
  }

  #getRoom(session: Session): BoothRoom<Packets> {
    const known = this.#rooms.get(session.id)
    if (known?.session === session) return known
    known?.stop()
    const { encode, roster, nodes, logger } = this.#ports
    const room = new BoothRoom(session, encode, {
      ...{ logger, isShared: nodes !== null },
      read: async (person) => (await roster.get(session.id, person)).pronounced,
    })
    this.#rooms.set(session.id, room)
    return room
  }

  #tell(): string {
    const now = performance.now()
    const report = [...this.#rooms].map(([id, room]): readonly [SessionId, RoomReport] => {
      const since = now - (this.#differsSince.get(id) ?? now) > patience ? 0 : now - newsFor
      return [id, { digest: room.memory.digest, things: room.memory.list(since), readers: room.countReaders() }]
    })
    return JSON.stringify(Object.fromEntries(report.filter(([id, { readers }]) => !this.#isEmpty(id) || Object.keys(readers).length > 0)))
  }

  #isEmpty(id: SessionId): boolean {
    return Object.keys(this.#rooms.get(id)?.memory.list(0) ?? {}).length === 0
  }

  #hear(messages: ReadonlyMap<string, string | null>): void {
    // Written by another node of this program.
    const reports = [...messages.values()].flatMap((message) => (message ? [JSON.parse(message) as NodeReport] : []))
    for (const [id, room] of this.#rooms) {
      const heard = reports.flatMap((report) => report[id] ?? [])
      for (const { things } of heard) room.memory.merge(things)
      this.#noteDifference(
        id,
        heard.some(({ digest }) => digest !== room.memory.digest) || (heard.length < reports.length && !this.#isEmpty(id)),
      )
      room.countElsewhere(addUp(heard.map(({ readers }) => readers)))
    }
  }

  #noteDifference(id: SessionId, differs: boolean): void {
    if (!differs) this.#differsSince.delete(id)
    else if (!this.#differsSince.has(id)) this.#differsSince.set(id, performance.now())
  }
}

function addUp(counts: readonly Readonly<Record<string, number>>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [booth, count] of counts.flatMap((one) => Object.entries(one))) sums.set(booth, (sums.get(booth) ?? 0) + count)
  return sums
}
