/** For each command, a session in which it is possible, with an owner of the thing that the command concerns. */

import type { AnnouncementId, CueId, GroupId, PersonId, PromptId, SegmentId, StepId } from '@rostrum/shared/contract/ids'
import { duties } from '@rostrum/shared/contract/offices'
import type { Admission } from '@rostrum/shared/contract/people'
import type { CommandData, CommandType, Event } from '@rostrum/shared/contract/registry'
import { ordinaryRole, roles, speakingRoles } from '@rostrum/shared/contract/roles'
import { type ActorRole, getGrant } from '@rostrum/shared/domain/permissions'
import { afterNoon, anonymousPlan, createState, makeAdmission, noon } from './fixtures.ts'
import {
  approve,
  ask,
  askAnonymously,
  call,
  command,
  join,
  queueOpen,
  raisePoint,
  replay,
  type SentCommand,
  toCommandId,
  toEntryId,
  toQuestionId,
  toReceipt,
  toTurnId,
} from './given.ts'
import { makeScenario, type Scenario } from './scenario.ts'
import { writingScenarios } from './writing-scenarios.ts'

export const actorRoles: readonly ActorRole[] = [...roles, 'system']
/** gov-1 is the participant who sends the command. Things of another person belong to civil-1. */
export const actorIds: Readonly<Record<ActorRole, string>> = {
  chair: 'chair',
  secretariat: 'desk',
  panellist: 'panel',
  interpreter: 'booth-fr',
  participant: 'gov-1',
  display: 'screen',
  system: 'system',
}
export const ownership = ['own', 'another’s', 'missing'] as const
type Ownership = (typeof ownership)[number]
/** Those who may speak, and do not request the floor themselves. */
const addedSpeakers = speakingRoles.filter((role) => role !== ordinaryRole).map((role) => actorIds[role])
export const getOwners = (role: ActorRole, type: CommandType): Readonly<Record<Ownership, string>> => ({
  own: addedSpeakers.includes(actorIds[role]) && getGrant(role, type) === 'own' ? actorIds[role] : 'gov-1',
  'another’s': 'civil-1',
  missing: 'nobody',
})

/** Requests the floor. The secretariat adds those who do not request it themselves. */
const requestFloor = (who: string): SentCommand =>
  addedSpeakers.includes(who)
    ? command(
        'desk',
        'queue.add',
        {
          kind: 'intervention',
          person: who as PersonId,
          entity: createState().people.all.get(who as PersonId)?.entity ?? who,
          speaker: null,
          group: null,
          requestChannel: 'room',
          seenAt: noon,
          note: null,
        },
        { id: who },
      )
    : join(who)
const toTopic = { to: 'topic' as SegmentId, expectedCurrent: 'opening' as SegmentId }
const requesters = ['gov-1', 'civil-1', ...addedSpeakers]
const afterRequests = [...queueOpen, ...requesters.map(requestFloor)]
const afterHolds = [...afterRequests, ...requesters.map((who) => command('chair', 'queue.hold', { entry: toEntryId(who) }))]
const afterQuestions = [...queueOpen, ask('gov-1'), ask('civil-1')]
/** Makes a question in a session that does not record authors. */
const makeAnonymousQuestion = (of: string): Event => {
  const asked = replay([...queueOpen, askAnonymously(of)], createState(anonymousPlan)).questions.all.first()
  if (!asked) throw new Error('nothing was asked')
  return { type: 'questions.asked', data: { question: asked } }
}
const afterApprovals = [...afterQuestions, approve('gov-1-asks'), approve('civil-1-asks')]
const showQuestion = (of: string) => command('chair', 'questions.show', { question: toQuestionId(`${of}-asks`), expectedCurrent: null })
const withCaptions: readonly SentCommand[] = [...queueOpen, command('desk', 'captions.add', { language: 'fr' as never })]
export const entryData = (of: string) => ({ entry: toEntryId(of) })
export const turnData = (of: string) => ({ turn: toTurnId(`turn-${of}`) })
const questionData = (of: string) => ({ question: toQuestionId(`${of}-asks`) })
export const takeFloor = (who: string, started: boolean) => [
  ...queueOpen,
  requestFloor(who),
  call(who),
  ...(started ? [command('chair', 'floor.start', { turn: toTurnId(`turn-${who}`) })] : []),
]

