/** Times and numbers in running text, as documents of the United Nations write them in English. Tables keep digits. */
import type { SentenceKey, WritingStyle } from './sentence-writer.ts'

const smallNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The sentences of running text. All others are in tables, in brackets or next to percentages, and keep their digits. */
const sentencesInWords: ReadonlySet<SentenceKey> = new Set<SentenceKey>([
  ...(['sum.requests', 'sum.invited', 'sum.time', 'sum.waits', 'sum.questions', 'sum.points', 'sum.fromAll', 'sum.fromSome'] as const),
  ...(['part.heard', 'part.joint', 'part.withdrawn', 'part.removed', 'part.notReached', 'part.speaking'] as const),
  ...(['part.waiting', 'tag.success', 'tag.failure', 'tag.expectation', 'tag.other', 'tag.none', 'intro.topics'] as const),
  ...(['intro.panels', 'intro.floors', 'said.intro', 'said.interventions', 'said.took', 'said.began', 'said.many'] as const),
  ...(['said.questions', 'question.live', 'question.in-writing', 'question.taken-on-notice', 'question.notReached'] as const),
  ...(['question.merged', 'question.movedToQueue', 'question.declined', 'question.withdrawn', 'question.published'] as const),
  ...(['question.pending', 'question.all', 'time.session', 'time.began', 'order.limit', 'order.overtaken', 'order.moved'] as const),
  ...(['order.points', 'length', 'left.intro', 'left.soFar', 'left.numbers', 'left.more'] as const),
])

/** The sentence with two numbers of which only one is written. */
const writesOneNumber: SentenceKey = 'sum.invited'

/** Uses words for numbers below ten, unless one of the same series is larger. */
export const englishStyle: WritingStyle = {
  formatNumber: (key, value, values) => {
    const series = key === writesOneNumber ? [value] : Object.values(values)
    const isSmall = series.every((one) => typeof one !== 'number' || one < smallNumbers.length)
    return (isSmall && sentencesInWords.has(key) ? smallNumbers[value] : undefined) ?? String(value)
  },
  // If a sentence ends with a time, it has only one full stop.
  finishText: (text) => text.replace(/([ap]\.m\.)\./g, '$1'),
}

/** Formats a time as "2.01 p.m.", "9 a.m." or "noon". */
export function formatEnglishTime(minute: string): string {
  if (minute === '00:00') return 'midnight'
  if (minute === '12:00') return 'noon'
  const [hour = 0, past = 0] = minute.split(':').map(Number)
  const half = hour < 12 ? 'a.m.' : 'p.m.'
  return `${hour % 12 || 12}${past === 0 ? '' : `.${String(past).padStart(2, '0')}`}\u00a0${half}`
}
