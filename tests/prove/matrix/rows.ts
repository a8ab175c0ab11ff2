/**
 * The answer to each command in each phase, for people who may send it. In `made`, the session is one in which the command is possible.
 * People without the role or the duty, and people who do not own the thing, get `forbidden` in every phase.
 */
import type { CommandType } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/contract/rejections'

/** `suspended` and `closed`: the session of `made` after it was suspended or closed. */
export const matrixPhases = ['planned', 'made', 'suspended', 'closed'] as const
export type MatrixPhase = (typeof matrixPhases)[number]
export type Answer = Rejection | 'ok'
/** `without`: the answers if the thing does not belong to this session. Null if they are the same. */
type Row = Readonly<Record<MatrixPhase, Answer>> & { readonly without: Readonly<Record<MatrixPhase, Answer>> | null }

const makeRow = (planned: Answer, suspended: Answer, closed: Answer, without: Row['without'] = null): Row => ({
  ...{ planned, made: 'ok', suspended, closed, without },
})
const makeWithout = (planned: Answer, made: Answer, suspended: Answer = made, closed: Answer = made) => ({
  ...{ planned, made, suspended, closed },
})

const always = makeRow('ok', 'ok', 'ok')
const untilTheClose = makeRow('ok', 'ok', 'session-closed')
const fromTheOpening = makeRow('session-not-open', 'ok', 'ok')
const whileItLasts = makeRow('session-not-open', 'ok', 'session-closed')
const inSession = makeRow('session-not-open', 'session-suspended', 'session-closed')
/** Only owners send these commands, and before the opening nobody owns anything. */
const ofOwners = makeRow('forbidden', 'ok', 'ok')

const noEntry = makeWithout('session-not-open', 'no-such-entry', 'no-such-entry', 'session-closed')
const onEntry: Row = { ...whileItLasts, without: noEntry }
const noTurn = makeWithout('no-such-turn', 'no-such-turn', 'session-suspended', 'no-such-turn')
/** After the close, a person who was called and has not started is no longer called. */
const onCalled = makeRow('no-such-turn', 'session-suspended', 'no-such-turn', noTurn)
/** A turn that ended with the close is still known. */
const onTurn = makeRow('no-such-turn', 'session-suspended', 'conflict', noTurn)
const noQuestion = makeWithout('no-such-question', 'no-such-question')
/** The close gives every question its outcome. */
const onQuestion = makeRow('no-such-question', 'ok', 'wrong-status', noQuestion)
const onQuestionWhileItLasts: Row = {
  ...whileItLasts,
  without: makeWithout('session-not-open', 'no-such-question', 'no-such-question', 'session-closed'),
}
const onPublished = makeRow('no-such-question', 'ok', 'not-published')
const onNote = makeRow('no-such-note', 'ok', 'ok')
const onCue = makeRow('forbidden', 'ok', 'no-such-cue')

const onPrompt = makeRow('no-such-prompt', 'ok', 'prompt-closed')
const onTrack = makeRow('no-such-track', 'ok', 'ok', makeWithout('no-such-track', 'no-such-track'))

