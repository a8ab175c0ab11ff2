/**
 * Which questions ask much the same. Every text is taken as the words in it and as runs of letters inside the words, so that
 * endings and small changes of wording still meet; where a script has no spaces, as the runs alone. The index finds what may
 * be alike, rare runs first. Its scores depend on what else stands in it, so two texts are as alike as what they share is of
 * what both have (Dice): a text is like itself by 1.
 */
import MiniSearch from 'minisearch'
import { folded } from '../folding.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** From here on two texts are taken to ask the same; pairs that do lie above 0.7, others on the same topic below 0.55. */
const threshold = 0.62
const compared = 12
const most = 3

const runsOf = (text: string): ReadonlySet<string> => {
  const runs = new Set<string>()
  let joined = ''
  const endJoined = () => {
    for (const letter of joined) runs.add(letter)
    addRuns(runs, joined, 2)
    joined = ''
  }
  for (const { segment, isWordLike } of segmenter.segment(folded(text))) {
    if (!isWordLike) continue
    if (withoutSpaces.test(segment)) joined += segment
    else {
      endJoined()
      // A whole word is told from a run of three letters by its spaces.
      runs.add(`  ${segment}  `)
      addRuns(runs, ` ${segment} `, 3)
    }
  }
  endJoined()
  return runs
}

/** What a text is found by: fewer than its runs, and enough that whatever is alike shares some. */
const termsOf = (text: string): string[] => [...runsOf(text)].filter((run) => run.startsWith('  ') || withoutSpaces.test(run))

const addRuns = (runs: Set<string>, text: string, length: number): void => {
  const letters = [...text]
  for (let start = 0; start + length <= letters.length; start += 1) runs.add(letters.slice(start, start + length).join(''))
}

type Kept = { readonly text: string; readonly runs: ReadonlySet<string> }

/** An index of texts that is kept as they come, change and go. */
export class Likeness<Id> {
  readonly #texts = new Map<Id, Kept>()
  readonly #index = new MiniSearch<{ readonly id: Id; readonly text: string }>({
    fields: ['text'],
    tokenize: termsOf,
    processTerm: (term) => term,
  })

  get size(): number {
    return this.#texts.size
  }

  /** Exactly these from now on; what has not changed costs nothing. */
  keep(texts: ReadonlyMap<Id, string>): void {
    for (const [id, { text }] of this.#texts) {
      if (texts.get(id) === text) continue
      this.#index.remove({ id, text })
      this.#texts.delete(id)
    }
    for (const [id, text] of texts) {
      if (this.#texts.has(id)) continue
      this.#index.add({ id, text })
      this.#texts.set(id, { text, runs: runsOf(text) })
    }
  }

  /** The most alike first, but never the one that is asked about. */
  like(text: string, besides?: Id): readonly Id[] {
    const runs = runsOf(text)
    return this.#index
      .search(text, { filter: ({ id }) => id !== besides })
      .slice(0, compared)
      .map(({ id }) => ({ id: id as Id, likeness: likeness(runs, this.#texts.get(id as Id)?.runs ?? new Set()) }))
      .filter(({ likeness }) => likeness >= threshold)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most)
      .map(({ id }) => id)
  }
}

const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const shared = [...one].filter((run) => other.has(run)).length
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}
