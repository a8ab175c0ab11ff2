/** Why each command may be refused, beside `malformed`: what docs/commands.md tells, and what random sessions must find, no more and no less. */
import type { CommandType } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/kernel/rejections'

const always = ['forbidden', 'person-revoked'] as const
const meeting = ['session-not-open', 'session-closed'] as const
const phases = [...meeting, 'session-suspended'] as const
const turn = [...always, 'session-suspended', 'no-such-turn', 'moved-on'] as const
const calling = [...always, ...phases, 'moved-on', 'point-of-order-first', 'not-started'] as const
const waiting = [...always, ...meeting, 'no-such-entry'] as const
const question = [...always, 'no-such-question', 'not-decided-here'] as const

export const refusals: Readonly<Record<CommandType, readonly Rejection[]>> = {
  'session.open': [...always, 'session-closed'],
  'session.suspend': [...always, ...meeting],
  'session.resume': [...always, ...meeting],
  'session.close': [...always, 'session-not-open'],
  'agenda.go': [...always, ...phases, 'no-such-segment', 'moved-on', 'floor-taken'],
  'agenda.adjust': [...always, ...phases, 'no-such-segment', 'moved-on'],
  'people.revoke': [...always, 'no-such-person'],
  'queue.open': [...always, ...meeting],
  'queue.close': always,
  'queue.last-call': [...always, ...meeting],
  'queue.join': [...always, ...meeting, 'list-closed', 'already-queued', 'reply-limit'],
  'queue.note': waiting,
  'queue.add': [...always, ...meeting, 'no-such-group', 'no-such-person', 'already-queued', 'reply-limit', 'text-refused'],
  'queue.ready': waiting,
  'queue.hold': waiting,
  'queue.return': waiting,
  'queue.withdraw': always,
  'queue.remove': waiting,
  'queue.order': [...always, 'session-closed', 'moved-on'],
  'queue.move': [...waiting, 'not-waiting'],
  'queue.unpin': waiting,
  'queue.defer': [...always, 'not-waiting', 'moved-on'],
  'queue.offer-swap': [...always, 'not-waiting', 'moved-on', 'no-device'],
  'queue.take-swap': [...always, 'not-waiting', 'moved-on'],
  'queue.refuse-swap': [...always, 'not-waiting', 'moved-on'],
  'queue.swap': [...waiting, 'not-waiting'],
  'queue.merge': [...waiting, 'not-waiting'],
  'queue.separate': [...waiting, 'moved-on'],
  'queue.advance-replies': [...always, ...meeting],
  'floor.call': [...calling, 'no-such-entry', 'not-waiting'],
  'floor.last-word': [...calling, 'no-such-entry', 'not-waiting'],
  'floor.give': [...calling, 'no-such-person', 'already-queued'],
  'floor.start': [...turn, 'already-started'],
  'floor.pause': [...turn, 'not-running'],
  'floor.resume': [...turn, 'not-running'],
  'floor.extend': turn,
  'floor.end': [...turn, 'not-started'],
  'floor.absent': [...turn, 'already-started'],
  'floor.recognize': [...always, ...phases, 'moved-on', 'no-such-entry', 'not-waiting', 'point-of-order-first'],
  'floor.limit': [...always, 'session-closed', 'moved-on', 'no-such-group'],
  'questions.ask': [...always, ...meeting, 'text-too-long'],
  'questions.withdraw': [...always, 'not-decided-here'],
  'questions.approve': question,
  'questions.decline': question,
  'questions.hold': question,
  'questions.support': [...always, 'no-such-question', 'not-published', 'own-question'],
  'questions.unsupport': [...always, 'no-such-question', 'not-published'],
  'questions.queue': question,
  'questions.show': [...question, ...phases, 'moved-on', 'floor-taken'],
  'questions.unshow': question,
  'questions.settle': question,
  'cues.give': [...always, ...phases, 'moved-on'],
  'cues.deliver': [...always, 'no-such-cue'],
  'cues.see': [...always, 'no-such-cue'],
  'cues.announce': [...always, 'session-closed'],
  'cues.take-down': [...always, 'session-closed', 'no-such-announcement'],
  'cues.blank': [...always, 'session-closed'],
  'cues.unblank': [...always, 'session-closed'],
  'steps.undo': [...always, ...phases, 'moved-on', 'not-decided-here'],
}
