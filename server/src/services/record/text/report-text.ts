/** All texts of the documents, except what people said. A code without its message does not compile. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { AnswerKind, DeclineReason, OrderMode, Remedy, RemovalReason, RequestChannel } from '@rostrum/shared/contract/enums'
import type { InterruptingKind, OwnLimit, TurnKind } from '@rostrum/shared/contract/kinds'
import type { Office } from '@rostrum/shared/contract/offices'
import type { RequestOutcome, SessionRecord } from '@rostrum/shared/contract/record'
import type { ResponseKind } from '@rostrum/shared/contract/response-kinds'
import type { Responder } from '@rostrum/shared/contract/sense'
import type { Amount, Spread, Turnout } from '@rostrum/shared/contract/sense-words'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { type Direction, type MessagesOf, readDirection, readMessages } from '../../../engine/locales/read-messages.ts'
import type { Column, FigureName, TableName } from '../formats/columns.ts'
import { type ListText, makeSentenceWriter } from './sentence-writer.ts'
import { type LanguageStyle, writingStyles } from './writing-styles.ts'

type CaptionedWords = NonNullable<SessionRecord['captions']>['words']
type SenseOutcome = NonNullable<SessionRecord['sense']>[number]['outcome']
type Question = SessionRecord['questions'][number]
type RecordDecision = SessionRecord['decisions'][number]

/** The messages of one group, by the part after the name of the group: `heard` for `outcomes.heard`. */
type Named<Keys, Group extends string> = { readonly [Key in Keys as Key extends `${Group}.${infer Name}` ? Name : never]: string }

type Names<Key extends string> = Readonly<Record<Key, string>>

/** The names of the sheets of a workbook, of their columns and of their figures. */
type TableText = {
  readonly sheets: Names<TableName>
  readonly columns: Names<Column>
  readonly figures: Names<FigureName>
  readonly total: string
}

type ReportKey = keyof MessagesOf<'report'>

export type ReportText = TableText &
  ListText &
  LanguageStyle & {
    readonly language: LanguageId
    readonly direction: Direction
    /** The cities of the United Nations. Others are kept as they were written. */
    readonly places: Names<string>
    /**
     * The groups of the templates, in tables and pictures, within a sentence, and for one organization. A group with another label has been
     * renamed, and is kept as written.
     */
    readonly groupShort: Names<string>
    readonly groupInText: Names<string>
    readonly groupOfOne: Names<string>
    readonly labels: Named<ReportKey, 'labels'>
    readonly questionOutcomes: Named<ReportKey, 'questionOutcomes'>
    /** The tags that are translated. Other tags of a session are kept as they were written. */
    readonly tags: Names<'success' | 'failure' | 'expectation'>
    readonly channels: Names<Channel>
    readonly requestChannels: Names<RequestChannel>
    readonly kinds: Names<TurnKind>
    readonly segments: Names<SessionRecord['agenda'][number]['kind']>
    readonly outcomes: Names<RequestOutcome>
    readonly removalReasons: Names<RemovalReason>
    readonly statuses: Names<Question['status']>
    readonly answerKinds: Names<AnswerKind>
    readonly declineReasons: Names<DeclineReason>
    readonly orders: Names<OrderMode>
    readonly remedies: Names<Remedy>
    readonly limits: Names<'everyone' | OwnLimit>
    readonly decisions: Names<Exclude<RecordDecision['what'], 'limit' | 'order' | 'remedy' | 'ruling' | 'moved'>>
    readonly rulings: Names<InterruptingKind>
    readonly functions: Names<Office | 'system'>
    /** The languages of the United Nations. The names of others come from the platform. */
    readonly languages: Names<LanguageId>
    readonly responses: Names<ResponseKind>
    readonly responders: Names<Responder>
    readonly senseOutcomes: Names<SenseOutcome>
    readonly amounts: Names<Amount>
    readonly spreads: Names<Spread>
    readonly turnouts: Names<Turnout>
    readonly captionedWords: Names<CaptionedWords>
    readonly noteSources: Names<SessionRecord['notes'][number]['sources'][number]['kind']>
    readonly yes: string
    readonly no: string
  }

const nameGroups =
  <Keys extends string>(messages: Names<Keys>) =>
  <Group extends string>(group: Group) =>
    Object.fromEntries(
      Object.entries<string>(messages).flatMap(([key, text]) => (key.startsWith(`${group}.`) ? [[key.slice(group.length + 1), text]] : [])),
    ) as Named<Keys, Group>

function makeReportText(language: LanguageId): ReportText {
  const messages = readMessages(language, 'report')
  const columns = readMessages(language, 'columns')
  const get = nameGroups(messages)
  const getColumns = nameGroups(columns)
  // The record uses the same words for these as the pages.
  const getOnPhones = nameGroups(readMessages(language, 'phone'))
  const getAsked = nameGroups(readMessages(language, 'asked'))
  const getOnPages = nameGroups(readMessages(language, 'staff'))
  const style = writingStyles[language]
  return {
    ...style,
    language,
    direction: readDirection(language),
    write: makeSentenceWriter(language, messages, style),
    places: get('places'),
    groupShort: get('groupShort'),
    groupInText: get('groupInText'),
    groupOfOne: get('groupOfOne'),
    labels: get('labels'),
    questionOutcomes: get('questionOutcomes'),
    tags: getOnPages('notes.tag'),
    channels: get('channels'),
    requestChannels: get('requestChannels'),
    kinds: get('kinds'),
    segments: get('segments'),
    outcomes: get('outcomes'),
    removalReasons: getOnPhones('queue.removal'),
    statuses: get('statuses'),
    answerKinds: getOnPhones('questions.answer'),
    declineReasons: getOnPages('questions.decline'),
    orders: get('orders'),
    remedies: get('remedies'),
    limits: get('limits'),
    decisions: get('decisions'),
    rulings: get('rulings'),
    functions: { ...getOnPages('office'), ...get('functions') },
    languages: get('languages'),
    responses: get('responses'),
    responders: get('responders'),
    senseOutcomes: get('senseOutcomes'),
    amounts: getAsked('sense.amount'),
    spreads: getAsked('sense.spread'),
    turnouts: getAsked('sense.turnout'),
    captionedWords: get('captionedWords'),
    noteSources: get('noteSources'),
    yes: messages.yes,
    no: messages.no,
    sheets: getColumns('sheets'),
    columns: getColumns('columns'),
    figures: getColumns('figures'),
    total: columns.total,
  }
}

const made = new Map<LanguageId, ReportText>()
/** Returns the texts of the documents in a language. */
export const getReportText = (language: LanguageId): ReportText => {
  const text = made.get(language) ?? makeReportText(language)
  made.set(language, text)
  return text
}
