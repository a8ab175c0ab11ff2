/** Turns and notes of a topic, for the tests of the notes workplace. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { call, command, join, type SentCommand, toTurnId } from './given.ts'

export const toSegmentId = (id: string) => id as SegmentId
const startTurn = (who: string, at: number) => command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) }, { at })
export const endTurn = (who: string, at: number) => command('chair', 'floor.end', { turn: toTurnId(`turn-${who}`) }, { at })
export const addNote = (id: string, text: string, more: object = {}) =>
  command('desk', 'notes.add', { text, tag: 'failure', segment: toSegmentId('topic'), about: null, ...more }, { id })

/** One person has spoken for 2:51 in the topic, another is speaking, a third is waiting. */
export const afterTurns: readonly SentCommand[] = [
  command('chair', 'agenda.go', { to: toSegmentId('topic'), expectedCurrent: toSegmentId('opening') }, { at: 600 }),
  join('civil-1', 610),
  join('gov-1', 611),
  join('private-1', 612),
  call('civil-1', { at: 620 }),
  startTurn('civil-1', 630),
  endTurn('civil-1', 801),
]
export const duringTurn: readonly SentCommand[] = [...afterTurns, call('gov-1', { at: 810 }), startTurn('gov-1', 815)]
export const govSubject = { kind: 'turn', turn: toTurnId('turn-gov-1') }
export const civilSubject = { kind: 'turn', turn: toTurnId('turn-civil-1') }
