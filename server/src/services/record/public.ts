/** The public version. It leaves out what only the secretariat sees, and people whom the rules of the session hide. */
import { type Attribution, attributionRules } from '@rostrum/shared/contract/enums'
import { questionRules } from '@rostrum/shared/contract/question-statuses'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { isSameBasis } from '@rostrum/shared/contract/sentence-basis'
import type { BuiltRecord } from './build-record.ts'
import { listPoints } from './report/points.ts'
import { makeBasis } from './report/sentences.ts'
import { guardStatistics, isFew } from './small-counts.ts'
import { leaveOutWords } from './words.ts'

/** Redacts the record. `notes`: also exports the notes, which makes them public. No record contains who wrote them. */
export function redactRecord({ record, attribution, takenBack }: BuiltRecord, notes: boolean): SessionRecord {
  const questions = record.questions
    .filter(({ id, number, status }) => number > 0 && questionRules[status].inRecord && !takenBack.has(id))
    .map((question) => ({
      ...(attributionRules[attribution].isPublic ? question : hideAuthor(question)),
      original: null,
      tags: [],
      support: isFew(question.support.total) ? { total: null, groups: [] } : question.support,
    }))
  const publicIds = new Set(questions.map(({ id }) => id))
  const withdrawn = new Set(record.requests.flatMap(({ id, outcome }) => (outcome === 'withdrawn' ? [id] : [])))
  return {
    ...record,
    public: true,
    // Captions are written while people speak, and nobody has checked the words that appear under a name.
    ...leaveOutWords(record),
    // Only the staff and the author see topic and reason.
    requests: record.requests.map((request) => ({
      ...(request.outcome === 'withdrawn' ? hideRequester(request) : request),
      topic: null,
      reason: null,
    })),
    // The place of a request on the list can name who withdrew it.
    decisions: record.decisions.filter(({ moved }) => moved === null || !withdrawn.has(moved.request)),
    // A question that is merged into a hidden one is shown alone.
    questions: questions.map((question) => ({
      ...question,
      into: question.into !== null && publicIds.has(question.into) ? question.into : null,
    })),
    participants: record.participants.filter(({ name }) => name !== null),
    statistics: guardStatistics(record.statistics),
    notes: notes ? redactNotes(record, publicIds, attribution) : [],
    notesRemovedAfterClose: notes ? record.notesRemovedAfterClose : 0,
  }
}

type Question = SessionRecord['questions'][number]
type Request = SessionRecord['requests'][number]
type Note = SessionRecord['notes'][number]

/**
 * A person who withdrew a request has said nothing. In a small group the group and the channel would name them, and the number or the exact
 * time would match what others saw on the list.
 */
const hideRequester = ({ notConfirmed: _, ...request }: Request): Request => ({
  ...request,
  ...{ number: 0, entity: null, group: null, channel: null, requestChannel: null },
  askedAt: `${request.askedAt.slice(0, 'yyyy-mm-ddThh:mm'.length)}:00.000Z`,
})

const hideAuthor = ({ notConfirmed: _, ...question }: Question): Question => ({
  ...question,
  ...{ entity: null, group: null, channel: null, askedAt: null },
})

/** Redacts a note: if the author of a question is hidden, the note must not name the author. */
const redactNote = (note: Note, publicIds: ReadonlySet<string>, attribution: Attribution): Note => ({
  ...note,
  sources: note.sources.map((source) => {
    if (source.question === null) return source
    const question = publicIds.has(source.question) ? source.question : null
    const isNamed = source.kind === 'answer-to' || (attributionRules[attribution].isPublic && question !== null)
    if (isNamed) return question === null ? { ...source, question } : source
    const { notConfirmed: _, ...rest } = source
    return { ...rest, question, entity: null, group: null }
  }),
})

/**
 * Leaves out the sentences of a point that has a hidden source, and those that no longer agree with their point: their words of quantity and
 * their groups would tell of people whom the session hides. The basis of a sentence is for the secretariat.
 */
function redactNotes(record: SessionRecord, publicIds: ReadonlySet<string>, attribution: Attribution): readonly Note[] {
  const redacted = new Map(record.notes.map((note) => [note.id, redactNote(note, publicIds, attribution)]))
  const isHidden = ({ id, sources }: Note) => redacted.get(id)?.sources.some((source, index) => source !== sources[index]) ?? true
  const withHidden = new Set(record.notes.filter(isHidden).map(({ id }) => id))
  const open = listPoints(record, record.turns).filter(({ ids }) => !ids.some((id) => withHidden.has(id)))
  const bases = new Map(open.flatMap((point) => point.ids.map((id) => [id, makeBasis(point)] as const)))
  return [...redacted.values()].map(({ sentences = [], ...note }) => {
    const point = bases.get(note.id)
    const kept = sentences.flatMap(({ language, text, basis }) => (point && basis && isSameBasis(basis, point) ? [{ language, text }] : []))
    return kept.length === 0 ? note : { ...note, sentences: kept }
  })
}
