/** The booths of one session on this node: the view of each, and its readers. */
import type { EntryId, PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Announced, BoothUpdate, BoothView, HandedIn } from '@rostrum/shared/protocol/booth'
import { z } from 'zod'
import type { Nodes } from '../../engine/nodes/nodes.ts'
import type { Share, ShareKind } from '../../engine/nodes/share.ts'
import type { StateChange } from '../../engine/session/change-listeners.ts'
import type { Session } from '../../engine/session/session.ts'
import { BoothMemory, boothShare } from './booth-memory.ts'
import { type PronunciationPorts, Pronunciations } from './pronunciations.ts'

/** One screen of an interpreter. `Packets`: an encoded update. */
export type BoothReader<Packets> = { readonly send: (packets: Packets) => void }

type Booth<Packets> = { readonly readers: Set<BoothReader<Packets>>; shown: BoothView }

const shownNext = 5
/** The time in which texts are gathered before they are shown. */
const momentMs = 100

/** The number of connected screens of each booth. */
export const screenShare: ShareKind<number> = {
  name: 'booth-screens',
  value: z.int().positive(),
  merge: (one, other) => one + other,
  keptBy: 'its-node',
  sent: 'at-once',
  maxKeys: 1_000,
}

export class BoothRoom<Packets> {
  readonly memory: BoothMemory
  readonly session: Session
  readonly #encode: (update: BoothUpdate) => Packets
  readonly #booths = new Map<SpokenLanguage, Booth<Packets>>()
  readonly pronunciations: Pronunciations
  readonly #screens: Share<number>
  readonly #stop: () => void
  #showing: NodeJS.Timeout | undefined

