/** All texts of the documents except what people said. A language with a missing text does not compile. */
import type { AnswerKind, DeclineReason, EntryKind, OrderMode, Remedy, RemovalReason, RequestChannel } from '@rostrum/shared/contract/enums'
import type { Office } from '@rostrum/shared/contract/offices'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { ResponseKind } from '@rostrum/shared/contract/response-kinds'
import type { Channel } from '@rostrum/shared/contract/roles'
import type { Responder } from '@rostrum/shared/contract/sense'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import type { Column, FigureName, TableName } from '../formats/columns.ts'
import type { ListText } from './sentence-writer.ts'

type CaptionedWords = NonNullable<SessionRecord['captions']>['words']
type SenseOutcome = NonNullable<SessionRecord['sense']>[number]['outcome']
type Question = SessionRecord['questions'][number]
type RecordDecision = SessionRecord['decisions'][number]

/** Names of the sheets of a workbook, their columns and their figures. */
export type TableText = {
  readonly sheets: Readonly<Record<TableName, string>>
  readonly columns: Readonly<Record<Column, string>>
  readonly figures: Readonly<Record<FigureName, string>>
  readonly total: string
}

type LabelKey =
  | 'group'
  | 'groupOrChannel'
  | 'registered'
  | 'presentRoom'
  | 'presentRemote'
  | 'present'
  | 'room'
  | 'remote'
  | 'total'
  | 'noGroup'
  | 'noTag'
  | 'number'
  | 'organization'
  | 'from'
  | 'minutes'
  | 'question'
  | 'askedBy'
  | 'support'
  | 'supportFrom'
  | 'answeredBy'
  | 'requests'
  | 'heard'
  | 'withdrawn'
  | 'notReached'
  | 'other'
  | 'time'
  | 'requestShare'
  | 'timeShare'
  | 'medianWait'
  | 'part'
  | 'plannedStart'
  | 'planned'
  | 'actualStart'
  | 'actual'
  | 'plannedBar'
  | 'actualBar'
  | 'interventions'
  | 'answered'
  | 'clock'
  | 'decision'
  | 'by'
  | 'askedAt'
  | 'subject'
  | 'statement'
  | 'invited'
  | 'began'
  | 'limit'
  | 'used'
  | 'over'
  | 'waited'
  | 'chapter'
  | 'paragraphs'
  | 'page'
  | 'language'
  | 'languageNotSaid'
  | 'unnamed'
  | 'response'
  | 'inAll'

type GroupNames = {
  /** In tables and pictures. */
  readonly short: string
  /** Within a sentence. */
  readonly inText: string
}

export type ReportText = TableText &
  ListText & {
    /** The language tag in documents. */
    readonly tag: string
    readonly direction: 'ltr' | 'rtl'
    /** Month names are our own, not those of the platform, so that documents are the same on every version of it. */
    readonly date: (year: number, month: number, day: number) => string
    readonly moment: (date: string, minute: string) => string
    /** How a time is written within a sentence, if not as in tables. */
    readonly inText?: { readonly time: (minute: string) => string; readonly moment: (date: string, time: string) => string }
    /** Monday to Sunday is 1 to 7. */
    readonly dayOfWeek: (day: number, date: string) => string
    /** The number of a chapter, and of what has a name before its number: an annex or a figure. */
    readonly chapterNumber: (number: number) => string
    readonly annexNumber: (number: number) => string
    /** The letter of a section. */
    readonly sectionLetter: (number: number) => string
    /** Cities of the United Nations; others stay as they were written. `Of`: after "time of". */
    readonly places: Readonly<Record<string, string>>
    /** Groups of the templates. A group with another label has been renamed, and stays as it was written. */
    readonly groups: Readonly<Record<string, GroupNames>>
    readonly labels: Readonly<Record<LabelKey, string>>
    readonly withReason: (what: string, reason: string) => string
    readonly onBehalfOf: (others: string) => string
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
    readonly orders: Readonly<Record<OrderMode, string>>
    readonly remedies: Readonly<Record<Remedy, string>>
    readonly limits: Readonly<Record<'everyone' | 'point-of-order' | 'right-of-reply' | 'answer', string>>
    readonly decisions: {
      readonly limit: (scopeName: string, limit: string) => string
      readonly limitRemoved: (scopeName: string) => string
      readonly order: (rule: string) => string
      readonly remedy: (which: string) => string
    } & Readonly<Record<Exclude<RecordDecision['what'], 'limit' | 'order' | 'remedy' | 'moved'>, string>>
    readonly functions: Readonly<Record<Office | 'system', string>>
    /** The languages of the United Nations. Names of others come from the platform. */
    readonly languages: Readonly<Record<LanguageId, string>>
    readonly responses: Readonly<Record<ResponseKind, string>>
    readonly responders: Readonly<Record<Responder, string>>
    readonly senseOutcomes: Readonly<Record<SenseOutcome, string>>
    readonly captionedWords: Readonly<Record<CaptionedWords, string>>
    readonly yes: string
    readonly no: string
  }
