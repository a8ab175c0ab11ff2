/** Why each command may be refused, beside `malformed`: what docs/commands.md tells, and what random sessions must find, no more and no less. */
import type { CommandType } from '@rostrum/shared/contract/registry'
import type { Rejection } from '@rostrum/shared/kernel/rejections'

const always = ['forbidden', 'person-revoked'] as const
const phases = ['session-not-open', 'session-closed'] as const
const turn = [...always, 'no-such-turn', 'moved-on'] as const
const waiting = [...always, 'no-such-entry'] as const
const question = [...always, 'no-such-question', 'not-decided-here'] as const

export const refusals: Readonly<Record<CommandType, readonly Rejection[]>> = {
  'session.open': [...always, 'session-closed'],
  'session.close': [...always, 'session-not-open'],
  'agenda.go': [...always, ...phases, 'no-such-segment', 'moved-on', 'floor-taken'],
  'people.revoke': [...always, 'no-such-person'],
  'queue.open': [...always, ...phases],
  'queue.close': always,
  'queue.last-call': [...always, ...phases],
  'queue.join': [...always, ...phases, 'list-closed', 'already-queued'],
  'queue.note': waiting,
  'queue.add': [...always, ...phases, 'no-such-group', 'text-refused'],
  'queue.ready': waiting,
  'queue.hold': waiting,
  'queue.return': waiting,
  'queue.withdraw': always,
  'queue.remove': waiting,
  'queue.order': [...always, 'session-closed'],
  'floor.call': [...always, ...phases, 'moved-on', 'no-such-entry', 'not-waiting', 'point-of-order-first', 'not-started'],
  'floor.start': [...turn, 'already-started'],
  'floor.pause': [...turn, 'not-running'],
  'floor.resume': [...turn, 'not-running'],
  'floor.extend': turn,
  'floor.end': [...turn, 'not-started'],
  'floor.absent': [...turn, 'already-started'],
  'floor.recognize': [...always, ...phases, 'moved-on', 'no-such-entry', 'not-waiting', 'point-of-order-first'],
  'floor.limit': [...always, 'session-closed', 'moved-on'],
  'questions.ask': [...always, ...phases, 'text-too-long'],
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
  'cues.give': [...always, 'moved-on'],
}
