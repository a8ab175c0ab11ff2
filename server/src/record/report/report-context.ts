/** Names, times and texts that every section of the report uses. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReportText } from '../text/report-text.ts'
import { type Cell, makeCell, ownRun, quotedRun, type RunLine, type TextRun } from './blocks.ts'
import { VenueClock } from './venue-clock.ts'

export class ReportContext {
  readonly record: SessionRecord
  readonly reportText: ReportText
  readonly venueClock: VenueClock
  readonly #groups: ReadonlyMap<string, string>
  readonly #segments: ReadonlyMap<string, string>
  readonly #questions: ReadonlyMap<string, number>

  constructor(record: SessionRecord, reportText: ReportText) {
    this.record = record
    this.reportText = reportText
    this.venueClock = new VenueClock(record.session.timeZone)
    this.#groups = new Map(record.groups.map(({ id, label }) => [id, label]))
    this.#segments = new Map(record.agenda.map(({ id, title }) => [id, title]))
    this.#questions = new Map(record.questions.map(({ id, number }) => [id, number]))
  }

  formatGroup(id: string | null): TextRun {
    return id === null ? ownRun(this.reportText.labels.noGroup) : quotedRun(this.#groups.get(id) ?? id)
  }

  formatSegment(id: string | null): TextRun {
    return id === null ? ownRun(this.reportText.labels.outsideAgenda) : quotedRun(this.#segments.get(id) ?? id)
  }

  /** The name of an entity, or a neutral text if the session hides it. */
  formatEntity(entity: string | null): TextRun {
    return entity === null ? ownRun(this.reportText.labels.unnamed) : quotedRun(entity)
  }

  formatTag(written: string | null): TextRun {
    const { tags, labels } = this.reportText
    if (written === null) return ownRun(labels.noTag)
    const known = Object.entries(tags).find(([tag]) => tag === written)
    return known ? ownRun(known[1]) : quotedRun(written)
  }

  formatChannel(id: 'room' | 'remote' | null): Cell {
    return makeCell(ownRun(id === null ? '' : this.reportText.channels[id]))
  }

  formatMinute(iso: string): Cell {
    return makeCell(ownRun(this.venueClock.getLocalTime(iso).minute))
  }

  formatDate(iso: string): string {
    const [year = 0, month = 0, day = 0] = this.venueClock.getLocalTime(iso).date.split('-').map(Number)
    return this.reportText.date(year, month, day)
  }

  /** Date and minute. If the day is already named, only the minute. */
  formatMoment(iso: string, namedDate?: string): string {
    const [date, { minute }] = [this.formatDate(iso), this.venueClock.getLocalTime(iso)]
    return date === namedDate ? minute : this.reportText.moment(date, minute)
  }

  /** 0 if it has no number. */
  getQuestionNumber(question: string | null): number {
    return question === null ? 0 : (this.#questions.get(question) ?? 0)
  }
}

/** Joins sentences with spaces. */
export const joinSentences = (all: readonly string[]): RunLine =>
  all.flatMap((sentence, index) => (index === 0 ? [ownRun(sentence)] : [ownRun(` ${sentence}`)]))
