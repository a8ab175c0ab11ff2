/** The captions of one session on this node: its lines, its readers, and the lines that wait to be stored. */

import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Millis } from '@rostrum/shared/kernel/time'
import { fileRun, writeLineId } from '@rostrum/shared/protocol/caption-line-id'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import type { Nodes } from '../../engine/nodes/nodes.ts'
import type { Share } from '../../engine/nodes/share.ts'
import type { Session } from '../../engine/session/session.ts'
import type { Store } from '../../engine/store/store.ts'
import type { Logger } from '../../engine/telemetry/logger.ts'
import type { SpokenCaption } from './caption-file.ts'
import {
  describeTurnAt,
  haveSameWords,
  type LineIntent,
  maxTrackLines,
  type StoredLine,
  showLine,
  sortAsSpoken,
  TrackLines,
} from './caption-line.ts'
import { type CaptionNews, captionShare, newsFor, readNewsKey, writeNewsKey } from './caption-news.ts'
import { LatestLines } from './latest-lines.ts'
import { type CaptionReader, sendToReaders } from './send-to-readers.ts'
import { readStoredLines, writeRowKey } from './stored-lines.ts'

/** `waited`: how long, in milliseconds, its sender kept it. */
export type SentLine = {
  readonly language: SpokenLanguage
  readonly seq: number | null
  readonly text: string
  readonly waited: number
  readonly intent: LineIntent
}
type Waiting = {
  readonly sent: SentLine
  readonly resolve: (stored: boolean | 'taken') => void
  readonly reject: (error: unknown) => void
}

export type RoomPorts<Packets> = {
  readonly store: Store
  readonly nodes: Nodes
  readonly logger: Logger
  readonly encode: (update: CaptionUpdate) => Packets
  /** Whether the frames of any session are being sent on this node. Captions give way to them. */
  readonly isSendingFrames: () => boolean
}

/** The number of lines on a captioner's page. */
const maxOnPage = 50

export class CaptionRoom<Packets> {
  readonly session: Session
  readonly #ports: RoomPorts<Packets>
  readonly #tracks = new Map<string, TrackLines>()
  readonly #readers = new Map<string, Set<CaptionReader<Packets>>>()
  readonly #lastAt = new Map<string, number>()
  readonly #latest = new LatestLines()
  #waiting: Waiting[] = []
  #lastChange: Promise<unknown> = Promise.resolve()
  readonly #news: Share<CaptionNews>
  /** Lines that a file has replaced. Another node may still send news of them. */
  readonly #gone = new Set<string>()
  #sending: Promise<void> = Promise.resolve()

  private constructor(session: Session, ports: RoomPorts<Packets>) {
    this.session = session
    this.#ports = ports
    this.#news = ports.nodes.open(captionShare, session.id, (keys) => this.#hear(keys))
  }

  static async open<Packets>(session: Session, ports: RoomPorts<Packets>): Promise<CaptionRoom<Packets>> {
    const room = new CaptionRoom(session, ports)
    for (const [language, lines] of await readStoredLines(ports.store, session.id)) {
      room.#tracks.set(language, TrackLines.of(lines))
      room.#noteTimes(language, lines)
    }
    return room
  }

