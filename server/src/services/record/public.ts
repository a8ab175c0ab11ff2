/** The public version. It leaves out what only the secretariat sees, and people whom the rules of the session hide. */
import type { Attribution } from '@rostrum/shared/contract/enums'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { BuiltRecord } from './build-record.ts'
import { guardStatistics, isFew } from './small-counts.ts'
import { leaveOutWords } from './words.ts'

type Question = SessionRecord['questions'][number]

/** The statuses of questions that everybody can read. */
const publicStatuses: ReadonlySet<Question['status']> = new Set([
  'approved',
  'answering',
  'answered',
  'merged',
  'moved-to-queue',
  'not-reached',
])

/** Redacts the record. `notes`: also exports the notes, which makes them public. No record contains who wrote them. */
export function redactRecord({ record, attribution, takenBack }: BuiltRecord, notes: boolean): SessionRecord {
  const questions = record.questions
    .filter(({ id, number, status }) => number > 0 && publicStatuses.has(status) && !takenBack.has(id))
    .map((question) => ({
      ...question,
      ...(attribution === 'named' ? {} : { entity: null, group: null, channel: null, askedAt: null }),
      original: null,
      tags: [],
      support: isFew(question.support.total) ? { total: null, groups: [] } : question.support,
    }))
  const publicIds = new Set(questions.map(({ id }) => id))
  return {
    ...record,
    public: true,
    // Captions are written while people speak, and nobody has checked the words that appear under a name.
    ...leaveOutWords(record),
    // Only the staff and the author see topic and reason.
    requests: record.requests.map((request) => ({
      ...request,
      topic: null,
      reason: null,
      // A person who withdrew a request has said nothing.
      entity: request.outcome === 'withdrawn' ? null : request.entity,
    })),
    // A question that is merged into a hidden one is shown alone.
    questions: questions.map((question) => ({
      ...question,
      into: question.into !== null && publicIds.has(question.into) ? question.into : null,
    })),
    statistics: guardStatistics(record.statistics),
    notes: notes ? record.notes.map((note) => redactNote(note, publicIds, attribution)) : [],
  }
}

/** Redacts a note: if the author of its question is hidden, the note must not name the author. */
function redactNote(note: SessionRecord['notes'][number], publicIds: ReadonlySet<string>, attribution: Attribution) {
  if (note.question === null) return note
  const question = publicIds.has(note.question) ? note.question : null
  return attribution === 'named' && question !== null ? note : { ...note, question, entity: null, group: null }
}
