/**
 * Everything that the booths of one session hold. It is in memory only, so that no byte of it is ever on a disk. Every node holds all of
 * it, and gives it to a node that returns.
 */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Instant } from '@rostrum/shared/kernel/time'
import { boothLengths, type HandedIn, type OnAir, type PartnerLine, textMarks } from '@rostrum/shared/protocol/booth'
import { z } from 'zod'
import { Share, type ShareKind } from '../../engine/nodes/share.ts'

const instant = z.number().transform((at) => at as Instant)
const word = z.string().max(100)
/** A text of so many graphemes. The doors have counted them; here, only the units that they may take are bounded. */
const textOf = (graphemes: number, unitsOfOne = 16) => z.string().max(graphemes * unitsOfOne)
const heldValue = z.union([
  z.strictObject({
    text: textOf(boothLengths.text, 2),
    mark: z.enum(textMarks),
    pronounced: textOf(boothLengths.pronounced).nullable(),
  }) satisfies z.ZodType<HandedIn>,
  z.strictObject({ id: word, device: word, text: textOf(boothLengths.line), at: instant }) satisfies z.ZodType<PartnerLine>,
  z.strictObject({ device: word, since: instant, handsOver: z.boolean() }) satisfies z.ZodType<OnAir>,
])
/** The latest value of one thing, such as the text of one person. Null if it was taken back. */
const held = z.strictObject({ at: instant, value: heldValue.nullable() })
type Held = Readonly<z.infer<typeof held>>

/** The key of the text of a person, of a line to the partner, or of the device that is on the air. No part has a space. */
type HeldKey =
  | readonly ['text', person: PersonId]
  | readonly ['line', booth: SpokenLanguage, id: string]
  | readonly ['air', booth: SpokenLanguage]
const writeKey = (...key: HeldKey): string => key.join(' ')
const readKey = (key: string): HeldKey => key.split(' ') as unknown as HeldKey

/** The later value wins; of two from the same instant, every node keeps the same one. */
export const boothShare: ShareKind<Held> = {
  name: 'booth',
  value: held,
  merge: (one, other) => {
    if (one.at !== other.at) return one.at > other.at ? one : other
    return JSON.stringify(one.value) >= JSON.stringify(other.value) ? one : other
  },
  keptBy: 'every-node',
  sent: 'at-once',
  maxKeys: 20_000,
}

/** The most characters of all texts together: hours of speaking. */
const maxLetters = 3_000_000
/** The most lines that a booth keeps. */
const maxLines = 50

export class BoothMemory {
  readonly #held: Share<Held>

  constructor(share: Share<Held> = new Share(boothShare)) {
    this.#held = share
  }

  /** Returns null if there is no space. */
  handIn(person: PersonId, value: HandedIn, at: Instant): Instant | null {
    const others = [...this.#held.own].filter(([key]) => key !== writeKey('text', person))
    const letters = others.reduce((sum, [, { value }]) => sum + (value !== null && 'text' in value ? value.text.length : 0), 0)
    if (letters + value.text.length > maxLetters) return null
    return this.#put(writeKey('text', person), value, at)
  }

  takeBack(person: PersonId, at: Instant): void {
    if (this.getText(person) !== null) this.#put(writeKey('text', person), null, at)
  }

  getText(person: PersonId): (HandedIn & { readonly at: Instant }) | null {
    const held = this.#held.own.get(writeKey('text', person))
    return held?.value && 'mark' in held.value ? { ...held.value, at: held.at } : null
  }

  /** Returns when the person took back what they had handed in. Null if they have not, or if that is forgotten. */
  getTakenBackAt(person: PersonId): Instant | null {
    const held = this.#held.own.get(writeKey('text', person))
    return held?.value === null ? held.at : null
  }

  listTexts(): readonly (readonly [PersonId, Instant])[] {
    return [...this.#held.own].flatMap(([key, { at, value }]) => {
      const [kind, person] = readKey(key)
      return kind === 'text' && value !== null ? [[person, at] as const] : []
    })
  }

  /** Adds a line. A line with a known id changes nothing. */
  write(booth: SpokenLanguage, line: PartnerLine): void {
    const key = writeKey('line', booth, line.id)
    if (this.#held.own.has(key)) return
    this.#put(key, line, line.at)
    this.#dropOldLines(booth)
  }

  listLines(booth: SpokenLanguage): readonly PartnerLine[] {
    return this.#listLines(booth).map(([, line]) => line)
  }

  /** Puts a device on the air. If it is already on the air, it remains there and is no longer handing over. */
  putOnAir(booth: SpokenLanguage, device: string, at: Instant): void {
    const before = this.getOnAir(booth)
    this.#put(writeKey('air', booth), { device, since: before?.device === device ? before.since : at, handsOver: false }, at)
  }

  /** Offers to hand over. The device remains on the air until another one takes over. Returns false if another device is on the air. */
  handOver(booth: SpokenLanguage, device: string, at: Instant): boolean {
    const onAir = this.getOnAir(booth)
    if (onAir?.device !== device) return false
    this.#put(writeKey('air', booth), { ...onAir, handsOver: true }, at)
    return true
  }

  getOnAir(booth: SpokenLanguage): OnAir | null {
    const held = this.#held.own.get(writeKey('air', booth))
    return held?.value && 'since' in held.value ? held.value : null
  }

  /** Drops old lines of every booth after changes by other nodes. */
  dropOldLines(): void {
    const booths = [...this.#held.own.keys()].map(readKey).flatMap(([kind, booth]) => (kind === 'line' ? [booth] : []))
    for (const booth of new Set(booths)) this.#dropOldLines(booth)
  }

  /** Forgets a text that is over. Every other node finds that out by itself too. */
  forgetText(person: PersonId): void {
    this.#held.delete(writeKey('text', person))
  }

  forgetAll(): void {
    for (const key of [...this.#held.own.keys()]) this.#held.delete(key)
  }

  /** Stores a value. It is never earlier than what it replaces, so that it wins on every node. */
  #put(key: string, value: Held['value'], at: Instant): Instant {
    const later = Math.max(at, (this.#held.own.get(key)?.at ?? 0) + 1) as Instant
    this.#held.put(key, { at: later, value })
    return later
  }

  #listLines(booth: SpokenLanguage): readonly (readonly [key: string, PartnerLine])[] {
    return [...this.#held.own]
      .flatMap(([key, { value }]) => {
        const [kind, of] = readKey(key)
        return kind === 'line' && of === booth && value !== null && 'id' in value ? [[key, value] as const] : []
      })
      .sort(([, one], [, other]) => one.at - other.at || (one.id < other.id ? -1 : 1))
  }

  #dropOldLines(booth: SpokenLanguage): void {
    for (const [key] of this.#listLines(booth).slice(0, -maxLines)) this.#held.delete(key)
  }
}