const requestBeforeAgency = (who: string) => [...queueOpen, requestFloor(who), join('agency-1')]
const offerSwap = (who: string) => [
  ...requestBeforeAgency(who),
  command('agency-1', 'queue.offer-swap', { entry: toEntryId('agency-1'), with: toEntryId(who) }),
]
const afterMoves = [
  ...afterRequests,
  ...['gov-1', 'civil-1'].map((who) => command('chair', 'queue.move', { entry: toEntryId(who), before: null })),
]
const cueData = { cue: toCommandId('cue') as string as CueId }
const giveCue = (who: string) => [
  ...takeFloor(who, true),
  command('chair', 'cues.give', { ...turnData(who), cue: 'conclude' }, { id: 'cue' }),
]

export const sentence = {
  text: 'The next review meets once a year.',
  one: 'person',
  length: 60_000,
} as never as CommandData<'sense.put'>
const promptData = { prompt: toCommandId('sentence') as string as PromptId }
export const afterPut = [...queueOpen, command('chair', 'sense.put', sentence, { id: 'sentence' })]
export const publishSense: Event = { type: 'sense.published', data: { ...promptData, result: { turnout: null, words: null } } }

/** Somebody joins by code under the name of the government that is registered. */
const walkIn: Admission = { ...makeAdmission('walk-in', 'participant', 'Delegation 1', 'government', 'room'), walkIn: true }
export const admitWalkIn: Event = { type: 'people.admitted', data: { people: [walkIn] } }

export const admitViceChair: Event = {
  type: 'people.admitted',
  data: {
    people: [{ ...makeAdmission('vice', 'chair', 'Vice-Chair', null, 'room'), office: { office: 'vice-chair', duties } }],
  },
}

