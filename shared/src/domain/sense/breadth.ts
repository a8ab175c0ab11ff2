/**
 * The marks that may be published of responses: for each option, column and channel, a mark or none. An attacker may have everything that
 * is ever published, and know who was present. Even so, they must not learn a number under three, or how any one person responded.
 * docs/decisions/0012 explains why.
 */
import type { GroupId } from '../../contract/ids.ts'
import { type Channel, channels } from '../../contract/roles.ts'
import type { Breadth, BreadthColumn, Participation } from '../../contract/sense.ts'

/** A person or a delegation present. `option`: null without a response. */
export type Present = {
  readonly key: string
  readonly group: GroupId | null
  readonly channel: Channel
  readonly option: number | null
}

/** The number of people present and of responses, by group. */
export type GroupCounts = Readonly<Record<'present' | 'responded', ReadonlyMap<GroupId | null, number>>>

/** The people in a column and channel whose marks were published. Kept in memory for later prompts. */
export type ShownPeople = ReadonlySet<string>

export type Result = {
  readonly participation: Participation
  readonly breadth: Breadth
  /** For later results, if this one is published. */
  readonly shown: readonly ShownPeople[]
}

/** Fewer responses than this are not shown. */
const fewest = 3
/** Fewer people than this are not shown separately from others. */
const smallest = 5

type Block = {
  readonly column: number
  readonly channel: Channel
  readonly people: ReadonlySet<string>
  /** The number of people, including those who are left out. */
  readonly size: number
  readonly isHidden: boolean
  /** For each option, whether its mark is filled. */
  readonly filled: readonly boolean[]
}

/** `earlier`: the people whom earlier results were about. Null if that is no longer known; then nothing is shown. */
export function makeResult(
  present: readonly Present[],
  options: number,
  groupOrder: readonly GroupId[],
  earlier: readonly ShownPeople[] | null,
): Result {
  const counts = countByGroup(present)
  const columns = makeColumns(counts.present, groupOrder)
  const columnOf = indexColumns(columns)
  const perColumn = countPerColumn(counts, columns)
  const participation = countParticipation(counts, groupOrder)
  const drawn = columns.flatMap((_, column) =>
    channels.map((channel) =>
      makeBlock(
        column,
        channel,
        present.filter((one) => one.channel === channel && columnOf.get(one.group) === column),
        options,
        earlier ?? [],
      ),
    ),
  )
  const known = { options, responded: participation.responded, columns: perColumn.map((count) => ({ isCounted: count >= fewest })) }
  const blocks = hideRevealing(drawn, known)
  const isSafe = earlier !== null && findUnsafe(blocks, known)?.length === 0
  const isFilled = (option: number, channel: Channel, column: number): boolean =>
    isSafe && blocks.some((block) => block.column === column && block.channel === channel && block.filled[option] === true)
  const marks = Array.from({ length: options }, (_, option) => {
    const ofChannel = (channel: Channel) => columns.map((_, column) => isFilled(option, channel, column))
    return { room: ofChannel('room'), remote: ofChannel('remote') }
  })
  return {
    participation,
    breadth: { columns, marks },
    shown: isSafe ? blocks.filter(({ isHidden }) => !isHidden).map(({ people }) => people) : [],
  }
}

const indexColumns = (columns: readonly BreadthColumn[]): ReadonlyMap<GroupId | null, number> =>
  new Map(columns.flatMap(({ groups }, index) => groups.map((group) => [group, index] as const)))

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0)

function countByGroup(present: readonly Present[]): GroupCounts {
  const counts = { present: new Map<GroupId | null, number>(), responded: new Map<GroupId | null, number>() }
  for (const { group, option } of present) {
    counts.present.set(group, (counts.present.get(group) ?? 0) + 1)
    if (option !== null) counts.responded.set(group, (counts.responded.get(group) ?? 0) + 1)
  }
  return counts
}

/** Counts the responses of each column. */
const countPerColumn = ({ responded }: GroupCounts, columns: readonly BreadthColumn[]): readonly number[] =>
  columns.map(({ groups }) => sum(groups.map((group) => responded.get(group) ?? 0)))

export function countParticipation(counts: GroupCounts, groupOrder: readonly GroupId[]): Participation {
  const perColumn = countPerColumn(counts, makeColumns(counts.present, groupOrder))
  return {
    responded: sum(perColumn),
    of: sum(counts.present.values()),
    groups: perColumn.filter((count) => count >= fewest).length,
    ofGroups: perColumn.length,
  }
}

/**
 * Puts groups with fewer than five people into one column. If they are still fewer than five together, the smallest larger group joins
 * them.
 */
function makeColumns(sizes: GroupCounts['present'], groupOrder: readonly GroupId[]): readonly BreadthColumn[] {
  const groups = [
    ...groupOrder.filter((group) => sizes.has(group)),
    ...[...sizes.keys()].filter((group) => group === null || !groupOrder.includes(group)),
  ]
  const sizeOf = (group: GroupId | null): number => sizes.get(group) ?? 0
  const large = groups.filter((group) => sizeOf(group) >= smallest)
  const small = groups.filter((group) => sizeOf(group) < smallest)
  if (small.length === 0) return large.map((group) => ({ groups: [group] }))
  if (sum(small.map(sizeOf)) < smallest && large.length > 0) {
    const partner = large.reduce((least, group) => (sizeOf(group) < sizeOf(least) ? group : least))
    return [...large.filter((group) => group !== partner).map((group) => ({ groups: [group] })), { groups: [partner, ...small] }]
  }
  return [...large.map((group) => ({ groups: [group] })), { groups: small }]
}

