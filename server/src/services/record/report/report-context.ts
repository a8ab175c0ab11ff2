/** The names, times, numbers and texts that every section of the report uses. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { ReportText } from '../text/report-text.ts'
import { joinList, joinSentences, type SentenceKey, type SentenceValues } from '../text/sentence-writer.ts'
import {
  type Block,
  type Cell,
  getPlainText,
  makeCell,
  makeLine,
  nilCell,
  ownRun,
  quotedRun,
  type RunLine,
  type TextRun,
} from './blocks.ts'
import { type Item, listItems } from './items.ts'
import { Outline } from './outline.ts'
import { VenueClock } from './venue-clock.ts'

/** The labels that our templates give to these groups. */
const templateLabels: Readonly<Record<string, string>> = {
  government: 'Governments',
  'private-sector': 'Private sector',
  'civil-society': 'Civil society',
  'technical-academic': 'Technical and academic communities',
  international: 'International organizations',
}

export const markSigns = {
  filled: { square: '■', circle: '●', diamond: '◆', triangle: '▲', hexagon: '⬢' },
  open: { square: '□', circle: '○', diamond: '◇', triangle: '△', hexagon: '⬡' },
} as const

export class ReportContext {
  readonly record: SessionRecord
  readonly reportText: ReportText
  readonly outline: Outline
  readonly venueClock: VenueClock
  readonly items: readonly Item[]
  readonly #groups: ReadonlyMap<string, SessionRecord['groups'][number]>
  readonly #questions: ReadonlyMap<string, number>
  readonly #turns: ReadonlyMap<string, SessionRecord['turns'][number]>

  /** The hash of the template that gives the document its look. */
  readonly template: string | null

  constructor(record: SessionRecord, reportText: ReportText, outline = new Outline(), template: string | null = null) {
    this.record = record
    this.reportText = reportText
    this.outline = outline
    this.template = template
    this.venueClock = new VenueClock(record.session.timeZone)
    this.items = listItems(record)
    this.#groups = new Map(record.groups.map((group) => [group.id, group]))
    this.#questions = new Map(record.questions.map(({ id, number }) => [id, number]))
    this.#turns = new Map(record.turns.map((turn) => [turn.id, turn]))
  }

  get labels(): ReportText['labels'] {
    return this.reportText.labels
  }

  write(key: SentenceKey, values?: SentenceValues): RunLine {
    return this.reportText.write(key, values)
  }

