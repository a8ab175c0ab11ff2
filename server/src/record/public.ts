/** What may be published: without what only the secretariat sees, and without whoever the session's rules hide. */
import type { Attribution } from '@rostrum/shared/contract/enums'
import type { SessionRecord } from '@rostrum/shared/contract/record'

type Question = SessionRecord['questions'][number]

/** A question that everybody could read, and still can. */
const shown: ReadonlySet<Question['status']> = new Set(['approved', 'answering', 'answered', 'merged', 'to-floor', 'not-reached'])

/** `notes`: the points are exported too, which makes them public; who wrote them is in no record. */
export function publicRecord(record: SessionRecord, attribution: Attribution, notes: boolean): SessionRecord {
  const questions = record.questions
    .filter(({ number, status }) => number > 0 && shown.has(status))
    .map((question) => ({
      ...question,
      ...(attribution === 'named' ? {} : { entity: null, group: null, channel: null }),
      original: null,
      tags: [],
    }))
  const known = new Set(questions.map(({ id }) => id))
  return {
    ...record,
    public: true,
    // A topic is for the staff and its author, as a reason is.
    requests: record.requests.map((request) => ({ ...request, topic: null, reason: null })),
    // One that is asked with a hidden one stands alone.
    questions: questions.map((question) => ({
      ...question,
      into: question.into !== null && known.has(question.into) ? question.into : null,
    })),
    notes: notes ? record.notes.map((note) => saidInPublic(note, known, attribution)) : [],
  }
}

/** A point on a question whose author is hidden must not name them. */
function saidInPublic(note: SessionRecord['notes'][number], known: ReadonlySet<string>, attribution: Attribution) {
  if (note.question === null) return note
  const question = known.has(note.question) ? note.question : null
  return attribution === 'named' && question !== null ? note : { ...note, question, entity: null, group: null }
}
