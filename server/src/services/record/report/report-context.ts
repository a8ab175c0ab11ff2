/** The names, times, numbers and texts that every section of the report uses. */
import type { Channel } from '@rostrum/shared/contract/channels'
import { markSigns } from '@rostrum/shared/contract/group-marks'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block, Cell, RunLine, TextRun } from '@rostrum/shared/contract/report-blocks'
import { isTopic } from '@rostrum/shared/contract/segment-kinds'
import type { NotConfirmed } from '../not-confirmed.ts'
import type { ReportText } from '../text/report-text.ts'
import { joinList, joinSentences, type SentenceKey, type SentenceValues } from '../text/sentence-writer.ts'
import { getPlainText, makeCell, makeLine, nilCell, ownRun, quotedRun } from './blocks.ts'
import { type Item, listItems } from './items.ts'
import { Outline } from './outline.ts'
import type { PointSource } from './points.ts'
import { VenueClock } from './venue-clock.ts'

/** The labels that our templates give to these groups. */
const templateLabels: Readonly<Record<string, string>> = {
  government: 'Governments',
  'private-sector': 'Private sector',
  'civil-society': 'Civil society',
  'technical-academic': 'Technical and academic communities',
  international: 'International organizations',
}

/** `template`: the hash of the document that gives the report its look. */
export type ReportForm = { readonly template: string | null; readonly form: 'document' | 'print' | 'page' }
const documentForm: ReportForm = { template: null, form: 'document' }

export class ReportContext {
  readonly record: SessionRecord
  readonly reportText: ReportText
  readonly outline: Outline
  readonly venueClock: VenueClock
  readonly items: readonly Item[]
  readonly #anchors = new Set<string>()
  readonly #groups: ReadonlyMap<string, SessionRecord['groups'][number]>
  readonly #questions: ReadonlyMap<string, number>
  readonly #turnNumbers: ReadonlyMap<string | null, number>
  readonly #statements: ReadonlyMap<string | null, number>

  /** The hash of the template that gives the document its look. */
  readonly template: string | null

  /** A page shows the rows that a document leaves to the data files. */
  readonly isPage: boolean

  /** True if somebody can write in it. Otherwise it has no places to write. */
  readonly isEditable: boolean

  constructor(record: SessionRecord, reportText: ReportText, outline = new Outline(), { template, form }: ReportForm = documentForm) {
    this.record = record
    this.reportText = reportText
    this.outline = outline
    this.template = template
    this.isPage = form === 'page'
    this.isEditable = form === 'document'
    this.venueClock = new VenueClock(record.session.timeZone)
    this.items = listItems(record)
    this.#groups = new Map(record.groups.map((group) => [group.id, group]))
    this.#questions = new Map(record.questions.map(({ id, number }) => [id, number]))
    this.#turnNumbers = new Map(record.turns.map(({ id, number }) => [id, number]))
    this.#statements = new Map(record.statements.map(({ id, number }) => [id, number]))
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

  /** Places to which a run can lead. A page has each of them once. */
  makeAnchors(...ids: readonly string[]): RunLine {
    return ids.flatMap((anchor) => {
      if (this.isPage && this.#anchors.has(anchor)) return []
      this.#anchors.add(anchor)
      return [{ ...ownRun(''), anchor }]
    })
  }

  /** Makes the anchors of a turn and of its request. On a page nothing links to a request. */
  makeTurnAnchors({ id, request }: SessionRecord['turns'][number]): RunLine {
    return this.makeAnchors(id, ...(request === null || this.isPage ? [] : [request]))
  }

  /** Makes a numbered paragraph of whole sentences. */
  makeNumbered(key: string, sentences: readonly RunLine[]): Block {
    return { kind: 'numbered', number: this.outline.paragraph(key), line: joinSentences(sentences) }
  }

  /** Makes a place to write that becomes a numbered paragraph. */
  makePlace(id: string, line: RunLine): Block {
    return { kind: 'to-write', id, number: this.outline.paragraph(`${id}-write`), line }
  }

  /** Makes the numbered paragraph that somebody has written in a place. */
  makeWritten(id: string, line: RunLine): Block {
    return { kind: 'numbered', number: this.outline.paragraph(`${id}-write`), line }
  }

  /** Returns the number of the paragraph in a place to write. */
  getPlaceNumber(id: string): number {
    return this.outline.paragraph(`${id}-write`)
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

  /** Returns the name for one organization of the group. */
  formatGroupOfOne(id: string): RunLine {
    const known = this.#findName(id, this.reportText.groupOfOne)
    return known ? makeLine(known) : this.formatGroupInText(id)
  }

  /** Returns "all 5 groups", or their names. */
  formatGroups(ids: readonly (string | null)[]): RunLine {
    const order = this.#sortGroups(ids)
    const isAll = order.length === this.record.groups.length && !order.includes(null)
    return isAll ? this.write('group.all', { n: order.length }) : this.listGroups(ids)
  }

  /** Returns the names of groups, in their order. */
  listGroups(ids: readonly (string | null)[]): RunLine {
    return this.list(this.#sortGroups(ids).map((id) => this.formatGroupInText(id)))
  }

  #sortGroups(ids: readonly (string | null)[]): readonly (string | null)[] {
    const distinct = new Set(ids)
    return [...this.record.groups.map(({ id }) => id), null].filter((id) => distinct.has(id))
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

  /** Names an item of the agenda within a sentence. Null if there is no such item. */
  findItemName(id: string | null): RunLine | null {
    const { agenda } = this.record
    const title = agenda.find((one) => one.id === id)?.title
    if (title === undefined) return null
    const topic = agenda.filter(isTopic).findIndex((one) => one.id === id)
    return topic < 0 ? [quotedRun(title)] : this.write('sum.topic', { k: topic + 1, title: [quotedRun(title)] })
  }

  /** Returns the name of an entity, or a neutral text if the session hides it. */
  formatEntity({ entity, notConfirmed }: { readonly entity: string | null } & NotConfirmed): RunLine {
    if (entity === null) return [ownRun(this.labels.unnamed)]
    return notConfirmed ? this.addInBrackets([quotedRun(entity)], makeLine(this.labels.notConfirmed)) : [quotedRun(entity)]
  }

  formatTag(written: string | null): TextRun {
    const { tags } = this.reportText
    if (written === null) return ownRun(this.labels.noTag)
    const known = Object.entries(tags).find(([tag]) => tag === written)
    return known ? ownRun(known[1]) : quotedRun(written)
  }

  formatChannel(id: Channel | null): Cell {
    return id === null ? nilCell : makeCell(ownRun(this.reportText.channels[id]))
  }

  /** Formats a source: "13" and "S2", which lead to the intervention and the statement, "Q5", and "A5" for its answer. Null without a number. */
  formatSource({ kind, turn, question, statement }: PointSource): TextRun | null {
    if (kind === 'question' || kind === 'answer-to') {
      const number = this.getQuestionNumber(question)
      return number > 0 ? ownRun(`${kind === 'answer-to' ? 'A' : 'Q'}${number}`) : null
    }
    const [id, number] = kind === 'turn' ? [turn, this.#turnNumbers.get(turn) ?? 0] : [statement, this.#statements.get(statement) ?? 0]
    return number > 0 && id !== null ? { ...ownRun(kind === 'turn' ? `${number}` : `S${number}`), target: id } : null
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
