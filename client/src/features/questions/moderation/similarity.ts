/**
 * Finds questions that ask nearly the same. A text is split into its words and into runs of letters inside the words. So word endings and
 * small changes of wording still match. In scripts without spaces only the runs are used. The index finds candidates, rare runs first. Its
 * scores depend on the other texts in the index. So the similarity of two texts is computed separately, as the Dice coefficient of their
 * runs, from 0 to 1.
 */

import { foldLetters } from '@rostrum/shared/kernel/fold-text'
import MiniSearch from 'minisearch'

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** From this value on, two texts count as the same question. Real duplicates are above 0.7, others on the same topic below 0.55. */
const minSimilarity = 0.62
const maxCompared = 12
/** A long text is looked up by its rarest terms. Its common ones would match nearly every other text. */
const maxTermsSearched = 12
const maxResults = 3

const getRuns = (text: string): ReadonlySet<string> => {
  const runs = new Set<string>()
  let joined = ''
  const endJoined = () => {
    for (const letter of joined) runs.add(letter)
    addRuns(runs, joined, 2)
    joined = ''
  }
  for (const { segment, isWordLike } of segmenter.segment(foldLetters(text))) {
    if (!isWordLike) continue
    if (withoutSpaces.test(segment)) joined += segment
    else {
      endJoined()
      // The two spaces on each side distinguish a whole word from a run of three letters.
      runs.add(`  ${segment}  `)
      addRuns(runs, ` ${segment} `, 3)
    }
  }
  endJoined()
  return runs
}

/** The index terms of a text: fewer than its runs, but enough that similar texts share some. */
const getTerms = (text: string): string[] => [...getRuns(text)].filter((run) => run.startsWith('  ') || withoutSpaces.test(run))

const addRuns = (runs: Set<string>, text: string, length: number): void => {
  const letters = [...text]
  for (let start = 0; start + length <= letters.length; start += 1) runs.add(letters.slice(start, start + length).join(''))
}

type IndexedText = { readonly text: string; readonly runs: ReadonlySet<string> }

/** An index of texts that follows their changes. */
export class SimilarityIndex<Id> {
  readonly #texts = new Map<Id, IndexedText>()
  /** In how many texts each term is. */
  readonly #uses = new Map<string, number>()
  readonly #index = new MiniSearch<{ readonly id: Id; readonly text: string }>({
    fields: ['text'],
    tokenize: getTerms,
    processTerm: (term) => term,
  })

  get size(): number {
    return this.#texts.size
  }

  /** Makes these the only texts in the index. Unchanged texts cost nothing. */
  replaceAll(texts: ReadonlyMap<Id, string>): void {
    for (const [id, { text }] of this.#texts) {
      if (texts.get(id) === text) continue
      this.#index.remove({ id, text })
      this.#count(text, -1)
      this.#texts.delete(id)
    }
    for (const [id, text] of texts) {
      if (this.#texts.has(id)) continue
      this.#index.add({ id, text })
      this.#count(text, 1)
      this.#texts.set(id, { text, runs: getRuns(text) })
    }
  }

  /** The most similar first, without the text `exceptId`. */
  findSimilar(text: string, exceptId?: Id): readonly Id[] {
    const runs = getRuns(text)
    return this.#index
      .search(text, { filter: ({ id }) => id !== exceptId, tokenize: (one) => this.#listRarest(getTerms(one)) })
      .slice(0, maxCompared)
      .map(({ id }) => ({ id: id as Id, likeness: computeSimilarity(runs, this.#texts.get(id as Id)?.runs ?? new Set()) }))
      .filter(({ likeness }) => likeness >= minSimilarity)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, maxResults)
      .map(({ id }) => id)
  }

  #count(text: string, by: number): void {
    for (const term of getTerms(text)) {
      const uses = (this.#uses.get(term) ?? 0) + by
      if (uses > 0) this.#uses.set(term, uses)
      else this.#uses.delete(term)
    }
  }

  /** A term that no text has is left out. */
  #listRarest(terms: readonly string[]): string[] {
    const uses = (term: string) => this.#uses.get(term) ?? 0
    return terms
      .filter((term) => uses(term) > 0)
      .sort((a, b) => uses(a) - uses(b))
      .slice(0, maxTermsSearched)
  }
}

const computeSimilarity = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const shared = [...one].filter((run) => other.has(run)).length
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}
