/** Those whom the rule can choose for the next position, kept so that no position has to look at all of them. */
import type { GroupId } from '../../contract/ids.ts'
import type { Entry } from '../../contract/queue.ts'
import type { Contender, Lane } from './contenders.ts'
import { type FloorTally, findGroupTally } from './order-rules.ts'
import { addToLine, getFirst, type Line } from './ranks.ts'

/** Entities that have spoken on this segment, and those that speak in several of the entries that wait. */
export type Voices = { readonly heard: ReadonlySet<string>; readonly several: ReadonlySet<string> }

const waits = ({ isPlaced }: Contender): boolean => !isPlaced

export class Contest {
  readonly #tally: FloorTally
  readonly #maxOvertakes: number
  /** Who let another entry go first, as long as that one waits. They are in no line. */
  #deferring: readonly Contender[]
  /** The first entry of each entity with several. It leaves when it has spoken: then all of them are in lanes of those who have. */
  readonly #entities = new Map<string, Contender>()
  readonly #lanes: Lane[] = []
  readonly #lanesByGroup = new Map<GroupId | null, Lane[]>()
  /** Who is free and was overtaken as often as allowed. */
  readonly #capped: Line<Contender> = []
  #firstFree: Contender | null = null
  /** Filled again for each position. */
  readonly #firsts: Contender[] = []

  /** `ruled`: those who are placed by the rule, by request time. */
  constructor(ruled: readonly Contender[], { heard, several }: Voices, tally: FloorTally, maxOvertakes: number) {
    this.#tally = tally
    this.#maxOvertakes = maxOvertakes
    this.#deferring = ruled.filter(({ waitsFor }) => waitsFor !== null)
    // The latest first: then each comes to the end of its lines.
    for (let at = ruled.length - 1; at >= 0; at -= 1) {
      const contender = ruled[at] as Contender
      const name = contender.entry.speaker.entity
      if (several.has(name)) {
        contender.nextOfEntity = this.#entities.get(name) ?? null
        this.#entities.set(name, contender)
      }
      contender.lane = this.#findLane(contender, heard.has(name))
      if (contender.waitsFor === null) this.#admit(contender)
    }
  }

  /** Who lets another entry go first and waits for that one. */
  get deferring(): readonly Contender[] {
    return this.#deferring
  }

  /** The earliest of each lane. Nobody else can be the earliest or the best of all. The list is valid until the next call. */
  listFirsts(): readonly Contender[] {
    let count = 0
    for (const lane of this.#lanes) {
      const { line } = lane
      let first = line.at(-1)
      while (first && (first.isPlaced || first.lane !== lane)) {
        line.pop()
        first = line.at(-1)
      }
      if (first) this.#firsts[count++] = first
    }
    if (this.#firsts.length > count) this.#firsts.length = count
    return this.#firsts
  }

  /** The rank of the first contender that nobody who asked later may overtake. */
  getRankBound(): number {
    return getFirst(this.#capped, waits)?.requestRank ?? Number.POSITIVE_INFINITY
  }

  /** Counts an overtake for all who are free and asked earlier. The limit keeps their number small. */
  countOvertakes({ requestRank }: Contender): void {
    let earlier: Contender | null = null
    for (let one = this.#firstFree; one && one.requestRank < requestRank; one = one.nextFree) {
      if (one.isPlaced) {
        if (earlier) earlier.nextFree = one.nextFree
        else this.#firstFree = one.nextFree
        continue
      }
      earlier = one
      one.timesOvertaken += 1
      if (one.timesOvertaken === this.#maxOvertakes) addToLine(this.#capped, one)
    }
  }

  /** Those who let a placed entry go first are free now. */
  release(placed: Contender): void {
    if (this.#deferring.length === 0) return
    for (const one of this.#deferring) {
      if (one.waitsFor !== placed) continue
      one.waitsFor = null
      if (!one.isPlaced) this.#admit(one)
    }
    this.#deferring = this.#deferring.filter(({ waitsFor, isPlaced }) => waitsFor !== null && !isPlaced)
  }

  /** All who speak in a placed entry have spoken. */
  markSpoken({ speaker, onBehalfOf }: Entry): void {
    if (this.#entities.size === 0) return
    this.#markSpoken(speaker.entity)
    for (const { entity } of onBehalfOf) this.#markSpoken(entity)
  }

  /** The other entries of the entity change lanes. */
  #markSpoken(name: string): void {
    const first = this.#entities.get(name)
    for (let one = first ?? null; one; one = one.nextOfEntity) {
      if (one.isPlaced || one.lane?.hasSpoken) continue
      one.lane = this.#findLane(one, true)
      if (one.waitsFor === null) addToLine(one.lane.line, one)
    }
    if (first?.nextOfEntity) this.#entities.delete(name)
  }

  #findLane({ entry: { speaker } }: Contender, hasSpoken: boolean): Lane {
    const { group, channel } = speaker
    const lanes = this.#lanesByGroup.get(group) ?? []
    for (const lane of lanes) if (lane.channel === channel && lane.hasSpoken === hasSpoken) return lane
    const lane: Lane = { group: findGroupTally(this.#tally, group), channel, hasSpoken, line: [] }
    this.#lanesByGroup.set(group, [...lanes, lane])
    this.#lanes.push(lane)
    return lane
  }

  /** Puts a free contender into its lines. */
  #admit(contender: Contender): void {
    if (contender.lane) addToLine(contender.lane.line, contender)
    if (contender.timesOvertaken >= this.#maxOvertakes) addToLine(this.#capped, contender)
    let earlier: Contender | null = null
    let later = this.#firstFree
    while (later && later.requestRank < contender.requestRank) [earlier, later] = [later, later.nextFree]
    contender.nextFree = later
    if (earlier) earlier.nextFree = contender
    else this.#firstFree = contender
  }
}
