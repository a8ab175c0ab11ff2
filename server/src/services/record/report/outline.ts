/**
 * The numbers of a report, each by a key: chapters, sections, paragraphs, tables and figures. The public version uses the outline of the
 * full version, so that a reference is the same in both.
 */
export class Outline {
  readonly #numbers = new Map<string, number>()
  readonly #counts = new Map<string, number>()

  chapter(key: string): number {
    return this.#take('chapter', key)
  }

  /** Releases the number of a chapter that turned out to be empty, if it was the last. */
  releaseChapter(key: string): void {
    const count = this.#counts.get('chapter') ?? 0
    if (this.#numbers.get(`chapter ${key}`) !== count) return
    this.#numbers.delete(`chapter ${key}`)
    this.#counts.set('chapter', count - 1)
  }

  section(key: string): number {
    return this.#take('section', key)
  }

  hasSection(key: string): boolean {
    return this.#numbers.has(`section ${key}`)
  }

  get sectionCount(): number {
    return this.#counts.get('section') ?? 0
  }

  paragraph(key: string): number {
    return this.#take('paragraph', key)
  }

  table(key: string): number {
    return this.#take('table', key)
  }

  figure(key: string): number {
    return this.#take('figure', key)
  }

  /** Returns the next number of its kind, or the number that the key already has. */
  #take(kind: string, key: string): number {
    const known = this.#numbers.get(`${kind} ${key}`)
    if (known !== undefined) return known
    const next = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, next)
    this.#numbers.set(`${kind} ${key}`, next)
    return next
  }
}