/**
 * Leaves out newcomers since an earlier result if only one or two came. Shows nothing if only one or two left. Otherwise two results of the
 * same people would reveal how these responded.
 */
function makeBlock(column: number, channel: Channel, present: readonly Present[], options: number, earlier: readonly ShownPeople[]): Block {
  let people = new Set(present.map(({ key }) => key))
  let isHidden = people.size < smallest
  for (const before of earlier) {
    const gone = countUpTo(fewest, before, people)
    if (gone >= fewest) continue
    if (gone > 0) isHidden = true
    else if (people.size - before.size < fewest) people = new Set(before)
  }
  const counts = Array.from({ length: options }, () => 0)
  for (const { key, option } of present) if (option !== null && people.has(key)) counts[option] = (counts[option] ?? 0) + 1
  return { column, channel, people, size: present.length, isHidden, filled: counts.map((count) => !isHidden && count >= fewest) }
}

/** Counts the people of `before` who are not in `now`, up to `limit`. */
function countUpTo(limit: number, before: ReadonlySet<string>, now: ReadonlySet<string>): number {
  if (before.size - now.size >= limit) return limit
  let gone = 0
  for (const key of before) if (!now.has(key) && ++gone >= limit) return limit
  return gone
}

type Bounds = { readonly least: number; readonly most: number }
/** The knowledge of anybody without marks: how many responded in all, and who was present where. */
type Known = { readonly options: number; readonly responded: number; readonly columns: readonly { readonly isCounted: boolean }[] }

const countFilled = ({ filled }: Block): number => filled.filter(Boolean).length
const addUp = (all: readonly Bounds[]): Bounds =>
  all.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), { least: 0, most: 0 })

/** Returns the bounds on the number of responses that the marks of a block imply. */
function boundBlock(block: Block, options: number): Bounds {
  const left = block.size - block.people.size
  const isFilled = countFilled(block) > 0
  return {
    least: fewest * countFilled(block),
    most: block.isHidden || isFilled ? block.size : Math.min(block.size, (fewest - 1) * options + left),
  }
}

/** Narrows the bounds of one part of a sum, from the bounds of the whole and of the rest. */
const boundPart = (part: Bounds, all: Bounds, rest: Bounds): Bounds => ({
  least: Math.max(part.least, all.least - rest.most),
  most: Math.min(part.most, all.most - rest.least),
})

/**
 * Finds the blocks about which marks and totals reveal too much. They may reveal only whether three or more gave a response. Null if no
 * responses of these people lead to these marks.
 */
function findUnsafe(blocks: readonly Block[], { options, responded, columns }: Known): readonly Block[] | null {
  const bounds = new Map(blocks.map((block) => [block, boundBlock(block, options)]))
  const boundsOf = (some: readonly Block[]): Bounds => addUp(some.map((block) => bounds.get(block) ?? { least: 0, most: 0 }))
  const perColumn = columns.map(({ isCounted }, column) => {
    const { least, most } = boundsOf(blocks.filter((block) => block.column === column))
    return isCounted ? { least: Math.max(least, fewest), most } : { least, most: Math.min(most, fewest - 1) }
  })
  const all = { least: responded, most: responded }
  const narrowed = perColumn.map((part, column) => boundPart(part, all, addUp(perColumn.filter((_, other) => other !== column))))
  const perBlock = blocks.map((block) => {
    const rest = boundsOf(blocks.filter((other) => other.column === block.column && other !== block))
    return { block, bound: boundPart(boundsOf([block]), narrowed[block.column] ?? all, rest) }
  })
  if ([...narrowed, ...perBlock.map(({ bound }) => bound)].some(({ least, most }) => least > most)) return null
  return perBlock.flatMap(({ block, bound }) => (isOpen(block, bound, options) ? [] : [block]))
}

/**
 * Hides the blocks in which even the absence of all marks would reveal something. Removing unsafe marks there would reveal it too. Such a
 * block has no marks, whatever the responses were: only totals are read.
 */
function hideRevealing(blocks: readonly Block[], known: Known): readonly Block[] {
  const withoutMarks = blocks.map((block) => ({ ...block, filled: block.filled.map(() => false) }))
  const unsafe = findUnsafe(withoutMarks, known) ?? []
  if (unsafe.length === 0) return blocks
  const isUnsafe = (block: Block): boolean => unsafe.some(({ column, channel }) => column === block.column && channel === block.channel)
  return hideRevealing(
    blocks.map((block) => (isUnsafe(block) ? { ...block, isHidden: true, filled: block.filled.map(() => false) } : block)),
    known,
  )
}

/** True if each number of a block can be any number that its mark allows. */
function isOpen(block: Block, { least, most }: Bounds, options: number): boolean {
  if (block.isHidden) return true
  const { size } = block.people
  const filled = countFilled(block)
  const left = block.size - size
  const isRoomAbove = most - fewest * filled >= fewest - 1
  /** Returns the most people who may have responded differently, with this number of filled marks among the others. */
  const others = (marks: number): number => left + (marks > 0 ? size : (fewest - 1) * (options - 1))
  const dashedIsOpen = filled === options || (isRoomAbove && least <= others(filled))
  const filledIsOpen = filled === 0 || (isRoomAbove && least - others(filled - 1) <= size - 2)
  return dashedIsOpen && filledIsOpen
}
