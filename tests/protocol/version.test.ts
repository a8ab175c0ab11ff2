/** The wire format is pinned: a change of the format needs a new version. */
import { createHash } from 'node:crypto'
import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import { commands, type Event } from '@rostrum/shared/contract/registry'
import { rejections } from '@rostrum/shared/contract/rejections'
import { audiences } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { diffViews, partShapes, projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { type Cursor, type Frame, streamNames } from '@rostrum/shared/protocol/frame'
import { connectionRefusals, transportRefusals } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { fromWireFrame, packRows, toWireFrame, unpackRows } from '@rostrum/shared/protocol/wire-frame'
import { expect, test } from 'vitest'
import { sentence } from '../support/command-scenarios.ts'
import { createState, getPerson, makeAdmission, noon, planWithPapers } from '../support/fixtures.ts'
import { approve, ask, call, command, join, queueOpen, raisePoint, replay, toEntryId, toQuestionId, toTurnId } from '../support/given.ts'

const pinnedVersion = { version: 20, hash: 'cf698ba262df7b67ad9c2853ac859242' }

/** A person who joined by code under the name of a registered organization. */
const claims: Event = {
  type: 'people.admitted',
  data: { people: [{ ...makeAdmission('claims', 'participant', 'Delegation 1', 'government', 'room'), walkIn: 'claims' }] },
}

/** A session in which every part of every view has content. */
const history = [
  ...queueOpen,
  claims,
  join('gov-1'),
  join('civil-1'),
  join('private-1'),
  raisePoint('agency-1'),
  ask('gov-1'),
  ask('civil-1'),
  approve('gov-1-asks'),
  approve('civil-1-asks'),
  join('claims'),
  ask('claims'),
  command('civil-1', 'questions.support', { question: toQuestionId('gov-1-asks') }),
  command('chair', 'questions.set-next', { question: toQuestionId('civil-1-asks') }),
  ...['technical-1', 'agency-1', 'guest-1', 'private-1'].map((who) => ask(who)),
  command('desk', 'questions.edit', { question: toQuestionId('gov-1-asks'), text: 'When?', expectedText: 'Why?' }),
  command('desk', 'questions.label', { question: toQuestionId('gov-1-asks'), segment: null, tags: ['Access'] }),
  command('desk', 'questions.merge', { into: toQuestionId('gov-1-asks'), question: toQuestionId('civil-1-asks') }),
  command('chair', 'questions.assign', { question: toQuestionId('gov-1-asks'), assignee: 'panel' as PersonId }),
  command('desk', 'questions.decline', { question: toQuestionId('technical-1-asks'), reason: 'time' }),
  command('desk', 'questions.move-to-queue', { question: toQuestionId('guest-1-asks') }),
  command('desk', 'questions.hold', { question: toQuestionId('agency-1-asks') }),
  call('gov-1'),
  command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }),
  command('chair', 'cues.give', { turn: toTurnId('turn-gov-1'), cue: 'conclude' }),
  command('booth-fr', 'cues.ask', { turn: toTurnId('turn-gov-1'), cue: 'slower' }),
  command('chair', 'floor.intend', { turn: toTurnId('turn-gov-1'), act: { kind: 'recognize', entry: toEntryId('agency-1-point') } }),
  command('chair', 'floor.recognize', { entry: toEntryId('agency-1-point'), expectedCurrent: toTurnId('turn-gov-1') }, { id: 'point' }),
  command('chair', 'floor.end', { turn: toTurnId('point') }),
  command('chair', 'floor.end', { turn: toTurnId('turn-gov-1') }),
  // The person is absent twice, and so is not reached.
  ...['once', 'twice'].flatMap((id) => [
    command('chair', 'floor.call', { entry: toEntryId('claims'), expectedCurrent: null, expectedNext: toEntryId('civil-1') }, { id }),
    command('chair', 'floor.mark-absent', { turn: toTurnId(id) }),
  ]),
  join('technical-1'),
  join('agency-1'),
  join('gov-2'),
  command('technical-1', 'queue.join', { kind: 'right-of-reply', topic: null }),
  command('chair', 'queue.set-order', { mode: 'rotate', suggestOnly: true, expectedMode: 'balanced' }),
  command('chair', 'queue.move', { entry: toEntryId('gov-2'), before: toEntryId('civil-1') }),
  command('civil-1', 'queue.offer-swap', { entry: toEntryId('civil-1'), with: toEntryId('private-1') }),
  command('private-1', 'queue.defer', { entry: toEntryId('private-1'), after: toEntryId('technical-1') }),
  command('desk', 'queue.merge', { into: toEntryId('technical-1'), entry: toEntryId('agency-1') }),
  command('desk', 'cues.announce', { to: 'everyone', text: 'Tea' }),
  command('desk', 'cues.announce', { to: 'room', text: 'Coffee' }),
  command('desk', 'cues.blank', {}),
  command('desk', 'captions.add', { language: 'fr' as never }),
  command('desk', 'captions.display', { language: 'fr' as never }),
  command('desk', 'sense.put', sentence),
  command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }, { id: 'answer' }),
  command('chair', 'queue.last-call', { for: 60_000 as never }),
  command('desk', 'notes.add', {
    text: 'A point',
    tag: 'success',
    segment: 'topic' as SegmentId,
    about: { kind: 'turn', turn: toTurnId('turn-gov-1') },
  }),
  command('chair', 'session.close', {}),
  command('civil-1', 'statements.submit', { text: 'What I would have said', expectedVersion: 0 }),
]