  #say(key: SentenceKey, values: SentenceValues): string {
    return getPlainText(this.write(key, values))
  }

  list(all: readonly RunLine[]): RunLine {
    return joinList(this.reportText, all)
  }

  /** Writes "text (more)", with the brackets of the language. */
  addInBrackets(line: RunLine, more: RunLine): RunLine {
    return this.write('said.pointUntagged', { note: line, source: more })
  }

  /** Makes a numbered paragraph of whole sentences. */
  makeNumbered(key: string, sentences: readonly RunLine[]): Block {
    return { kind: 'numbered', number: this.outline.paragraph(key), line: joinSentences(sentences) }
  }

  makeTableCaption(key: string, title: RunLine) {
    return { number: this.write('label.table', { n: this.outline.table(key) }), title }
  }

  formatFigureNumber(key: string): RunLine {
    return makeLine(this.reportText.annexNumber(this.outline.figure(key)))
  }

  refTable(key: string): RunLine {
    return this.write('ref.table', { n: this.outline.table(key) })
  }

  /** Makes a cell with the mark and the short name. The mark is a shape, so that nobody depends on colour. */
  makeGroupCell(id: string | null): Cell {
    const group = id === null ? undefined : this.#groups.get(id)
    if (!group) return makeCell(this.formatGroup(id))
    return makeCell(ownRun(`${markSigns.filled[group.mark]}\u00a0`, 'mark'), this.formatGroup(id))
  }

  /** Returns the short name, for tables and pictures. */
  formatGroup(id: string | null): TextRun {
    if (id === null) return ownRun(this.labels.noGroup)
    const known = this.#findName(id, this.reportText.groupShort)
    return known ? ownRun(known) : quotedRun(this.#groups.get(id)?.short ?? id)
  }

  /** Returns the name within a sentence. */
  formatGroupInText(id: string | null): RunLine {
    if (id === null) return this.write('group.none')
    const known = this.#findName(id, this.reportText.groupInText)
    return [known ? ownRun(known) : quotedRun(this.#groups.get(id)?.label ?? id)]
  }

  /** Returns "all 5 groups", or their names. */
  formatGroups(ids: readonly (string | null)[]): RunLine {
    const distinct = new Set(ids)
    const order = [...this.record.groups.map(({ id }) => id), null].filter((id) => distinct.has(id))
    const isAll = order.length === this.record.groups.length && !distinct.has(null)
    return isAll ? this.write('group.all', { n: order.length }) : this.list(order.map((id) => this.formatGroupInText(id)))
  }

  #findName(id: string, names: Readonly<Record<string, string>>): string | undefined {
    return templateLabels[id] !== undefined && templateLabels[id] === this.#groups.get(id)?.label ? names[id] : undefined
  }

  /** Formats an item as "topic 2, Failures". */
  formatItemInText({ topic, title }: Item): RunLine {
    const named = title === null ? this.write('heading.outside') : [quotedRun(title)]
    return topic === null ? named : this.write('sum.topic', { k: topic, title: named })
  }

  /** Formats an item as "Topic 2. Failures". */
  formatItem({ topic, title }: Item): RunLine {
    const named = title === null ? this.write('heading.outside') : [quotedRun(title)]
    return topic === null ? named : this.write('heading.topic', { k: topic, title: named })
  }

  /** Returns the name of an entity, or a neutral text if the session hides it. */
  formatEntity(entity: string | null): TextRun {
    return entity === null ? ownRun(this.labels.unnamed) : quotedRun(entity)
  }

  formatTag(written: string | null): TextRun {
    const { tags } = this.reportText
    if (written === null) return ownRun(this.labels.noTag)
    const known = Object.entries(tags).find(([tag]) => tag === written)
    return known ? ownRun(known[1]) : quotedRun(written)
  }

  formatChannel(id: 'room' | 'remote' | null): Cell {
    return id === null ? nilCell : makeCell(ownRun(this.reportText.channels[id]))
  }

  /** Formats a source as "13", which links to its row in annex I, or as "Q5". Null for a turn that has neither number. */
  formatSource(turn: string | null, question: string | null): TextRun | null {
    const itsTurn = turn === null ? undefined : this.#turns.get(turn)
    const number = itsTurn?.number ?? 0
    if (number > 0 && turn !== null) return { ...ownRun(`${number}`), target: turn }
    const answered = question ?? itsTurn?.question ?? null
    const questionNumber = this.getQuestionNumber(answered)
    return questionNumber > 0 ? ownRun(`Q${questionNumber}`) : null
  }

  /** Returns the number of a question, or 0 if it has none. */
  getQuestionNumber(question: string | null): number {
    return question === null ? 0 : (this.#questions.get(question) ?? 0)
  }

  formatMinute(iso: string): string {
    return this.venueClock.getLocalTime(iso).minute
  }

  formatDate(iso: string): string {
    const [year = 0, month = 0, day = 0] = this.venueClock.getLocalTime(iso).date.split('-').map(Number)
    return this.#say('date', { year, month, day })
  }

  formatDay(iso: string): string {
    const { date } = this.venueClock.getLocalTime(iso)
    return this.#say('dayOfWeek', { day: new Date(`${date}T00:00:00Z`).getUTCDay() || 7, date: this.formatDate(iso) })
  }

  /** Formats a time within a sentence, such as 2.01 p.m. in English. */
  formatTimeInText(iso: string): string {
    const minute = this.formatMinute(iso)
    return this.reportText.formatTimeInText?.(minute) ?? minute
  }

  /** Formats the date and the minute. */
  formatMoment(iso: string): string {
    return this.#say('moment', { date: this.formatDate(iso), time: this.formatMinute(iso) })
  }

  /** Formats date and time within a sentence. If the day is already named, it formats only the time. */
  formatMomentInText(iso: string, namedDate?: string): string {
    const [date, time] = [this.formatDate(iso), this.formatTimeInText(iso)]
    return date === namedDate ? time : this.#say('momentInText', { date, time })
  }

  /** Formats the time zone as "Geneva time". */
  formatZone(): RunLine {
    const { place } = this.record.session
    const city = Object.hasOwn(this.reportText.places, place) ? makeLine(this.reportText.places[place] ?? place) : [quotedRun(place)]
    return this.write('cover.zone', { place: city })
  }
}

/** Makes a figure of a table, or a dash for nothing. */
export const makeFigure = (value: number | string | null): Cell =>
  value === null || value === 0 || value === '' ? nilCell : makeCell(ownRun(`${value}`))
