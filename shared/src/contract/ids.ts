import type { Brand } from '../kernel/brand.ts'

export type SessionId = Brand<'session'>
export type SegmentId = Brand<'segment'>
export type GroupId = Brand<'group'>
export type PersonId = Brand<'person'>
/** The panel as one, with one link for all panellists. It is not one person. */
export const panelPersonId = 'panel' as PersonId
/** Created by the sender. The thing that a command creates has the command's id. */
export type CommandId = Brand<'command'>
export type EntryId = Brand<'entry'>
export type TurnId = Brand<'turn'>
export type QuestionId = Brand<'question'>
export type NoteId = Brand<'note'>
export type StatementId = Brand<'statement'>
export type CueId = Brand<'cue'>
export type AnnouncementId = Brand<'announcement'>
/** A prompt: the formulation that is put to everybody. */
export type PromptId = Brand<'prompt'>
/** The id of the command that was the step. */
export type StepId = Brand<'step'>
