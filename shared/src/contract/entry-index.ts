/** Indexes that find entries among hundreds without looking at each of them. */
import { type EntryChange, memoizeEntries } from './changed-entries.ts'
import type { PersonId } from './ids.ts'
import type { Entry, QueueState } from './queue.ts'

type EntriesOfPeople = Map<PersonId, readonly Entry[]>

const listVoices = (entry: Entry | undefined): ReadonlySet<PersonId> =>
  new Set(entry ? [entry.speaker, ...entry.onBehalfOf].flatMap(({ person }) => person ?? []) : [])

const groupAll = (entries: QueueState['entries']): EntriesOfPeople => {
  const people = new Map<PersonId, Entry[]>()
  for (const entry of entries.values())
    for (const person of listVoices(entry)) {
      const known = people.get(person)
      if (known) known.push(entry)
      else people.set(person, [entry])
    }
  return people
}

const changeEntry = (people: EntriesOfPeople, { was, now }: EntryChange): void => {
  const [before, after] = [listVoices(was), listVoices(now)]
  for (const person of new Set([...before, ...after])) {
    const put = now && after.has(person) ? [now] : []
    const known = people.get(person) ?? []
    const entries = before.has(person) ? known.flatMap((entry) => (entry === was ? put : [entry])) : [...known, ...put]
    if (entries.length > 0) people.set(person, entries)
    else people.delete(person)
  }
}

const groupByPerson = memoizeEntries(groupAll, changeEntry)

/** Finds the entries in which this person speaks, or is spoken for. */
export const findEntriesOf = (entries: QueueState['entries'], person: PersonId): readonly Entry[] =>
  groupByPerson(entries).get(person) ?? []

const isTied = ({ pin, deferredTo, swapOfferedTo }: Entry): boolean => pin !== null || deferredTo !== null || swapOfferedTo !== null

const collectTied = memoizeEntries(
  (entries) => new Set([...entries.values()].filter(isTied)),
  (tied, { was, now }) => {
    if (was) tied.delete(was)
    if (now && isTied(now)) tied.add(now)
  },
)

/** Lists the entries that are pinned, let another go first, or have offered a swap. They are usually few, and in no particular order. */
export const listTiedEntries = (entries: QueueState['entries']): readonly Entry[] => [...collectTied(entries)]

/** The number of entries in which each entity speaks, and the entities that speak in several. */
type Voices = { readonly counts: Map<string, number>; readonly several: Set<string> }

const count = ({ counts, several }: Voices, entry: Entry | undefined, more: 1 | -1): void => {
  if (entry === undefined) return
  for (const { entity } of [entry.speaker, ...entry.onBehalfOf]) {
    const now = (counts.get(entity) ?? 0) + more
    if (now > 0) counts.set(entity, now)
    else counts.delete(entity)
    if (now > 1) several.add(entity)
    else several.delete(entity)
  }
}

const countAll = (entries: QueueState['entries']): Voices => {
  const voices = { counts: new Map<string, number>(), several: new Set<string>() }
  for (const entry of entries.values()) count(voices, entry, 1)
  return voices
}

const changeCount = (voices: Voices, { was, now }: EntryChange): void => {
  count(voices, was, -1)
  count(voices, now, 1)
}

const countVoices = memoizeEntries(countAll, changeCount)

/** Finds the entities that speak in several entries. */
export const findEntitiesInSeveral = (entries: QueueState['entries']): ReadonlySet<string> => countVoices(entries).several