export const matrixRows: Readonly<Record<CommandType, Row>> = {
  'session.open': untilTheClose,
  'session.suspend': whileItLasts,
  'session.resume': whileItLasts,
  'session.close': fromTheOpening,
  'agenda.go': inSession,
  'agenda.adjust': inSession,
  'people.confirm': makeRow('no-such-person', 'ok', 'ok'),
  'people.revoke': always,
  'people.hand-chair': makeRow('no-such-person', 'ok', 'session-closed'),
  'queue.open': whileItLasts,
  'queue.close': always,
  'queue.last-call': whileItLasts,
  'queue.join': whileItLasts,
  'queue.set-topic': onEntry,
  'queue.set-language': onEntry,
  'queue.add': whileItLasts,
  'queue.ready': onEntry,
  'queue.hold': onEntry,
  'queue.return': onEntry,
  'queue.keep-place': ofOwners,
  'queue.withdraw': ofOwners,
  'queue.remove': onEntry,
  'queue.set-order': untilTheClose,
  'queue.move': onEntry,
  'queue.unpin': onEntry,
  'queue.defer': ofOwners,
  'queue.offer-swap': ofOwners,
  'queue.accept-swap': ofOwners,
  'queue.refuse-swap': ofOwners,
  'queue.swap': onEntry,
  'queue.merge': onEntry,
  'queue.separate': onEntry,
  'queue.advance-replies': whileItLasts,
  'floor.call': inSession,
  'floor.call-last': inSession,
  'floor.give': inSession,
  'floor.start': onCalled,
  'floor.pause': onTurn,
  'floor.resume': onTurn,
  'floor.extend': onTurn,
  'floor.end': onTurn,
  'floor.mark-absent': onCalled,
  'floor.decline': makeRow('forbidden', 'session-suspended', 'forbidden'),
  'floor.recognize': inSession,
  'floor.intend': { ...inSession, without: makeWithout('session-not-open', 'no-such-turn', 'session-suspended', 'session-closed') },
  'floor.set-language': makeRow('no-such-turn', 'ok', 'ok', makeWithout('no-such-turn', 'no-such-turn')),
  'floor.set-limit': untilTheClose,
  'questions.ask': whileItLasts,
  'questions.withdraw': makeRow('forbidden', 'ok', 'wrong-status'),
  'questions.withdraw-with-receipt': onQuestion,
  'questions.approve': onQuestion,
  'questions.decide-all': makeRow('wrong-status', 'ok', 'wrong-status', makeWithout('wrong-status', 'wrong-status')),
  'questions.decline': onQuestion,
  'questions.hold': onQuestion,
  'questions.reopen': onQuestionWhileItLasts,
  'questions.edit': onQuestion,
  'questions.label': makeRow('no-such-question', 'ok', 'ok', noQuestion),
  // The question into which it would be merged is checked first.
  'questions.merge': { ...onQuestion, without: { ...noQuestion, closed: 'wrong-status' } },
  'questions.unmerge': onQuestionWhileItLasts,
  'questions.support': onPublished,
  'questions.unsupport': onPublished,
  'questions.set-next': onQuestion,
  'questions.assign': onQuestionWhileItLasts,
  'questions.show': { ...inSession, without: makeWithout('session-not-open', 'no-such-question', 'session-suspended', 'session-closed') },
  'questions.unshow': onQuestion,
  'questions.mark-answered': onQuestion,
  'questions.move-to-queue': onQuestionWhileItLasts,
  'questions.set-moderation': untilTheClose,
  'cues.ask': { ...inSession, without: makeWithout('session-not-open', 'conflict', 'session-suspended', 'session-closed') },
  'cues.give': { ...inSession, without: makeWithout('session-not-open', 'conflict', 'session-suspended', 'session-closed') },
  'cues.deliver': onCue,
  'cues.see': onCue,
  'cues.announce': untilTheClose,
  'cues.take-down': makeRow('no-such-announcement', 'ok', 'session-closed'),
  'cues.blank': untilTheClose,
  'cues.unblank': untilTheClose,
  'notes.add': always,
  'notes.edit': onNote,
  'notes.set-also': onNote,
  'notes.join': onNote,
  'notes.set-sentence': onNote,
  'notes.remove': onNote,
  'statements.submit': fromTheOpening,
  'statements.withdraw': makeRow('no-such-statement', 'ok', 'ok'),
  'statements.enter': fromTheOpening,
  'statements.remove': makeRow('no-such-statement', 'ok', 'ok'),
  'sense.put': { ...inSession, planned: 'session-not-open' },
  'sense.last-call': onPrompt,
  'sense.close': onPrompt,
  'sense.withdraw': onPrompt,
  'sense.respond': whileItLasts,
  // The result is in the server's memory, and nobody has closed the prompt in this session.
  'sense.publish': { ...onPrompt, made: 'prompt-not-closed', suspended: 'prompt-not-closed', closed: 'prompt-not-closed' },
  // A server that was started from a log has no result, and records this before anybody can discard it.
  'sense.discard': { ...makeRow('no-such-prompt', 'prompt-not-closed', 'prompt-not-closed'), made: 'prompt-not-closed' },
  'sense.take-down': makeRow('no-such-prompt', 'ok', 'session-closed'),
  'captions.add': always,
  'captions.remove': onTrack,
  'captions.renew': onTrack,
  'captions.set-delay': untilTheClose,
  'captions.set-kept': untilTheClose,
  'captions.display': makeRow('no-such-track', 'ok', 'session-closed'),
  // A suspension is a step too, so the step before it is no longer the last.
  'steps.undo': makeRow('session-not-open', 'conflict', 'session-closed'),
}
