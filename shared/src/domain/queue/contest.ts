/** Contenders that the rule can choose for the next position. They are kept so that no position has to look at all. */
import type { GroupId } from '../../contract/ids.ts'
import type { Entry, Speaker } from '../../contract/queue.ts'
import type { Cohort, Contender } from './contenders.ts'
import { type FloorTally, findGroupTally } from './order-rules.ts'
import { addToLine, getFirst, type Line } from './ranks.ts'

/** Voices that were heard on this segment, entities that speak in several waiting entries, and the voice of a speaker. */
export type Voices = {
  readonly heard: ReadonlySet<string>
  readonly several: ReadonlySet<string>
  readonly of: (speaker: Speaker) => string
}

const waits = ({ isPlaced }: Contender): boolean => !isPlaced

export class Contest {
  readonly #tally: FloorTally
  readonly #getVoice: (speaker: Speaker) => string
  readonly #maxOvertakes: number
  /** Contenders that let another entry go first, as long as that one is waiting. They are in no line. */
  #deferring: readonly Contender[]
  /**
   * The first entry of each entity with several entries. It is removed once the entity has spoken, because all entries are then in cohorts of
   * entities that have.
   */
  readonly #entities = new Map<string, Contender>()
  readonly #cohorts: Cohort[] = []
  readonly #cohortsByGroup = new Map<GroupId | null, Cohort[]>()
  /** Free contenders that were overtaken as often as allowed. */
  readonly #capped: Line<Contender> = []
  #firstFree: Contender | null = null
  /** Filled again for each position. */
  readonly #firsts: Contender[] = []

  /** `ruled`: the contenders that the rule places, by request time. */
  constructor(ruled: readonly Contender[], { heard, several, of }: Voices, tally: FloorTally, maxOvertakes: number) {
    this.#tally = tally
    this.#getVoice = of
    this.#maxOvertakes = maxOvertakes
    this.#deferring = ruled.filter(({ waitsFor }) => waitsFor !== null)
    // The latest come first, so that each is added at the end of its lines.
    for (let at = ruled.length - 1; at >= 0; at -= 1) {
      const contender = ruled[at] as Contender
      const name = of(contender.entry.speaker)
      if (several.has(name)) {
        contender.nextOfEntity = this.#entities.get(name) ?? null
        this.#entities.set(name, contender)
      }
      contender.cohort = this.#findCohort(contender, heard.has(name))
      if (contender.waitsFor === null) this.#admit(contender)
    }
  }

  /** Contenders that let another entry go first and wait for it. */
  get deferring(): readonly Contender[] {
    return this.#deferring
  }

  /** Lists the earliest of each cohort. No other can be the earliest or the best of all. The list is valid until the next call. */
  listFirsts(): readonly Contender[] {
    let count = 0
    for (const cohort of this.#cohorts) {
      const { line } = cohort
      let first = line.at(-1)
      while (first && (first.isPlaced || first.cohort !== cohort)) {
        line.pop()
        first = line.at(-1)
      }
      if (first) this.#firsts[count++] = first
    }
    if (this.#firsts.length > count) this.#firsts.length = count
    return this.#firsts
  }

  /** Returns the rank of the first contender that nobody who asked later may overtake. */
  getRankBound(): number {
    return getFirst(this.#capped, waits)?.requestRank ?? Number.POSITIVE_INFINITY
  }

  /** Counts an overtake for all free contenders that asked earlier. The limit keeps their number small. */
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

  /** Frees the contenders that let a placed entry go first. */
  release(placed: Contender): void {
    if (this.#deferring.length === 0) return
    for (const one of this.#deferring) {
      if (one.waitsFor !== placed) continue
      one.waitsFor = null
      if (!one.isPlaced) this.#admit(one)
    }
    this.#deferring = this.#deferring.filter(({ waitsFor, isPlaced }) => waitsFor !== null && !isPlaced)
  }

  /** Marks all entities that speak in a placed entry as having spoken. */
  markSpoken({ speaker, onBehalfOf }: Entry): void {
    if (this.#entities.size === 0) return
    this.#markSpoken(this.#getVoice(speaker))
    for (const one of onBehalfOf) this.#markSpoken(this.#getVoice(one))
  }

  /** Moves the other entries of the entity to their new cohorts. */
  #markSpoken(name: string): void {
    const first = this.#entities.get(name)
    for (let one = first ?? null; one; one = one.nextOfEntity) {
      if (one.isPlaced || one.cohort?.hasSpoken) continue
      one.cohort = this.#findCohort(one, true)
      if (one.waitsFor === null) addToLine(one.cohort.line, one)
    }
    if (first?.nextOfEntity) this.#entities.delete(name)
  }

  #findCohort({ entry: { speaker } }: Contender, hasSpoken: boolean): Cohort {
    const { group, channel } = speaker
    const cohorts = this.#cohortsByGroup.get(group) ?? []
    for (const cohort of cohorts) if (cohort.channel === channel && cohort.hasSpoken === hasSpoken) return cohort
    const cohort: Cohort = { group: findGroupTally(this.#tally, group), channel, hasSpoken, line: [] }
    this.#cohortsByGroup.set(group, [...cohorts, cohort])
    this.#cohorts.push(cohort)
    return cohort
  }

  /** Puts a free contender into its lines. */
  #admit(contender: Contender): void {
    if (contender.cohort) addToLine(contender.cohort.line, contender)
    if (contender.timesOvertaken >= this.#maxOvertakes) addToLine(this.#capped, contender)
    let earlier: Contender | null = null
    let later = this.#firstFree
    while (later && later.requestRank < contender.requestRank) [earlier, later] = [later, later.nextFree]
    contender.nextFree = later
    if (earlier) earlier.nextFree = contender
    else this.#firstFree = contender
  }
}
