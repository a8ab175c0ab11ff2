/** The captions of all sessions on this node. Lines arrive at an address that is a key, and go out to their readers. */
import type { TrackPage } from '@rostrum/shared/api/captions'
import { phaseRules } from '@rostrum/shared/contract/enums'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { CaptionRefusal, CaptionUpdate } from '@rostrum/shared/protocol/captions'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import { whenCloseIsFinal } from '../../engine/session/when-close-is-final.ts'
import type { ServerKey } from '../../people/access/server-key.ts'
import { CaptionRoom, type RoomPorts, type SentLine } from './caption-room.ts'
import { type CaptionFile, countOutside, type FileTaken, refuseFile, toStoredLines } from './file-lines.ts'
import { readCaptionFile } from './read-caption-file.ts'
import type { CaptionReader } from './send-to-readers.ts'
import { readStoredLines, type StoredLines } from './stored-lines.ts'
import { type FoundTrack, TrackKeys } from './track-keys.ts'
import { describeTrack } from './track-page.ts'

export type CaptionsPorts<Packets> = RoomPorts<Packets> & {
  readonly serverKey: ServerKey
  readonly sessions: SessionRegistry
}

export type TakeRefusal = Exclude<CaptionRefusal, 'malformed' | `text-${string}`>

/** The most lines of one track per second, and at once. Nobody speaks so fast, and software sends parts of lines. */
const [linesPerSecond, burst] = [20, 60]

export class Captions<Packets> {
  readonly #ports: CaptionsPorts<Packets>
  readonly keys: TrackKeys
  /** A deleted session may be created again with the same id, also by another node. Its room is another one. */
  readonly #rooms = new Map<SessionId, { readonly session: Session; readonly opening: Promise<CaptionRoom<Packets>> }>()
  /** The programs that keep a connection until their key ends. */
  readonly #senders = new Set<{ readonly track: FoundTrack; readonly key: string; readonly end: () => void }>()
  /** The rooms whose lines have been read from the store. */
  readonly #open = new Map<SessionId, CaptionRoom<Packets>>()
  readonly #credits = new Map<string, { left: number; at: number }>()

