/**
 * What the booths of one session hold: in memory alone, so that no byte of it is ever on a disk. Every node has all of it. What two nodes
 * were given at the same time becomes the same on both, whichever of them hears the other first.
 */
import { createHash } from 'node:crypto'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { HandedIn, OnAir, PartnerLine } from '@rostrum/shared/protocol/booth'

/** The last that was said of one thing, such as the text of one person. A value of null: it was taken back. */
type Held = { readonly at: Instant; readonly value: HandedIn | PartnerLine | OnAir | null }
/** `text <person>`, `line <booth> <id>`, `air <booth>`. */
export type HeldThings = Readonly<Record<string, Held>>

/** Characters of all texts together: hours of speaking. */
const maxLetters = 3_000_000
/** Lines that a booth keeps. */
const maxLines = 50

export class BoothMemory {
  readonly #held = new Map<string, Held>()
  /** When this node got each, by its own clock, to say what is news. */
  readonly #gotAt = new Map<string, number>()
  #digest: string | null = null

  /** Null where there is no space. */
  handIn(person: PersonId, value: HandedIn, at: Instant): Instant | null {
    const others = [...this.#held].filter(([key]) => key !== `text ${person}`)
    const letters = others.reduce((sum, [, { value }]) => sum + (value !== null && 'text' in value ? value.text.length : 0), 0)
    if (letters + value.text.length > maxLetters) return null
    return this.#put(`text ${person}`, value, at)
  }

  takeBack(person: PersonId, at: Instant): void {
    if (this.getText(person) !== null) this.#put(`text ${person}`, null, at)
  }

  getText(person: PersonId): (HandedIn & { readonly at: Instant }) | null {
    const held = this.#held.get(`text ${person}`)
    return held?.value && 'mark' in held.value ? { ...held.value, at: held.at } : null
  }

  /** Since when the person has taken back what they handed in. Null where they have not, or it is forgotten. */
  getTakenBackAt(person: PersonId): Instant | null {
    const held = this.#held.get(`text ${person}`)
    return held?.value === null ? held.at : null
  }

  listTexts(): readonly (readonly [PersonId, Instant])[] {
    return [...this.#held].flatMap(([key, { at, value }]) =>
      key.startsWith('text ') && value !== null ? [[key.slice('text '.length) as PersonId, at] as const] : [],
    )
  }

  /** A line with an id that is known changes nothing. */
  write(booth: SpokenLanguage, line: PartnerLine): void {
    const key = `line ${booth} ${line.id}`
    if (this.#held.has(key)) return
    this.#put(key, line, line.at)
    this.#dropOldLines(booth)
  }

  listLines(booth: SpokenLanguage): readonly PartnerLine[] {
    return this.#listLines(booth).map(([, line]) => line)
  }

  /** A device that is on the air stays there, and hands over no more. */
  putOnAir(booth: SpokenLanguage, device: string, at: Instant): void {
    const before = this.getOnAir(booth)
    this.#put(`air ${booth}`, { device, since: before?.device === device ? before.since : at, handsOver: false }, at)
  }

  /** It stays on the air until another one takes over. False where another one has. */
  handOver(booth: SpokenLanguage, device: string, at: Instant): boolean {
    const onAir = this.getOnAir(booth)
    if (onAir?.device !== device) return false
    this.#put(`air ${booth}`, { ...onAir, handsOver: true }, at)
    return true
  }

  getOnAir(booth: SpokenLanguage): OnAir | null {
    const held = this.#held.get(`air ${booth}`)
    return held?.value && 'since' in held.value ? held.value : null
  }

  /** The same on nodes that hold the same. */
  get digest(): string {
    this.#digest ??= createHash('sha256')
      .update(JSON.stringify([...this.#held].map(([key, { at }]) => [key, at]).toSorted()))
      .digest('base64url')
    return this.#digest
  }

  /** `since`: what this node got from then on, by its own clock. */
  list(since: number): HeldThings {
    return Object.fromEntries([...this.#held].filter(([key]) => (this.#gotAt.get(key) ?? 0) >= since))
  }

  /** What another node holds. The later of two stays, and of two at one instant the same on every node. Says whether anything changed. */
  merge(things: HeldThings): boolean {
    let hasChanged = false
    for (const [key, { at, value }] of Object.entries(things)) {
      const own = this.#held.get(key)
      if (own && (own.at > at || (own.at === at && JSON.stringify(own.value) >= JSON.stringify(value)))) continue
      this.#put(key, value, at)
      if (key.startsWith('line ')) this.#dropOldLines(key.split(' ')[1] as SpokenLanguage)
      hasChanged = true
    }
    return hasChanged
  }

  /** What the node knows by itself to be over, and every other node too. */
  forgetText(person: PersonId): void {
    if (this.#held.delete(`text ${person}`)) this.#digest = null
  }

  forgetAll(): void {
    this.#held.clear()
    this.#gotAt.clear()
    this.#digest = null
  }

  /** Never earlier than what it replaces, so that it wins on every node. */
  #put(key: string, value: Held['value'], at: Instant): Instant {
    const later = Math.max(at, (this.#held.get(key)?.at ?? 0) + 1) as Instant
    this.#held.set(key, { at: later, value })
    this.#gotAt.set(key, performance.now())
    this.#digest = null
    return later
  }

  #listLines(booth: SpokenLanguage): readonly (readonly [key: string, PartnerLine])[] {
    return [...this.#held]
      .flatMap(([key, { value }]) => (key.startsWith(`line ${booth} `) && value !== null && 'id' in value ? [[key, value] as const] : []))
      .sort(([, one], [, other]) => one.at - other.at || (one.id < other.id ? -1 : 1))
  }

  #dropOldLines(booth: SpokenLanguage): void {
    for (const [key] of this.#listLines(booth).slice(0, -maxLines)) this.#held.delete(key)
  }
}
