/** Ids are strings with a name on them, so that one cannot stand where another is meant. */
type Branded<Name extends string> = string & { readonly [brand]: Name }
declare const brand: unique symbol

export type SessionId = Branded<'session'>
export type SegmentId = Branded<'segment'>
export type GroupId = Branded<'group'>
export type PersonId = Branded<'person'>
/** Made by whoever asks; the thing that a command makes carries the command's id. */
export type CommandId = Branded<'command'>
export type EntryId = Branded<'entry'>
export type TurnId = Branded<'turn'>
export type QuestionId = Branded<'question'>
export type NoteId = Branded<'note'>
export type StatementId = Branded<'statement'>
export type CueId = Branded<'cue'>
export type AnnouncementId = Branded<'announcement'>
/** The command that was a step. */
export type StepId = Branded<'step'>

/** Number of a commit in its session: 1, 2, 3 … without holes; 0 is before the first. */
export type Revision = number & { readonly [revision]: true }
declare const revision: unique symbol

export const noRevision = 0 as Revision
export const following = (revision: Revision): Revision => (revision + 1) as Revision
