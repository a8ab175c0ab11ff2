/** Writes the sentences of one language (ICU) as runs of text. Text that people wrote is kept in separate runs. */
import { endsWide } from '@rostrum/shared/kernel/text'
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessagesOf } from '../../../engine/locales/read-messages.ts'
import { getPlainText, joinRuns, ownRun, type RunLine } from '../report/blocks.ts'

type Sentences = MessagesOf<'report'>
export type SentenceKey = keyof Sentences

/** A value of a sentence. A line is kept as it is, with the marks of its runs. */
type SentenceValue = number | string | RunLine
export type SentenceValues = Readonly<Record<string, SentenceValue>>
/** Writes one sentence. */
export type WriteSentence = (key: SentenceKey, values?: SentenceValues) => RunLine

/** The differences of a language from plain digits and plain composition. */
export type WritingStyle = {
  /** If absent, numbers are plain digits, so that no version of the platform's language data changes a document. */
  readonly formatNumber?: (key: SentenceKey, value: number, values: SentenceValues) => string
  /** Corrects the text between the parts that people wrote. */
  readonly finishText?: (text: string) => string
}

const objectPart = 1

export function makeSentenceWriter(language: string, sentences: Sentences, style: WritingStyle = {}): WriteSentence {
  const { formatNumber = (_key, value) => String(value), finishText = (text) => text } = style
  const formats = new Map<SentenceKey, IntlMessageFormat>()
  const pluralRules = new Intl.PluralRules(language)
  let written: SentenceValues = {}
  const makeFormatters = (key: SentenceKey) => ({
    getNumberFormat: () => ({ format: (value: number) => formatNumber(key, value, written) }),
    getDateTimeFormat: () => {
      throw new Error('dates are formatted by the clock of the venue')
    },
    getPluralRules: () => pluralRules,
  })
  const getFormat = (key: SentenceKey): IntlMessageFormat => {
    const cached = formats.get(key)
    if (cached) return cached
    const made = new IntlMessageFormat(sentences[key], language, undefined, { formatters: makeFormatters(key) as never })
    formats.set(key, made)
    return made
  }
  return (key, values = {}) => {
    written = values
    return joinRuns(
      getFormat(key)
        .formatToParts<SentenceValue>(values as never)
        .flatMap(({ type, value }) => (type === objectPart ? (value as RunLine) : [ownRun(finishText(String(value)))])),
    )
  }
}

/** The text of a language between the members of a list. */
export type ListText = {
  readonly write: WriteSentence
  /** Returns the text before the last member, if the member changes it. If absent, it is the message `list.last`. */
  readonly joinLast?: (next: string) => string
}

/** Joins a list, such as "a, b and c". */
export const joinList = ({ write, joinLast }: ListText, all: readonly RunLine[]): RunLine => {
  const writeLast = (next: RunLine) => (joinLast ? [ownRun(joinLast(getPlainText(next)))] : write('list.last'))
  return all.flatMap((line, index) =>
    index === 0 ? line : [...(index === all.length - 1 ? writeLast(line) : write('list.between')), ...line],
  )
}

/** Joins the sentences of one paragraph. */
export const joinSentences = (all: readonly RunLine[]): RunLine => {
  const lines = all.filter((line) => line.length > 0)
  return joinRuns(
    lines.flatMap((line, index) => (index === 0 || endsWide(lines[index - 1]?.at(-1)?.text ?? '') ? line : [ownRun(' '), ...line])),
  )
}