  /**
   * Stores a line. Resolves once it is stored, with false if it was already stored. Resolves with `taken` if other words have its number.
   * Rejects if it cannot be stored.
   */
  take(sent: SentLine): Promise<boolean | 'taken'> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ sent, resolve, reject })
      // All lines that arrive until then are stored together.
      if (this.#waiting.length === 1) void this.#inTurn(() => this.#storeGroup(this.#waiting.splice(0)))
    })
  }

  /**
   * Replaces all lines of the language, whichever node stored them. `isTrial`: only returns what would happen. `changed`: false if the same
   * lines are already there. Readers keep what they have seen.
   */
  replace(
    language: SpokenLanguage,
    lines: readonly StoredLine[],
    isTrial: boolean,
  ): Promise<{ readonly replaced: number; readonly changed: boolean }> {
    return this.#inTurn(async () => {
      const table = `captions/${this.session.id}` as const
      const present = (await readStoredLines(this.#ports.store, this.session.id)).get(language) ?? []
      const changed = !haveSameWords(sortAsSpoken(present), lines, this.session.state.session.openedAt ?? 0)
      if (changed && !isTrial) {
        const makeKey = (line: StoredLine) => writeRowKey(language, line)
        await this.#ports.store.exchange(
          table,
          present.map(makeKey),
          lines.map((line) => [makeKey(line), line]),
        )
        for (const line of present) this.#gone.add(makeKey(line))
        this.#putTrack(language, lines)
        this.#tell(writeNewsKey(language, 'file'), null)
      }
      return { replaced: present.length, changed }
    })
  }

  /** Reads the lines of a language again after another node has stored a file. */
  async #readAgain(language: SpokenLanguage): Promise<void> {
    try {
      await this.#inTurn(async () => {
        const stored = await readStoredLines(this.#ports.store, this.session.id)
        this.#putTrack(language, stored.get(language) ?? [])
      })
    } catch (error) {
      this.#ports.logger.error({ err: error, session: this.session.id }, 'captions cannot be read')
    }
  }

  #putTrack(language: SpokenLanguage, lines: readonly StoredLine[]): void {
    const track = TrackLines.of(lines)
    for (const id of this.#getTrack(language).byId.keys()) if (!track.byId.has(id)) this.#gone.add(`${language}/${id}`)
    this.#tracks.set(language, track)
  }

  /** Deletes all lines, once the current store has finished. */
  deleteAll(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#ports.store.clear(`captions/${this.session.id}`)
      this.#tracks.clear()
    })
  }

  lastSeq(language: string): number {
    return this.#tracks.get(language)?.lastSeq ?? 0
  }

  isFull(language: string): boolean {
    return this.#getTrack(language).byId.size >= maxTrackLines
  }

  count(language: string): { readonly lines: number; readonly readers: number; readonly lastAt: number | null } {
    return {
      lines: this.#tracks.get(language)?.byId.size ?? 0,
      readers: this.#readers.get(language)?.size ?? 0,
      lastAt: this.#lastAt.get(language) ?? null,
    }
  }

  /** Returns the lines that a captioner can correct. */
  latest(language: string): readonly StoredLine[] {
    return this.#getTrack(language)
      .listLatest()
      .filter(({ run }) => run !== fileRun)
      .slice(-maxOnPage)
  }

  /** Returns the latest lines. From then on the reader gets every new one. */
  follow(language: SpokenLanguage, reader: CaptionReader<Packets>): CaptionUpdate {
    const readers = this.#readers.get(language) ?? new Set()
    this.#readers.set(language, readers.add(reader))
    return this.show(language)
  }

  /** Returns the latest lines as screens show them: the same object until something of it changes, because all readers ask for it. */
  show(language: SpokenLanguage): CaptionUpdate {
    return this.#latest.show(this.session.state, language, this.#getTrack(language))
  }

  /** Lists the languages in which something was said, with their lines as they were spoken. */
  list(): ReadonlyMap<string, readonly SpokenCaption[]> {
    const { state } = this.session
    const spoken = [...this.#tracks].filter(([, { byId }]) => byId.size > 0)
    return new Map(
      spoken.map(([language, { byId }]) => [
        language,
        sortAsSpoken([...byId.values()]).map(({ spokenAt, text }) => ({ spokenAt, text, turn: describeTurnAt(state, spokenAt) })),
      ]),
    )
  }

  leave(reader: CaptionReader<Packets>): void {
    for (const readers of this.#readers.values()) readers.delete(reader)
  }

  close(): void {
    this.#news.close()
  }

  /** Sends news to the other nodes. It is never earlier than what it corrects, so that it wins on every node. */
  #tell(key: string, line: StoredLine | null): void {
    const news = { at: Math.max(this.session.now(), (this.#news.get(key)?.at ?? 0) + 1), line }
    this.#news.put(key, news)
    setTimeout(() => this.#news.own.get(key) === news && this.#news.delete(key), newsFor).unref()
  }

  /** Shows lines that another node has stored. A line that is known or was replaced by a file changes nothing. */
  #hear(keys: readonly string[]): void {
    const { session, captions } = this.session.state
    if (session.phase === 'closed' && !captions.kept) return
    for (const key of keys) {
      const [language] = readNewsKey(key)
      // The later of two corrections counts, and it may be this node's own.
      const line = this.#news.get(key)?.line
      if (line === null) void this.#readAgain(language)
      if (!line) continue
      const track = this.#getTrack(language)
      const id = writeLineId(line)
      if (track.byId.get(id)?.text === line.text || this.#gone.has(writeRowKey(language, line))) continue
      track.add(line)
      this.#announce(language, [line])
    }
  }

  /** Changes what is stored, one change after the other. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#lastChange.then(change)
    // The caller of this change gets its error; the next change is made all the same.
    this.#lastChange = Promise.allSettled([done])
    return done
  }

  /** Stores everything that arrived while the previous group was being stored. */
  async #storeGroup(group: readonly Waiting[]): Promise<void> {
    const at = this.session.now()
    const { delay } = this.session.state.captions
    const placed = group.map((waiting) => {
      const track = this.#getTrack(waiting.sent.language)
      const place = track.place(waiting.sent, at, (delay + waiting.sent.waited) as Millis)
      const line = place === 'taken' ? null : place
      const before = line && track.byId.get(writeLineId(line))
      if (line) track.add(line)
      return { ...waiting, line, before, result: place === 'taken' ? place : line !== null }
    })
    const rows = placed.flatMap(({ sent, line }) => (line ? [[writeRowKey(sent.language, line), line] as const] : []))
    try {
      if (rows.length > 0) await this.#ports.store.putAll(`captions/${this.session.id}`, rows)
    } catch (error) {
      for (const { sent, line, before, reject } of placed.toReversed()) {
        if (line) this.#getTrack(sent.language).restore(line, before ?? null)
        reject(error)
      }
      return
    }
    for (const { sent, resolve, line, result } of placed) {
      if (line) this.#tell(writeNewsKey(sent.language, writeLineId(line)), line)
      resolve(result)
    }
    for (const language of new Set(placed.map(({ sent }) => sent.language)))
      this.#announce(
        language,
        placed.flatMap(({ sent, line }) => (line && sent.language === language ? [line] : [])),
      )
  }

  #noteTimes(language: string, lines: readonly StoredLine[]): void {
    this.#lastAt.set(
      language,
      lines.reduce((latest, { at }) => Math.max(latest, at), this.#lastAt.get(language) ?? 0),
    )
  }

  #announce(language: SpokenLanguage, lines: readonly StoredLine[]): void {
    if (lines.length === 0) return
    this.#noteTimes(language, lines)
    const readers = this.#readers.get(language)
    if (!readers || readers.size === 0) return
    const packets = this.#ports.encode({ language, lines: lines.map((line) => showLine(this.session.state, line)) })
    this.#sending = this.#sending.then(() => sendToReaders(readers, packets, this.#ports.isSendingFrames))
  }

  #getTrack(language: string): TrackLines {
    const known = this.#tracks.get(language)
    if (known) return known
    const track = new TrackLines()
    this.#tracks.set(language, track)
    return track
  }
}
