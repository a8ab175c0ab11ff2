/** All texts of the documents except what people said. A language with a missing text does not compile. */
import type {
  AnswerKind,
  DeclineReason,
  EntryKind,
  OrderMode,
  Remedy,
  RemovalReason,
  RequestChannel,
  SessionPhase,
} from '@rostrum/shared/contract/enums'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { Column, FigureName, TableName } from '../formats/columns.ts'

type Question = SessionRecord['questions'][number]
type RecordDecision = SessionRecord['decisions'][number]

/** Names of the sheets of a workbook, their columns and their figures. */
export type TableText = {
  readonly sheets: Readonly<Record<TableName, string>>
  readonly columns: Readonly<Record<Column, string>>
  readonly figures: Readonly<Record<FigureName, string>>
  readonly total: string
}

export type ReportText = TableText & {
  /** The language tag in documents. */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** Month names are our own, not those of the platform, so that documents are the same on every version of it. */
  readonly date: (year: number, month: number, day: number) => string
  readonly moment: (date: string, minute: string) => string
  readonly title: {
    readonly record: string
    readonly public: string
    readonly rehearsal: string
    /** For a session that is not closed: the record up to a time. */
    readonly soFar: (time: string) => string
    readonly held: (begin: string, end: string, plannedBegin: string, plannedEnd: string) => string
    readonly planned: (begin: string, end: string) => string
    readonly registered: (room: number, remote: number) => string
  }
  readonly headline: {
    readonly heard: (heard: number, of: number) => string
    readonly nobodyAsked: string
    /** `invited`: the session is closed, and they may submit a statement. */
    readonly notReached: (count: number, invited: boolean) => string
    readonly withdrawn: (count: number) => string
    readonly removed: (count: number) => string
    readonly waiting: (count: number) => string
    readonly answered: (count: number) => string
  }
  readonly headings: {
    readonly agenda: string
    readonly notes: string
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
    readonly segment: string
    readonly planned: string
    readonly actual: string
    readonly minutes: string
    readonly guidingQuestion: string
    readonly outsideAgenda: string
    readonly group: string
    readonly noGroup: string
    readonly tag: string
    readonly noTag: string
    readonly note: string
    readonly attributedTo: string
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
  readonly withReason: (what: string, reason: string) => string
  readonly onBehalfOf: (others: string) => string
  readonly answerTo: (number: number) => string
  readonly waitSummary: (median: string, longest: string) => string
  readonly wordCount: (count: number) => string
  readonly questionOutcomes: {
    readonly received: string
    readonly pending: string
    readonly published: string
    readonly merged: string
    readonly movedToQueue: string
    readonly withdrawn: string
    readonly notReached: string
    readonly declined: (reason: string) => string
  }
  readonly log: {
    readonly commits: (count: number) => string
    readonly head: string
    readonly verify: string
  }
  /** Tags that are translated. Other tags of a session stay as they were written. */
  readonly tags: Readonly<Record<'success' | 'failure' | 'expectation', string>>
  readonly channels: Readonly<Record<Channel, string>>
  readonly requestChannels: Readonly<Record<RequestChannel, string>>
  readonly kinds: Readonly<Record<EntryKind | 'answer', string>>
  readonly segments: Readonly<Record<SessionRecord['agenda'][number]['kind'], string>>
  readonly outcomes: Readonly<Record<RequestOutcome, string>>
  readonly removalReasons: Readonly<Record<RemovalReason, string>>
  readonly statuses: Readonly<Record<Question['status'], string>>
  readonly answerKinds: Readonly<Record<AnswerKind, string>>
  readonly declineReasons: Readonly<Record<DeclineReason, string>>
  readonly phases: Readonly<Record<SessionPhase, string>>
  readonly orders: Readonly<Record<OrderMode, string>>
  readonly remedies: Readonly<Record<Remedy, string>>
  readonly limits: Readonly<Record<'everyone' | 'point-of-order' | 'right-of-reply' | 'answer', string>>
  readonly decisions: {
    readonly limit: (scopeName: string, limit: string) => string
    readonly limitRemoved: (scopeName: string) => string
    readonly order: (rule: string) => string
    readonly remedy: (which: string) => string
  } & Readonly<Record<Exclude<RecordDecision['what'], 'limit' | 'order' | 'remedy'>, string>>
  readonly yes: string
  readonly no: string
}