/** Keys whose values belong to the protocol. For all other values only the type counts. */
const enumKeys = new Set([
  'status',
  'cause',
  'kind',
  'phase',
  'mode',
  'action',
  'commandType',
  'answer',
  'reason',
  'role',
  'channel',
  'requestChannel',
  's',
  'mark',
  'key',
  'to',
  'by',
  'remedy',
  'attribution',
])
const describeShape = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    const word =
      typeof value[0] === 'string' && ['=', '!', '+', '-'].includes(value[0]) ? [value[0], value[1], describeShape(value.at(-1))] : null
    return word ?? [...new Set(value.map((one) => JSON.stringify(describeShape(one))))].sort()
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => [name, describeShape(one, name)]),
    )
  return enumKeys.has(key) ? value : value === null ? 'null' : typeof value
}

const makeFrames = (): readonly Frame[] => {
  const states = history.map((_, index) => replay(history.slice(0, index + 1), createState(planWithPapers)))
  const viewers = [
    ...audiences.map((audience) => states.map((state) => projectAudience(state, audience).view as AnyView)),
    ...['gov-1', 'civil-1', 'chair', 'panel'].map((id) =>
      states.map((state) => projectPerson(state, getPerson(state, id)).view as AnyView),
    ),
  ]
  return viewers.flatMap((views, index) =>
    views.map((view, number): Frame => {
      const before = views[number - 1]
      const head = { stream: streamNames[index < audiences.length ? 0 : 1], at: noon, cursor: `${number}` as Cursor }
      return before ? { ...head, base: `${number - 1}` as Cursor, deltas: diffViews(before, view) } : { ...head, view }
    }),
  )
}

const describeWire = () => ({
  commands: Object.fromEntries(
    Object.entries(commands).map(([type, { schema }]) => [type, schema.toJSONSchema({ io: 'input', unrepresentable: 'any' })]),
  ),
  refusals: [...rejections, ...transportRefusals].sort(),
  connectionRefusals,
  streamNames,
  partShapes: [...partShapes].sort(),
  frames: [...new Set(makeFrames().map((frame) => JSON.stringify(describeShape(toWireFrame(frame)))))].sort(),
})

test('[W14] the wire format does not change without a new version', () => {
  const hash = createHash('sha256').update(JSON.stringify(describeWire())).digest('hex').slice(0, 32)
  expect(
    { version: protocolVersion, hash },
    `The wire has changed. Screens of version ${pinnedVersion.version} would misread it: raise protocolVersion in shared/src/protocol/version.ts with a line on what is new, describe it in docs/protocol.md, and pin here what this test received.`,
  ).toEqual(pinnedVersion)
})

test('[W62] a packed frame is the same after it has travelled', () => {
  for (const frame of makeFrames())
    expect(fromWireFrame(unpackRows(JSON.parse(JSON.stringify(packRows(toWireFrame(frame), partShapes)))))).toEqual(
      JSON.parse(JSON.stringify(frame)),
    )
})

test('[W19] a frame is the same after it has travelled', () => {
  const frames = makeFrames()
  expect(frames.map((frame) => fromWireFrame(JSON.parse(JSON.stringify(toWireFrame(frame)))))).toEqual(JSON.parse(JSON.stringify(frames)))
})

test('[W14] the pin covers every part of every view, and every command', () => {
  const parts = new Set(makeFrames().flatMap((frame) => ('view' in frame ? Object.keys(frame.view) : frame.deltas.map(([, part]) => part))))
  expect([...parts].sort()).toEqual([
    'admitsByCode',
    'announcements',
    'answering',
    'assignedToMe',
    'balance',
    'captionLanguages',
    'captionSettings',
    'causes',
    'displayBlank',
    'displayCaptions',
    'entityShares',
    'entries',
    'finalStep',
    'floor',
    'intention',
    'interpreted',
    'joinCodeRenewals',
    'jointEntries',
    'me',
    'myAnnouncements',
    'myFloor',
    'myOvertakesLeft',
    'myQuestions',
    'myQueue',
    'myStatement',
    'mySupports',
    'notReached',
    'notReachedCount',
    'noteTags',
    'notes',
    'officers',
    'order',
    'panellists',
    'papers',
    'pastTurns',
    'plan',
    'pointsOfOrder',
    'progress',
    'prompt',
    'questionCounts',
    'questionRules',
    'questions',
    'queue',
    'replies',
    'segmentCounts',
    'session',
    'statements',
    'steps',
    'suggestion',
    'support',
    'supportGroups',
    'toConfirm',
    'undoneStep',
    'withoutLink',
  ])
  for (const schema of Object.values(describeWire().commands)) expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
})