  constructor(session: Session, nodes: Nodes, encode: (update: BoothUpdate) => Packets, roster: Omit<PronunciationPorts, 'onChange'>) {
    this.session = session
    this.#encode = encode
    const held = nodes.open(boothShare, session.id, () => {
      this.memory.dropOldLines()
      this.showSoon()
    })
    this.memory = new BoothMemory(held)
    this.#screens = nodes.open(screenShare, session.id, () => this.show())
    this.pronunciations = new Pronunciations({ ...roster, onChange: () => this.show() })
    const unfollow = session.onChange((change) => this.#followSession(change))
    this.#stop = () => {
      unfollow()
      clearTimeout(this.#showing)
      this.pronunciations.follow(new Set())
      this.memory.forgetAll()
      held.close()
      this.#screens.close()
    }
  }

  follow(language: SpokenLanguage, reader: BoothReader<Packets>): BoothView {
    const booth = this.#getBooth(language)
    booth.readers.add(reader)
    this.#screens.put(language, booth.readers.size)
    this.show()
    return booth.shown
  }

  leave(reader: BoothReader<Packets>): void {
    for (const [language, { readers }] of this.#booths) {
      if (!readers.delete(reader)) continue
      if (readers.size === 0) this.#screens.delete(language)
      else this.#screens.put(language, readers.size)
      this.show()
    }
  }

  /** Returns the number of screens of a booth, on all nodes. */
  countScreens(language: SpokenLanguage): number {
    return this.#screens.get(language) ?? 0
  }

  /** Sends each booth what has changed, together with what changes in the next moment: many people hand in at once, and few are shown. */
  showSoon(): void {
    this.#showing ??= setTimeout(() => {
      this.#showing = undefined
      this.show()
    }, momentMs)
  }

  /** Sends each booth what has changed for it. */
  show(): void {
    this.#dropOver()
    const { state } = this.session
    const seen = [getSpeaker(state), ...listNextEntries(state).map((entry) => state.queue.entries.get(entry)?.speaker.person)]
    this.pronunciations.follow(new Set(this.#booths.size === 0 ? [] : seen.filter((person) => person != null)))
    for (const [language, booth] of this.#booths) {
      const before = booth.shown
      booth.shown = this.#makeView(language)
      const changed = Object.entries(booth.shown).filter(([name, value]) => !isSame(value, before[name as keyof BoothView]))
      if (changed.length === 0 || booth.readers.size === 0) continue
      const packets = this.#encode(Object.fromEntries(changed))
      for (const reader of booth.readers) reader.send(packets)
    }
  }

  stop(): void {
    this.#stop()
  }

  #followSession({ from, to }: StateChange): void {
    if (from.floor !== to.floor || from.queue !== to.queue || from.people !== to.people || from.session !== to.session) this.show()
  }

  /**
   * Forgets texts that are over. A text is for one turn. It is forgotten once that turn is over and another is running, so that an undo
   * still finds it. All texts are forgotten at the close, and the text of a person when their access ends.
   */
  #dropOver(): void {
    const { session, floor, people } = this.session.state
    if (session.phase === 'closed') this.memory.forgetAll()
    const texts = this.memory.listTexts()
    if (texts.length === 0) return
    // The past turns are read once, however many texts there are.
    const endedAt = new Map(floor.past.map((turn) => [turn.speaker?.person, turn.endedAt]))
    for (const [person, at] of texts) {
      const isRevoked = people.all.get(person)?.revoked !== false
      const isNextSpeaking = floor.current?.startedAt != null && getSpeaker(this.session.state) !== person
      const isOver = isNextSpeaking && (endedAt.get(person) ?? 0) > at
      if (isRevoked || (isOver && floor.interrupted?.entry?.speaker.person !== person)) this.memory.forgetText(person)
    }
  }

  #getBooth(language: SpokenLanguage): Booth<Packets> {
    const known = this.#booths.get(language)
    if (known) return known
    const booth: Booth<Packets> = { readers: new Set(), shown: emptyView }
    this.#booths.set(language, booth)
    return booth
  }

  #makeView(language: SpokenLanguage): BoothView {
    const { state } = this.session
    const speaker = getSpeaker(state)
    const announced = this.#findAnnounced(speaker)
    const turn = state.floor.current?.id
    const screens = this.countScreens(language)
    const onAir = this.memory.getOnAir(language)
    return {
      current: announced && turn ? { turn, ...announced } : null,
      next: this.#listNext(state),
      lines: this.memory.listLines(language),
      // A handover needs somebody who can take over.
      onAir: onAir && { ...onAir, handsOver: onAir.handsOver && screens > 1 },
      screens,
    }
  }

  #listNext(state: State): BoothView['next'] {
    return Object.fromEntries(
      listNextEntries(state).flatMap((entry): readonly (readonly [EntryId, Announced])[] => {
        const announced = this.#findAnnounced(state.queue.entries.get(entry)?.speaker.person)
        return announced ? [[entry, { ...announced, mark: announced.text === '' ? null : announced.mark }]] : []
      }),
    )
  }

  /** Returns what was handed in. If it has no pronunciation of the name, the one in the roster is used. */
  #findAnnounced(person: PersonId | null | undefined): HandedIn | null {
    if (person == null) return null
    const handedIn = this.memory.getText(person)
    const pronounced = handedIn?.pronounced ?? this.pronunciations.get(person)
    if (handedIn) return { text: handedIn.text, mark: handedIn.mark, pronounced }
    return pronounced === null ? null : { text: '', mark: 'check', pronounced }
  }
}

const emptyView: BoothView = { current: null, next: {}, lines: [], onAir: null, screens: 0 }

const listNextEntries = ({ queue }: State): readonly EntryId[] => {
  const ordered = queue.order.slice(0, shownNext).map(({ entry }) => entry)
  const replies = queue.replies.slice(0, shownNext)
  return (queue.repliesFirst ? [...replies, ...ordered] : [...ordered, ...replies]).slice(0, shownNext)
}

const getSpeaker = ({ floor }: State): PersonId | null => floor.current?.entry?.speaker.person ?? null

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
