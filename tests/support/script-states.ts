/** The states of a session for which the Chair has a sentence to read, each played through the domain. */
import type { GroupId, PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Event } from '@rostrum/shared/contract/registry'
import { seconds } from '@rostrum/shared/kernel/time'
import { afterNoon, plan } from './fixtures.ts'
import {
  approve,
  ask,
  call,
  command,
  join,
  openSession,
  queueOpen,
  raisePoint,
  type SentCommand,
  toEntryId,
  toQuestionId,
  toStepId,
  toTurnId,
} from './given.ts'
import { closeSentence, discard, lost, prompt, published, put, takeDown } from './script-sense.ts'

const start = (who: string) => command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) }, { at: 60 })
const end = (who: string) => command('chair', 'floor.end', { turn: toTurnId(`turn-${who}`) }, { at: 200 })
const go = (to: string, from: string) => command('chair', 'agenda.go', { to: to as SegmentId, expectedCurrent: from as SegmentId })
const recognize = (who: string, current: string | null) =>
  command(
    'chair',
    'floor.recognize',
    { entry: toEntryId(`${who}-point`), expectedCurrent: current ? toTurnId(current) : null },
    { id: `turn-${who}` },
  )
const turn = toTurnId('turn-gov-1')
const putOff = command('chair', 'floor.intend', { turn, act: { kind: 'recognize', entry: toEntryId('gov-2-point') } })
const endAndGo = command('chair', 'agenda.go', { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId, endsTurn: turn })
const show = command(
  'chair',
  'questions.show',
  { question: toQuestionId('gov-1-asks'), expectedCurrent: null },
  { id: 'turn-answer', at: 60 },
)
const toExpert = command('desk', 'questions.assign', { question: toQuestionId('gov-1-asks'), assignee: 'expert' as PersonId })
const toPanel = command('desk', 'questions.assign', { question: toQuestionId('gov-1-asks'), assignee: 'panel' as PersonId })
const close = command('chair', 'queue.close', {})
const suspend = command('chair', 'session.suspend', {})
const suspendUntil = command('chair', 'session.suspend', { until: afterNoon(15 * 60) })
const resume = command('chair', 'session.resume', {}, { at: 100 })
const called = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1')]
const speaking = [...called, start('gov-1')]
const pointOnFloor = [...speaking, raisePoint('gov-2'), recognize('gov-2', 'turn-gov-1')]
const pointEnded = [...pointOnFloor, end('gov-2')]
const pointBeforeStart = [...called, raisePoint('gov-2'), recognize('gov-2', 'turn-gov-1'), end('gov-2')]
const pointIntoTopic = [...speaking, raisePoint('gov-2'), endAndGo, recognize('gov-2', null), end('gov-2')]
const lastOfMany = [
  ...queueOpen,
  join('gov-1'),
  join('civil-1'),
  command(
    'chair',
    'floor.call-last',
    { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') },
    { id: 'turn-gov-1' },
  ),
  start('gov-1'),
  end('gov-1'),
]
const alone = [...queueOpen, join('gov-1'), call('gov-1')]
const decline = command('gov-1', 'floor.decline', { turn: toTurnId('turn-gov-1') })
const gone = [decline, command('gov-1', 'queue.withdraw', { entry: toEntryId('gov-1') })]
const setLimit = (limit: number, sent = {}) =>
  command('chair', 'floor.set-limit', { scope: { kind: 'everyone' }, limit: seconds(limit), expectedLimit: seconds(180) }, sent)
const undo = (step: string) => command('chair', 'steps.undo', { step: toStepId(step) }, { id: `undo-${step}` })
const lastCall = (sent = {}) => command('chair', 'queue.last-call', { for: seconds(120) }, sent)
const setGroupLimit = command('chair', 'floor.set-limit', {
  scope: { kind: 'group', group: 'government' as GroupId },
  limit: seconds(60),
  expectedLimit: null,
})
const swap = command('chair', 'queue.swap', { entry: toEntryId('gov-1'), with: toEntryId('civil-1') })
const give = command('chair', 'floor.give', { person: 'expert' as PersonId, expectedCurrent: null, expectedNext: null }, { id: 'given' })
const startGiven = command('chair', 'floor.start', { turn: toTurnId('given') }, { at: 60 })
const pauseAndResume = (id: string) => [
  command('chair', 'floor.pause', { turn: toTurnId(id) }, { at: 70 }),
  command('chair', 'floor.resume', { turn: toTurnId(id) }, { at: 80 }),
]
const conclude = command('desk', 'cues.give', { turn, cue: 'conclude' }, { at: 85 })
const extend = (by: number, at: number) => command('chair', 'floor.extend', { turn, by: seconds(by) }, { at })
const markAbsent = (id: string) => command('chair', 'floor.mark-absent', { turn: toTurnId(id) })
const absentTwice = [
  ...alone,
  markAbsent('turn-gov-1'),
  command('chair', 'floor.call', { entry: toEntryId('gov-1'), expectedCurrent: null, expectedNext: toEntryId('gov-1') }, { id: 'again' }),
  markAbsent('again'),
]
const withoutInterpreter = { type: 'people.revoked', data: { person: 'booth-fr' as PersonId } } as const
const asked = [openSession, ask('gov-1'), approve('gov-1-asks')]
const mergeInto = (question: string) =>
  command('desk', 'questions.merge', { into: toQuestionId('gov-1-asks'), question: toQuestionId(question) })
const askedByTwo = [...asked, ask('civil-1', 'Why so?'), mergeInto('civil-1-asks')]
const askedByThree = [...askedByTwo, ask('private-1', 'But why?'), mergeInto('private-1-asks')]
const reply = [
  ...alone,
  start('gov-1'),
  end('gov-1'),
  command('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null }, { id: 'reply' }),
  call('reply', { at: 210 }),
]

const fromTopic: Plan = { ...plan, segments: plan.segments.slice(1) }
const withoutQuestion: Plan = { ...plan, segments: plan.segments.map((segment) => ({ ...segment, question: null })) }
const hidden: Plan = { ...plan, questions: { ...plan.questions, attribution: 'hidden' } }

/** `at`: when the Chair reads the sentence, in seconds after noon. */
type ScriptState = { readonly name: string; readonly history: readonly (SentCommand | Event)[]; readonly at: number; readonly its?: Plan }

export const scriptStates: readonly ScriptState[] = [
  { name: 'before the opening', history: [], at: 0 },
  { name: 'cancelled', history: [], at: 0, its: { ...plan, cancelled: true } },
  { name: 'the opening', history: [openSession], at: 5 },
  { name: 'an opening with a topic', history: [openSession], at: 5, its: fromTopic },
  {
    name: 'an opening with a topic without question',
    history: [openSession],
    at: 5,
    its: { ...withoutQuestion, segments: withoutQuestion.segments.slice(1) },
  },
  { name: 'a topic starts', history: [openSession, go('topic', 'opening')], at: 5 },
  { name: 'a topic without guiding question starts', history: [openSession, go('topic', 'opening')], at: 5, its: withoutQuestion },
  { name: 'the list is opened', history: queueOpen, at: 5 },
  { name: 'the list is open and one waits', history: [...queueOpen, join('gov-1')], at: 5 },
  { name: 'the list is open and two wait', history: [...queueOpen, join('gov-1'), join('civil-1')], at: 5 },
  { name: 'the list is open and the one who waited has withdrawn', history: [...alone, ...gone], at: 50 },
  { name: 'the same, the list closed', history: [...queueOpen, join('gov-1'), close, call('gov-1'), ...gone], at: 50 },
  { name: 'last call', history: [...queueOpen, lastCall()], at: 5 },
  { name: 'the same, a minute later', history: [...queueOpen, lastCall()], at: 50 },
  { name: 'the list is closed and nobody waits', history: [...queueOpen, close], at: 5 },
  { name: 'the list is closed and two wait', history: [...queueOpen, join('gov-1'), join('civil-1'), close], at: 5 },
  { name: 'somebody is called and another follows', history: called, at: 40 },
  { name: 'the only one is called', history: alone, at: 40 },
  { name: 'the last one of a closed list is called', history: [...alone, close], at: 40 },
  {
    name: 'a joint statement is called',
    history: [
      ...queueOpen,
      join('gov-1'),
      join('civil-1'),
      command('chair', 'queue.merge', { into: toEntryId('gov-1'), entry: toEntryId('civil-1') }),
      call('gov-1'),
    ],
    at: 40,
  },
  {
    name: 'one minute and a half',
    history: [openSession, setLimit(90), command('chair', 'queue.open', {}), join('gov-1'), call('gov-1')],
    at: 40,
  },
  { name: 'two minutes for everyone', history: [...queueOpen, join('gov-1'), setLimit(120)], at: 5 },
  { name: 'the same, later', history: [...queueOpen, join('gov-1'), setLimit(120)], at: 60 },
  { name: 'another limit for one group', history: [...queueOpen, join('gov-1'), setGroupLimit], at: 5 },
  { name: 'two have changed places', history: [...queueOpen, join('gov-1'), join('civil-1'), swap], at: 5 },
  {
    name: 'a limit is taken back after its announcement',
    history: [...queueOpen, join('gov-1'), setLimit(120, { id: 'cut' }), undo('cut')],
    at: 30,
  },
  { name: 'a last call while somebody is called', history: [...called, lastCall({ at: 20 })], at: 25 },
  { name: 'the same, half a minute later', history: [...called, lastCall({ at: 20 })], at: 55 },
  { name: 'a last call while two wait', history: [...queueOpen, join('gov-1'), join('civil-1'), lastCall()], at: 5 },
  { name: 'a panellist is called', history: [...queueOpen, give], at: 65 },
  { name: 'a panellist is over time', history: [...queueOpen, give, startGiven], at: 245 },
  { name: 'a panellist goes on after a pause', history: [...queueOpen, give, startGiven, ...pauseAndResume('given')], at: 85 },
  { name: 'the speaker called cannot speak now', history: [...called, decline], at: 50 },
  { name: 'speaking', history: speaking, at: 70 },
  { name: 'asked to conclude before the end', history: [...speaking, conclude], at: 90 },
  { name: 'one minute more', history: [...speaking, conclude, extend(60, 100)], at: 105 },
  { name: 'the same, later', history: [...speaking, conclude, extend(60, 100)], at: 130 },
  { name: 'a new limit while somebody speaks', history: [...speaking, setLimit(120, { at: 100 })], at: 105 },
  { name: 'the same, when the speaker has ended', history: [...speaking, setLimit(120, { at: 100 }), end('gov-1')], at: 230 },
  { name: 'a new limit while a panellist speaks', history: [...queueOpen, give, startGiven, setLimit(120, { at: 100 })], at: 150 },
  { name: 'a last call while somebody speaks', history: [...speaking, lastCall({ at: 100 })], at: 105 },
  { name: 'the list is closed while somebody speaks', history: [...speaking, command('chair', 'queue.close', {}, { at: 100 })], at: 105 },
  { name: 'less time', history: [...speaking, extend(-30, 100)], at: 105 },
  { name: 'going on after a pause', history: [...speaking, ...pauseAndResume('turn-gov-1')], at: 85 },
  { name: 'the last 30 seconds', history: speaking, at: 215 },
  { name: 'over time', history: speaking, at: 245 },
  { name: 'paused by the Chair', history: [...speaking, command('chair', 'floor.pause', { turn: toTurnId('turn-gov-1') })], at: 70 },
  { name: 'ended and another follows', history: [...speaking, end('gov-1')], at: 201 },
  { name: 'ended and nobody waits', history: [...alone, start('gov-1'), end('gov-1')], at: 201 },
  { name: 'the last one of a closed list has ended', history: [...alone, close, start('gov-1'), end('gov-1')], at: 201 },
  { name: 'the last speaker whom the Chair takes has ended, and others wait', history: lastOfMany, at: 201 },
  { name: 'called and not there', history: [...called, command('chair', 'floor.mark-absent', { turn: toTurnId('turn-gov-1') })], at: 50 },
  { name: 'the same, for the second time', history: absentTwice, at: 50 },
  { name: 'a point of order is raised', history: [...speaking, raisePoint('gov-2')], at: 70 },
  { name: 'a point of order that waits for the end', history: [...speaking, raisePoint('gov-2'), putOff], at: 70 },
  {
    name: 'the speaker has ended, and the point of order waited for that',
    history: [...speaking, raisePoint('gov-2'), putOff, end('gov-1')],
    at: 201,
  },
  { name: 'the speaker has ended and a topic starts, with one press', history: [...speaking, endAndGo], at: 70 },
  { name: 'a point of order has the floor', history: pointOnFloor, at: 70 },
  { name: 'a point of order is over time', history: pointOnFloor, at: 130 },
  { name: 'a point of order was raised before the clock started, and has ended', history: pointBeforeStart, at: 205 },
  { name: 'the same, when the ruling has been read', history: pointBeforeStart, at: 225 },
  { name: 'a point of order pending since the topic began has ended', history: pointIntoTopic, at: 205 },
  { name: 'the same, and the topic is still to be introduced', history: pointIntoTopic, at: 225 },
  { name: 'a point of order has ended and the speaker waits for the ruling', history: pointEnded, at: 205 },
  { name: 'the same, later', history: pointEnded, at: 225 },
  {
    name: 'a point of order has ended, the speaker waits for the ruling, and another point waits',
    history: [...pointOnFloor, raisePoint('private-1'), end('gov-2')],
    at: 205,
  },
  {
    name: 'a point of order has ended, nobody goes on, and another point waits',
    history: [openSession, raisePoint('gov-2'), recognize('gov-2', null), raisePoint('private-1'), end('gov-2')],
    at: 205,
  },
  { name: 'the speaker goes on after the ruling', history: [...pointEnded, command('chair', 'floor.resume', { turn })], at: 205 },
  {
    name: 'a point of order has ended and nobody goes on',
    history: [openSession, raisePoint('gov-2'), recognize('gov-2', null), end('gov-2')],
    at: 205,
  },
  { name: 'a right of reply', history: reply, at: 212 },
  {
    name: 'a right of reply and another follows',
    history: [...reply.slice(0, -1), join('private-1'), call('reply', { next: 'private-1', at: 210 })],
    at: 212,
  },
  { name: 'a question is shown', history: [...asked, show], at: 65 },
  { name: 'a question that one other has asked is shown', history: [...askedByTwo, show], at: 65 },
  { name: 'a question that two others have asked is shown', history: [...askedByThree, show], at: 65 },
  {
    name: 'a question is put off',
    history: [...asked, show, command('chair', 'questions.unshow', { question: toQuestionId('gov-1-asks') })],
    at: 70,
  },
  { name: 'a question is put to the panel', history: [...asked, toPanel, show], at: 65 },
  { name: 'a question is put to a panellist', history: [...asked, toExpert, show], at: 65 },
  { name: 'the same, its author hidden from the room', history: [...asked, toPanel, show], at: 65, its: hidden },
  { name: 'a question of a hidden author', history: [...asked, show], at: 65, its: hidden },
  { name: 'a panellist answers', history: [...asked, toExpert, show, start('answer')], at: 65 },
  { name: 'an answer in its last seconds', history: [...asked, toExpert, show, start('answer')], at: 155 },
  { name: 'an answer of the panel in its last seconds', history: [...asked, show, start('answer')], at: 155 },
  { name: 'an answer is over time', history: [...asked, show, start('answer')], at: 185 },
  {
    name: 'an answer has ended',
    history: [...asked, show, start('answer'), command('chair', 'floor.end', { turn: toTurnId('turn-answer') })],
    at: 100,
  },
  {
    name: 'a panellist has answered',
    history: [...asked, toExpert, show, start('answer'), command('chair', 'floor.end', { turn: toTurnId('turn-answer') })],
    at: 100,
  },
  { name: 'a sentence is put', history: [...queueOpen, put(90)], at: 61 },
  { name: 'a sentence is put for one minute', history: [...queueOpen, put(60)], at: 61 },
  { name: 'a sentence has been open for a while', history: [...queueOpen, put(75)], at: 85 },
  {
    name: 'a sentence is put while the turn of a speaker is paused',
    history: [...speaking, command('chair', 'floor.pause', { turn: toTurnId('turn-gov-1') }), put(75, 75)],
    at: 80,
  },
  { name: 'the last call of a sentence', history: [...queueOpen, put(75), command('chair', 'sense.last-call', { prompt })], at: 85 },
  { name: 'a sentence is closed', history: [...queueOpen, put(75), closeSentence], at: 135 },
  { name: 'its result is published', history: [...queueOpen, put(75), closeSentence, published], at: 200 },
  { name: 'it is taken off the screens', history: [...queueOpen, put(75), closeSentence, published, takeDown], at: 200 },
  { name: 'its result is discarded', history: [...queueOpen, put(75), closeSentence, discard], at: 200 },
  { name: 'its result is lost', history: [...queueOpen, put(75), closeSentence, lost], at: 200 },
  { name: 'a sentence is withdrawn', history: [...queueOpen, put(75), command('chair', 'sense.withdraw', { prompt })], at: 70 },
  { name: 'a sentence is put while somebody speaks', history: [...speaking, put(75, 70)], at: 71 },
  { name: 'a sentence is open and the speaker has ended', history: [...speaking, put(75, 150), end('gov-1')], at: 201 },
  { name: 'the same, and it has been open for a while', history: [...speaking, put(75, 150), end('gov-1')], at: 221 },
  { name: 'a sentence is put and then somebody is called', history: [...queueOpen, join('gov-1'), put(75, 30), call('gov-1')], at: 60 },
  { name: 'somebody is called and then a sentence is put', history: [...alone, put(75)], at: 61 },
  {
    name: 'a result is published and then somebody is called',
    history: [...queueOpen, join('gov-1'), put(75), closeSentence, published, call('gov-1')],
    at: 200,
  },
  { name: 'a point of order is raised while a sentence is open', history: [...queueOpen, put(75), raisePoint('gov-2')], at: 65 },
  { name: 'suspended while a sentence is open', history: [...queueOpen, put(75), suspend], at: 65 },
  { name: 'suspended', history: [...speaking, suspend], at: 80 },
  { name: 'suspended until a time', history: [...speaking, suspendUntil], at: 80 },
  { name: 'resumed', history: [openSession, suspend, resume], at: 101 },
  { name: 'resumed while somebody speaks', history: [...speaking, suspend, resume], at: 101 },
  { name: 'resumed while somebody is called', history: [...called, suspend, resume], at: 101 },
  { name: 'the same, later', history: [...called, suspend, resume], at: 130 },
  { name: 'resumed while a point of order waits', history: [...speaking, raisePoint('gov-2'), suspend, resume], at: 101 },
  { name: 'resumed while a ruling is due', history: [...pointEnded, suspend, resume], at: 101 },
  { name: 'the closing', history: [openSession, go('closing', 'opening')], at: 5 },
  { name: 'closed', history: [openSession, command('chair', 'session.close', {})], at: 5 },
  {
    name: 'closed after an answer, without interpreters',
    history: [withoutInterpreter, ...asked, show, command('chair', 'session.close', {})],
    at: 5,
  },
]
