/** What the documents say beside what people said. A language that lacks a word does not compile. */
import type { Answer, Decline, Door, EntryKind, OrderMode, Phase, Remedy, Removal } from '@rostrum/shared/contract/enums'
import type { Outcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { Column, Figure, TableName } from '../formats/columns.ts'

type Question = SessionRecord['questions'][number]
type Decision = SessionRecord['decisions'][number]

/** The sheets of a workbook, their columns, and what they count. */
export type TableWords = {
  readonly sheets: Readonly<Record<TableName, string>>
  readonly columns: Readonly<Record<Column, string>>
  readonly figures: Readonly<Record<Figure, string>>
  readonly total: string
}

export type Words = TableWords & {
  /** As documents name their language. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** Months by their names, and not by a platform's data: a document is the same on any version of it. */
  readonly date: (year: number, month: number, day: number) => string
  readonly moment: (date: string, minute: string) => string
  readonly title: {
    readonly record: string
    readonly public: string
    readonly rehearsal: string
    /** Of a session that is not closed: the record up to a time. */
    readonly soFar: (time: string) => string
    readonly held: (begin: string, end: string, plannedBegin: string, plannedEnd: string) => string
    readonly planned: (begin: string, end: string) => string
    readonly registered: (room: number, remote: number) => string
  }
  readonly finding: {
    readonly heard: (heard: number, of: number) => string
    readonly nobodyAsked: string
    /** `invited`: the session is closed, and they may write. */
    readonly notReached: (count: number, invited: boolean) => string
    readonly withdrawn: (count: number) => string
    readonly removed: (count: number) => string
    readonly waiting: (count: number) => string
    readonly answered: (count: number) => string
  }
  readonly headings: {
    readonly agenda: string
    readonly said: string
    readonly interventions: string
    readonly heard: string
    readonly byGroup: string
    readonly byChannel: string
    readonly decisions: string
    readonly questions: string
    readonly notReached: string
    readonly statements: string
    readonly requests: string
    readonly log: string
  }
  readonly labels: {
    readonly part: string
    readonly planned: string
    readonly actual: string
    readonly minutes: string
    readonly guiding: string
    readonly outsideParts: string
    readonly group: string
    readonly noGroup: string
    readonly tag: string
    readonly noTag: string
    readonly point: string
    readonly saidBy: string
    readonly time: string
    readonly speaker: string
    readonly from: string
    readonly used: string
    readonly limit: string
    readonly over: string
    readonly id: string
    readonly requests: string
    readonly heard: string
    readonly spoken: string
    readonly median: string
    readonly longest: string
    readonly decision: string
    readonly number: string
    readonly question: string
    readonly outcome: string
    readonly support: string
    readonly asked: string
    readonly statement: string
    readonly received: string
    readonly invited: string
    readonly none: string
    readonly count: string
    readonly channel: string
    readonly wait: string
    readonly unnamed: string
  }
  readonly because: (what: string, why: string) => string
  readonly jointly: (others: string) => string
  readonly answerTo: (number: number) => string
  readonly waits: (median: string, longest: string) => string
  readonly words: (count: number) => string
  readonly accounts: {
    readonly received: string
    readonly pending: string
    readonly published: string
    readonly merged: string
    readonly toFloor: string
    readonly withdrawn: string
    readonly notReached: string
    readonly declined: (why: string) => string
  }
  readonly log: {
    readonly commits: (count: number) => string
    readonly head: string
    readonly verify: string
  }
  /** Tags that have a word of ours; a session's others stay as they were written. */
  readonly tags: Readonly<Record<'success' | 'failure' | 'expectation', string>>
  readonly channels: Readonly<Record<Channel, string>>
  readonly doors: Readonly<Record<Door, string>>
  readonly kinds: Readonly<Record<EntryKind | 'answer', string>>
  readonly segments: Readonly<Record<SessionRecord['agenda'][number]['kind'], string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly removals: Readonly<Record<Removal, string>>
  readonly statuses: Readonly<Record<Question['status'], string>>
  readonly answers: Readonly<Record<Answer, string>>
  readonly declines: Readonly<Record<Decline, string>>
  readonly phases: Readonly<Record<Phase, string>>
  readonly orders: Readonly<Record<OrderMode, string>>
  readonly remedies: Readonly<Record<Remedy, string>>
  readonly limits: Readonly<Record<'everyone' | 'point-of-order' | 'right-of-reply' | 'answer', string>>
  readonly decided: {
    readonly limit: (whose: string, limit: string) => string
    readonly limitGone: (whose: string) => string
    readonly order: (rule: string) => string
    readonly remedy: (which: string) => string
  } & Readonly<Record<Exclude<Decision['what'], 'limit' | 'order' | 'remedy'>, string>>
  readonly yes: string
  readonly no: string
}