/** For each command, a state in which the permitted roles can send it. `of` owns the thing it concerns. */
export const scenarios: { readonly [C in CommandType]: (of: string) => Scenario<C> } = {
  'session.open': () => makeScenario([], () => ({})),
  'session.suspend': () => makeScenario(queueOpen, () => ({})),
  'session.resume': () => makeScenario([...queueOpen, command('chair', 'session.suspend', {})], () => ({})),
  'session.close': () => makeScenario(queueOpen, () => ({})),
  'agenda.go': () => makeScenario(queueOpen, () => toTopic),
  'agenda.adjust': () =>
    makeScenario(queueOpen, () => ({
      remedy: 'next',
      lengths: [{ segment: 'topic' as SegmentId, length: 900_000 as never }],
      limit: null,
      expectedCurrent: 'opening' as SegmentId,
      expectedLimit: 180_000 as never,
    })),
  'people.hand-chair': () =>
    makeScenario([...queueOpen, admitViceChair], () => ({ to: 'vice' as PersonId, expectedPresiding: 'chair' as PersonId })),
  'people.confirm': () => makeScenario([...queueOpen, admitWalkIn], () => ({ person: 'walk-in' as PersonId })),
  'people.revoke': () => makeScenario(queueOpen, () => ({ person: 'guest-1' as PersonId })),
  'queue.open': () => makeScenario(queueOpen.slice(0, 1), () => ({})),
  'queue.close': () => makeScenario([...queueOpen, command('chair', 'queue.last-call', { for: 30_000 as never }, { at: 5 })], () => ({})),
  'queue.last-call': () => makeScenario(queueOpen, () => ({ for: 60_000 as never })),
  'queue.join': () => makeScenario(queueOpen, () => ({ kind: 'intervention', topic: null })),
  'queue.set-topic': () => makeScenario(afterRequests, (of) => ({ ...entryData(of), topic: 'Access' })),
  'queue.set-language': () => makeScenario(afterRequests, (of) => ({ ...entryData(of), language: 'fr' as never })),
  'queue.add': () =>
    makeScenario(queueOpen, () => ({
      kind: 'intervention',
      person: null,
      entity: 'Delegation 9',
      speaker: null,
      group: 'civil' as GroupId,
      requestChannel: 'room',
      seenAt: afterNoon(1),
      note: null,
    })),
  'queue.ready': () => makeScenario(afterRequests, entryData),
  'queue.hold': () => makeScenario(afterRequests, entryData),
  'queue.return': () => makeScenario(afterHolds, entryData),
  'queue.keep-place': () => makeScenario([...afterRequests, command('chair', 'agenda.go', toTopic)], entryData),
  'queue.withdraw': () => makeScenario(afterRequests, entryData),
  'queue.remove': () => makeScenario(afterRequests, (of) => ({ ...entryData(of), reason: 'other' })),
  'queue.set-order': () => makeScenario(queueOpen, () => ({ mode: 'received', suggestOnly: false, expectedMode: 'balanced' })),
  'queue.move': () => makeScenario(afterRequests, (of) => ({ ...entryData(of), before: null })),
  'queue.unpin': () => makeScenario(afterMoves, entryData),
  'queue.defer': (of) => makeScenario(requestBeforeAgency(of), (its) => ({ ...entryData(its), after: toEntryId('agency-1') })),
  'queue.offer-swap': () => makeScenario([...afterRequests, join('agency-1')], (of) => ({ ...entryData(of), with: toEntryId('agency-1') })),
  'queue.accept-swap': (of) => makeScenario(offerSwap(of), (its) => ({ ...entryData(its), with: toEntryId('agency-1') })),
  'queue.refuse-swap': (of) => makeScenario(offerSwap(of), (its) => ({ ...entryData(its), with: toEntryId('agency-1') })),
  'queue.swap': () => makeScenario([...afterRequests, join('agency-1')], (of) => ({ ...entryData(of), with: toEntryId('agency-1') })),
  'queue.merge': () => makeScenario([...afterRequests, join('agency-1')], (of) => ({ into: toEntryId('agency-1'), ...entryData(of) })),
  'queue.separate': (of) =>
    makeScenario(
      [...afterRequests, join('agency-1'), command('chair', 'queue.merge', { into: toEntryId('agency-1'), ...entryData(of) })],
      entryData,
    ),
  'queue.advance-replies': () =>
    makeScenario([...queueOpen, command('civil-1', 'queue.join', { kind: 'right-of-reply', topic: null })], () => ({})),
  'floor.call': () =>
    makeScenario([...queueOpen, join('civil-1')], () => ({
      ...entryData('civil-1'),
      expectedCurrent: null,
      expectedNext: toEntryId('civil-1'),
    })),
  'floor.call-last': () =>
    makeScenario([...queueOpen, join('civil-1')], () => ({
      ...entryData('civil-1'),
      expectedCurrent: null,
      expectedNext: toEntryId('civil-1'),
    })),
  'floor.give': () => makeScenario(queueOpen, () => ({ person: 'panel' as PersonId, expectedCurrent: null, expectedNext: null })),
  'floor.start': (of) => makeScenario(takeFloor(of, false), turnData),
  'floor.pause': (of) => makeScenario(takeFloor(of, true), turnData),
  'floor.resume': (of) => makeScenario([...takeFloor(of, true), command('chair', 'floor.pause', turnData(of))], turnData),
  'floor.extend': (of) => makeScenario(takeFloor(of, true), (its) => ({ ...turnData(its), by: 30_000 as never })),
  'floor.end': (of) => makeScenario(takeFloor(of, true), turnData),
  'floor.mark-absent': (of) => makeScenario(takeFloor(of, false), turnData),
  'floor.decline': (of) => makeScenario(takeFloor(of, false), turnData),
  'floor.recognize': () =>
    makeScenario([...queueOpen, raisePoint('civil-1')], () => ({ ...entryData('civil-1-point'), expectedCurrent: null })),
  'floor.intend': (of) => makeScenario(takeFloor(of, true), (its) => ({ ...turnData(its), act: { kind: 'close' } })),
  'floor.set-language': (of) => makeScenario(takeFloor(of, true), (its) => ({ ...turnData(its), language: 'fr' as never })),
  'floor.set-limit': () =>
    makeScenario(queueOpen, () => ({ scope: { kind: 'everyone' }, limit: 60_000 as never, expectedLimit: 180_000 as never })),
  'questions.ask': () => makeScenario(queueOpen, () => ({ text: 'Why?', receipt: null })),
  'questions.withdraw-with-receipt': (of) =>
    makeScenario([...queueOpen, makeAnonymousQuestion(of)], (its) => ({ ...questionData(its), receipt: toReceipt(its) })),
  'questions.withdraw': () => makeScenario(afterQuestions, questionData),
  'questions.approve': () => makeScenario(afterQuestions, questionData),
  'questions.decide-all': () =>
    makeScenario(afterQuestions, (of) => ({ questions: [questionData(of).question], decision: { kind: 'approve' } })),
  'questions.decline': () => makeScenario(afterQuestions, (of) => ({ ...questionData(of), reason: 'conduct' })),
  'questions.hold': () => makeScenario(afterQuestions, questionData),
  'questions.reopen': (of) =>
    makeScenario([...afterQuestions, command('desk', 'questions.decline', { ...questionData(of), reason: 'time' })], questionData),
  'questions.edit': () => makeScenario(afterQuestions, (of) => ({ ...questionData(of), text: 'When?', expectedText: 'Why?' })),
  'questions.label': () => makeScenario(afterQuestions, (of) => ({ ...questionData(of), segment: null, tags: ['Access'] })),
  'questions.merge': () =>
    makeScenario([...afterQuestions, ask('agency-1')], (of) => ({ into: toQuestionId('agency-1-asks'), ...questionData(of) })),
  'questions.unmerge': (of) =>
    makeScenario(
      [
        ...afterQuestions,
        ask('agency-1'),
        command('desk', 'questions.merge', { into: toQuestionId('agency-1-asks'), ...questionData(of) }),
      ],
      questionData,
    ),
  'questions.support': () => makeScenario(afterApprovals, () => questionData('civil-1')),
  'questions.unsupport': () =>
    makeScenario([...afterApprovals, command('gov-1', 'questions.support', questionData('civil-1'))], () => questionData('civil-1')),
  'questions.set-next': () => makeScenario(afterApprovals, questionData),
  'questions.assign': () => makeScenario(afterApprovals, (of) => ({ ...questionData(of), assignee: 'panel' as PersonId })),
  'questions.show': () => makeScenario(afterApprovals, (of) => ({ ...questionData(of), expectedCurrent: null })),
  'questions.unshow': (of) => makeScenario([...afterApprovals, showQuestion(of)], questionData),
  'questions.mark-answered': () => makeScenario(afterApprovals, (of) => ({ ...questionData(of), answer: 'in-writing' })),
  'questions.move-to-queue': () => makeScenario(afterQuestions, questionData),
  'questions.set-moderation': () => makeScenario(queueOpen, () => ({ moderation: 'none', expectedModeration: 'before' })),
  'cues.give': (of) => makeScenario(takeFloor(of, true), (its) => ({ ...turnData(its), cue: 'conclude' as const })),
  'cues.ask': (of) => makeScenario(takeFloor(of, true), (its) => ({ ...turnData(its), cue: 'slower' })),
  'cues.deliver': (of) => makeScenario(giveCue(of), () => cueData),
  'cues.see': (of) => makeScenario(giveCue(of), () => cueData),
  'cues.announce': () => makeScenario(queueOpen, () => ({ to: 'everyone', text: 'The hall closes at six.' })),
  'cues.take-down': () =>
    makeScenario([...queueOpen, command('desk', 'cues.announce', { to: 'everyone', text: 'Lunch' }, { id: 'lunch' })], () => ({
      announcement: toCommandId('lunch') as string as AnnouncementId,
    })),
  'cues.blank': () => makeScenario(queueOpen, () => ({})),
  'cues.unblank': () => makeScenario([...queueOpen, command('chair', 'cues.blank', {})], () => ({})),
  ...writingScenarios,
  'sense.put': () => makeScenario(queueOpen, () => sentence),
  'sense.last-call': () => makeScenario(afterPut, () => promptData),
  'sense.close': () => makeScenario(afterPut, () => promptData),
  'sense.withdraw': () => makeScenario(afterPut, () => promptData),
  'sense.respond': () => makeScenario(afterPut, (of) => ({ ...promptData, option: 0, receipt: toReceipt(of) })),
  // The result to publish is in the memory of a server, and there is no server here.
  'sense.publish': () => makeScenario(afterPut, () => ({ ...promptData, irrevocable: true })),
  'sense.discard': () => makeScenario([...afterPut, command('chair', 'sense.close', promptData)], () => promptData),
  'sense.take-down': () => makeScenario([...afterPut, publishSense], () => promptData),
  'captions.add': () => makeScenario(queueOpen, () => ({ language: 'fr' as never })),
  'captions.remove': () => makeScenario(withCaptions, () => ({ language: 'fr' as never })),
  'captions.renew': () => makeScenario(withCaptions, () => ({ language: 'fr' as never })),
  'captions.set-delay': () => makeScenario(queueOpen, () => ({ delay: 2_000 as never })),
  'captions.set-kept': () => makeScenario(queueOpen, () => ({ kept: false })),
  'captions.display': () => makeScenario(withCaptions, () => ({ language: 'fr' as never })),
  'steps.undo': () =>
    makeScenario([...queueOpen, command('desk', 'queue.close', {}, { id: 'close' })], () => ({
      step: toCommandId('close') as string as StepId,
    })),
}
