/** The sources of points. Without the validator, so that the client can import it. */
import type { QuestionId, StatementId, TurnId } from './ids.ts'

/** A question belongs to the person who asked it, its answer to the person who answers. */
export type NoteSubject =
  | { readonly kind: 'turn'; readonly turn: TurnId }
  | { readonly kind: 'question' | 'answer-to'; readonly question: QuestionId }
  | { readonly kind: 'statement'; readonly statement: StatementId }

/** Returns the same key for the same source. Null means the segment as a whole. */
export const getSubjectKey = (about: NoteSubject | null): string => {
  if (about === null) return 'part'
  switch (about.kind) {
    case 'turn':
      return `turn-${about.turn}`
    case 'statement':
      return `statement-${about.statement}`
    default:
      return `${about.kind}-${about.question}`
  }
}
