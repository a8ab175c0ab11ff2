/** The booths of all sessions on this node. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { BoothUpdate, BoothView, HandedIn } from '@rostrum/shared/protocol/booth'
import type { Nodes } from '../../engine/nodes/nodes.ts'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import { type BoothReader, BoothRoom } from './booth-room.ts'
import type { Pronunciations } from './pronunciations.ts'

/** The pronunciations of names in the roster, and the events after which they may have changed. */
type PronouncingRoster = {
  readonly isShared: boolean
  get(session: SessionId, person: PersonId): Promise<{ readonly pronounced: string | null }>
  onSaved(listener: (session: SessionId, people: readonly (readonly [PersonId, unknown])[]) => void): void
  onErased(listener: (session: SessionId) => void): void
}

export type BoothsPorts<Packets> = {
  readonly sessions: SessionRegistry
  readonly nodes: Nodes
  readonly encode: (update: BoothUpdate) => Packets
  readonly roster: PronouncingRoster
  readonly logger: Logger
}

export class Booths<Packets> {
  readonly #ports: BoothsPorts<Packets>
  readonly #rooms = new Map<SessionId, BoothRoom<Packets>>()

  constructor(ports: BoothsPorts<Packets>) {
    this.#ports = ports
    const { roster } = ports
    // Rooms exist from the first commit on, so that every node knows which texts are over.
    ports.sessions.onOpened((session) => void this.#getRoom(session))
    roster.onSaved((session, people) => this.#findPronunciations(session)?.readAgain(people.map(([person]) => person)))
    roster.onErased((session) => this.#findPronunciations(session)?.forget())
  }

  /** Returns null if there is no space. */
  handIn(session: Session, person: PersonId, handedIn: HandedIn): Instant | null {
    const room = this.#getRoom(session)
    const at = room.memory.handIn(person, handedIn, session.now())
    room.showSoon()
    return at
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

  /** Returns false if another device is on the air, or if nobody is there to take over. */
  handOver(session: Session, booth: SpokenLanguage, device: string): boolean {
    return this.#change(session, (room) => room.countScreens(booth) > 1 && room.memory.handOver(booth, device, session.now()))
  }

  follow(session: Session, booth: SpokenLanguage, reader: BoothReader<Packets>): BoothView {
    return this.#getRoom(session).follow(booth, reader)
  }

  leave(session: Session, reader: BoothReader<Packets>): void {
    this.#rooms.get(session.id)?.leave(reader)
  }

  /** Deletes everything that a deleted session held. */
  delete(session: SessionId): void {
    this.#rooms.get(session)?.stop()
    this.#rooms.delete(session)
  }

  close(): void {
    for (const room of this.#rooms.values()) room.stop()
  }

  #change<T>(session: Session, act: (room: BoothRoom<Packets>) => T): T {
    const room = this.#getRoom(session)
    const result = act(room)
    room.show()
    return result
  }

  #findPronunciations(session: SessionId): Pronunciations | undefined {
    return this.#rooms.get(session)?.pronunciations
  }

  /** Returns the room of a session. If the session was opened again, as after a loss of its log, it gets a new room. */
  #getRoom(session: Session): BoothRoom<Packets> {
    const known = this.#rooms.get(session.id)
    if (known?.session === session) return known
    known?.stop()
    const { encode, roster, nodes, logger } = this.#ports
    const room = new BoothRoom(session, nodes, encode, {
      ...{ logger, isShared: roster.isShared },
      read: async (person) => (await roster.get(session.id, person)).pronounced,
    })
    this.#rooms.set(session.id, room)
    return room
  }
}
