/** What every section of the report is told with. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Words } from '../text/report-text.ts'
import { type Cell, cell, type Line, ours, type Run, theirs } from './blocks.ts'
import { PlaceClock } from './venue-clock.ts'

export class Telling {
  readonly record: SessionRecord
  readonly words: Words
  readonly clock: PlaceClock
  readonly #groups: ReadonlyMap<string, string>
  readonly #parts: ReadonlyMap<string, string>
  readonly #questions: ReadonlyMap<string, number>

  constructor(record: SessionRecord, words: Words) {
    this.record = record
    this.words = words
    this.clock = new PlaceClock(record.session.timeZone)
    this.#groups = new Map(record.groups.map(({ id, label }) => [id, label]))
    this.#parts = new Map(record.agenda.map(({ id, title }) => [id, title]))
    this.#questions = new Map(record.questions.map(({ id, number }) => [id, number]))
  }

  group(id: string | null): Run {
    return id === null ? ours(this.words.labels.noGroup) : theirs(this.#groups.get(id) ?? id)
  }

  part(id: string | null): Run {
    return id === null ? ours(this.words.labels.outsideParts) : theirs(this.#parts.get(id) ?? id)
  }

  /** Whoever it was; nobody is named whom the session hides. */
  who(entity: string | null): Run {
    return entity === null ? ours(this.words.labels.unnamed) : theirs(entity)
  }

  tag(written: string | null): Run {
    const { tags, labels } = this.words
    if (written === null) return ours(labels.noTag)
    const known = Object.entries(tags).find(([tag]) => tag === written)
    return known ? ours(known[1]) : theirs(written)
  }

  channel(id: 'room' | 'remote' | null): Cell {
    return cell(ours(id === null ? '' : this.words.channels[id]))
  }

  minute(iso: string): Cell {
    return cell(ours(this.clock.at(iso).minute))
  }

  dateOf(iso: string): string {
    const [year = 0, month = 0, day = 0] = this.clock.at(iso).date.split('-').map(Number)
    return this.words.date(year, month, day)
  }

  /** Date and minute; the minute alone of a day that has been named. */
  moment(iso: string, named?: string): string {
    const [date, { minute }] = [this.dateOf(iso), this.clock.at(iso)]
    return date === named ? minute : this.words.moment(date, minute)
  }

  /** 0 where it has none. */
  numberOf(question: string | null): number {
    return question === null ? 0 : (this.#questions.get(question) ?? 0)
  }
}

/** Sentences, one after the other. */
export const sentences = (all: readonly string[]): Line =>
  all.flatMap((sentence, index) => (index === 0 ? [ours(sentence)] : [ours(` ${sentence}`)]))