  constructor(ports: CaptionsPorts<Packets>) {
    this.#ports = ports
    this.keys = new TrackKeys(ports.serverKey, ports.sessions)
    ports.sessions.onOpened((session) => {
      whenCloseIsFinal(session, () => {
        if (!session.state.captions.kept) void this.#deleteAtClose(session)
      })
      session.onChange(() => {
        for (const { track, key, end } of this.#senders)
          if (track.session.id === session.id && !this.keys.isOf({ ...track, session }, key)) end()
      })
    })
  }

  /**
   * Admits a program that will send with this key, or returns null if the key opens nothing. `end` is called once the key has ended, here
   * or on another node.
   */
  async enter(key: string, end: () => void): Promise<{ readonly group: string; readonly leave: () => void } | null> {
    const track = await this.keys.find(key)
    if (track === null) return null
    const sender = { track, key, end }
    this.#senders.add(sender)
    return { group: `${track.session.id} ${track.language}`, leave: () => void this.#senders.delete(sender) }
  }

  /**
   * Takes a line, and resolves once it is stored. A new line gets `conflict` if other words have its number. Rejects with
   * `StorageUnavailableError` if it cannot be stored.
   */
  async take(key: string, sent: Omit<SentLine, 'language'>): Promise<number | TakeRefusal> {
    const found = await this.keys.find(key)
    if (found === null) return 'forbidden'
    const { session, language } = found
    const room = await this.#getRoom(session)
    // A node that does not hear the others may not know that the key has ended.
    if (session.fault !== null) return 'unavailable'
    // Nothing is awaited until the line is in its queue. So a close comes either before or after it.
    if (!this.keys.isOf(found, key)) return 'forbidden'
    const phase = phaseRules[session.state.session.phase]
    if (!phase.isInSession) return phase.refusal
    if (!this.#takeCredit(`${session.id} ${language}`) || room.isFull(language)) return 'too-fast'
    const taken = await room.take({ ...sent, language })
    return taken === 'taken' ? 'conflict' : room.lastSeq(language)
  }

  /**
   * Replaces all lines of a track with those of a file, even after the close if words are kept. The times in the file are those of the
   * words, so no delay counts. Rejects with `StorageUnavailableError` if it cannot be stored.
   */
  async takeFile(key: string, file: CaptionFile): Promise<FileTaken> {
    const found = await this.keys.find(key)
    if (found === null) return refuseFile('forbidden')
    const { session, language } = found
    const { openedAt } = session.state.session
    if (openedAt === null) return refuseFile('session-not-open')
    const read = await readCaptionFile(file.bytes)
    if (!read.ok) return read
    const start = file.start ?? openedAt
    const late = read.lines.find(({ from }) => start + from > session.now())
    if (late) return refuseFile('captions-after-now', late.place)
    const lines = toStoredLines(read.lines, start)
    const outside = await countOutside(lines, session)
    const room = await this.#getRoom(session)
    const { session: its, captions } = session.state
    if (!this.keys.isOf(found, key)) return refuseFile('forbidden')
    if (its.phase === 'closed' && !captions.kept) return refuseFile('words-not-kept')
    const done = await room.replace(language, lines, file.isTrial)
    return { ok: true, lines: lines.length, outside, ...done }
  }

  /** Returns the content of the page of the captioner with this key, or null if the key opens nothing. */
  async describe(key: string): Promise<TrackPage | null> {
    const found = await this.keys.find(key)
    if (found === null) return null
    const { session, language } = found
    const room = await this.#getRoom(session)
    const { readers } = room.count(language)
    return describeTrack(session.state, { language, lines: room.latest(language), readers, now: session.now() })
  }

  async lastSeq(session: Session, language: SpokenLanguage): Promise<number> {
    return (await this.#getRoom(session)).lastSeq(language)
  }

  async count(session: Session, language: SpokenLanguage) {
    return (await this.#getRoom(session)).count(language)
  }

  /** Returns all stored lines, from any node. */
  async read(session: SessionId): Promise<StoredLines> {
    return await readStoredLines(this.#ports.store, session)
  }

  async list(session: Session) {
    return (await this.#getRoom(session)).list()
  }

  /** From now on, the reader gets the lines of this language, or of none if it is null. Returns null if there are no captions in it. */
  async follow(session: Session, language: string | null, reader: CaptionReader<Packets>): Promise<CaptionUpdate | null> {
    const track = session.state.captions.tracks.find((one) => one.language === language)
    const room = await this.#getRoom(session)
    room.leave(reader)
    return track ? room.follow(track.language, reader) : null
  }

  /** Returns the latest lines as screens show them. Null if there are no captions in this language. */
  async latest(session: Session, language: string): Promise<CaptionUpdate | null> {
    const track = session.state.captions.tracks.find((one) => one.language === language)
    return track ? (await this.#getRoom(session)).show(track.language) : null
  }

  leave(session: Session, reader: CaptionReader<Packets>): void {
    this.#open.get(session.id)?.leave(reader)
  }

  async delete(session: SessionId): Promise<void> {
    await this.#ports.store.clear(`captions/${session}`)
    this.#rooms.delete(session)
    this.#open.get(session)?.close()
    this.#open.delete(session)
  }

  #getRoom(session: Session): Promise<CaptionRoom<Packets>> {
    const known = this.#rooms.get(session.id)
    if (known?.session === session) return known.opening
    this.#open.get(session.id)?.close()
    this.#open.delete(session.id)
    const opening = CaptionRoom.open(session, this.#ports)
    const entry = { session, opening }
    this.#rooms.set(session.id, entry)
    opening.then(
      (room) => (this.#rooms.get(session.id) === entry ? this.#open.set(session.id, room) : room.close()),
      () => this.#rooms.get(session.id) === entry && this.#rooms.delete(session.id),
    )
    return opening
  }

  #takeCredit(track: string): boolean {
    const now = performance.now()
    const { left, at } = this.#credits.get(track) ?? { left: burst, at: now }
    const refilled = Math.min(burst, left + ((now - at) / 1000) * linesPerSecond)
    this.#credits.set(track, { left: Math.max(0, refilled - 1), at: now })
    return refilled >= 1
  }

  async #deleteAtClose(session: Session): Promise<void> {
    try {
      await (await this.#getRoom(session)).deleteAll()
    } catch (error) {
      this.#ports.logger.error({ err: error, session: session.id }, 'captions could not be deleted at the close')
    }
  }
}
