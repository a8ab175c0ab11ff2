/** The words of each turn, from the captions. */
import type { FloorState } from '@rostrum/shared/contract/floor'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { endsWide } from '@rostrum/shared/kernel/text'
import { findTurnAt } from '../captions/caption-line.ts'
import type { StoredLines } from '../captions/stored-lines.ts'

type Turn = SessionRecord['turns'][number]
type TurnWords = NonNullable<Turn['words']>

/**
 * The most characters of a turn in one language, and of a whole record. The first is more than half an hour of speech, and fits into a cell
 * of a workbook.
 */
const [maxOfTurn, maxOfRecord] = [30_000, 5_000_000]
/** The number of lines between two pauses of the work. */
const linesAtOnce = 200

/**
 * Collects the words of each turn, by its id and language. Lines that were spoken while nobody had the floor are only in the files of
 * captions.
 */
export function* collectWords(floor: FloorState, lines: StoredLines): Generator<void, ReadonlyMap<string, TurnWords>> {
  const turns = new Map<string, Map<string, TurnWords[number]>>()
  let left = maxOfRecord
  for (const [language, spoken] of [...lines].sort(([one], [other]) => (one < other ? -1 : 1)))
    for (const [index, { spokenAt, text }] of spoken.entries()) {
      if (index % linesAtOnce === 0) yield
      const turn = findTurnAt(floor, spokenAt)
      if (turn === null) continue
      const words = turns.get(turn.id) ?? new Map<string, TurnWords[number]>()
      turns.set(turn.id, words)
      const before = words.get(language) ?? { language, text: '', cut: false }
      const added = before.text === '' || endsWide(before.text) ? text : ` ${text}`
      const isCut = before.cut || before.text.length + added.length > maxOfTurn || added.length > left
      if (!isCut) left -= added.length
      words.set(language, isCut ? { ...before, cut: true } : { language, text: before.text + added, cut: false })
    }
  return new Map([...turns].map(([id, words]) => [id, [...words.values()]]))
}

/** Adds the words to the turns. The turn's own language comes first. */
export const addWords = <Some extends { readonly id: string; readonly language?: string | undefined }>(
  turns: readonly Some[],
  words: ReadonlyMap<string, TurnWords>,
): readonly (Some & Pick<Turn, 'words'>)[] =>
  turns.map((turn) => {
    const own = words.get(turn.id)
    if (own === undefined) return turn
    return { ...turn, words: [...own].sort((a, b) => Number(b.language === turn.language) - Number(a.language === turn.language)) }
  })

/** Describes the words in the record, or returns null if there are none. */
export function describeWords(turns: readonly Turn[]): SessionRecord['captions'] | null {
  const all = turns.flatMap(({ words = [] }) => words)
  if (all.length === 0) return null
  const languages = [...new Set(all.map(({ language }) => language))].sort()
  return { languages, words: all.some(({ cut }) => cut) ? 'cut' : 'complete' }
}

/** Returns the record without any words. It still notes that there were some. */
export const leaveOutWords = ({ turns, captions }: SessionRecord): Pick<SessionRecord, 'turns' | 'captions'> => ({
  turns: turns.map(({ words: _, ...turn }) => turn),
  ...(captions && { captions: { ...captions, words: 'left-out' } }),
})
