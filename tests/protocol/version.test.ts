/** The wire is pinned: whoever changes what travels changes its version too. */
import { createHash } from 'node:crypto'
import type { PersonId, SegmentId } from '@rostrum/shared/contract/ids'
import { commands } from '@rostrum/shared/contract/registry'
import { rejections } from '@rostrum/shared/contract/rejections'
import { audiences } from '@rostrum/shared/contract/roles'
import { type AnyView, diff, tables } from '@rostrum/shared/projection/delta'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { type Cursor, type Frame, streams } from '@rostrum/shared/protocol/frame'
import { doorRefusals, turnedAway } from '@rostrum/shared/protocol/messages'
import { protocolVersion } from '@rostrum/shared/protocol/version'
import { expect, test } from 'vitest'
import { founded, noon, personIn } from '../support/fixtures.ts'
import { approves, asks, calls, entryOf, joins, listOpen, questionOf, raises, said, stateAfter, turnOf } from '../support/given.ts'

const pinned = { version: 3, hash: '3853267bb84ee0502513ebe4c32bc6bc' }

/** A session in which every part of every view holds something. */
const history = [
  ...listOpen,
  joins('gov-1'),
  joins('civil-1'),
  joins('private-1'),
  raises('agency-1'),
  asks('gov-1'),
  asks('civil-1'),
  approves('gov-1-asks'),
  approves('civil-1-asks'),
  said('civil-1', 'questions.support', { question: questionOf('gov-1-asks') }),
  said('chair', 'questions.queue', { question: questionOf('civil-1-asks') }),
  ...['technical-1', 'agency-1', 'guest-1', 'private-1'].map((who) => asks(who)),
  said('desk', 'questions.edit', { question: questionOf('gov-1-asks'), text: 'When?', expectedText: 'Why?' }),
  said('desk', 'questions.label', { question: questionOf('gov-1-asks'), segment: null, tags: ['Access'] }),
  said('desk', 'questions.merge', { into: questionOf('gov-1-asks'), question: questionOf('civil-1-asks') }),
  said('chair', 'questions.put', { question: questionOf('gov-1-asks'), to: 'panel' as PersonId }),
  said('desk', 'questions.decline', { question: questionOf('technical-1-asks'), reason: 'time' }),
  said('desk', 'questions.to-floor', { question: questionOf('guest-1-asks') }),
  said('desk', 'questions.hold', { question: questionOf('agency-1-asks') }),
  calls('gov-1'),
  said('chair', 'floor.start', { turn: turnOf('turn-gov-1') }),
  said('chair', 'cues.give', { turn: turnOf('turn-gov-1'), cue: 'conclude' }),
  said('chair', 'floor.recognize', { entry: entryOf('agency-1-point'), expectedCurrent: turnOf('turn-gov-1') }, { id: 'point' }),
  said('chair', 'floor.end', { turn: turnOf('point') }),
  said('chair', 'floor.end', { turn: turnOf('turn-gov-1') }),
  joins('technical-1'),
  joins('agency-1'),
  joins('gov-2'),
  said('technical-1', 'queue.join', { kind: 'right-of-reply', topic: null }),
  said('chair', 'queue.order', { mode: 'rotate', recommend: true, expectedMode: 'balanced' }),
  said('chair', 'queue.move', { entry: entryOf('gov-2'), before: entryOf('civil-1') }),
  said('civil-1', 'queue.offer-swap', { entry: entryOf('civil-1'), with: entryOf('private-1') }),
  said('private-1', 'queue.defer', { entry: entryOf('private-1'), after: entryOf('technical-1') }),
  said('desk', 'queue.merge', { into: entryOf('technical-1'), entry: entryOf('agency-1') }),
  said('desk', 'cues.announce', { to: 'everyone', text: 'Tea' }),
  said('desk', 'cues.announce', { to: 'room', text: 'Coffee' }),
  said('desk', 'cues.blank', {}),
  said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }, { id: 'answer' }),
  said('chair', 'queue.last-call', { for: 60_000 as never }),
  said('desk', 'notes.add', {
    text: 'A point',
    tag: 'success',
    segment: 'topic' as SegmentId,
    about: { kind: 'turn', turn: turnOf('turn-gov-1') },
  }),
  said('chair', 'session.close', {}),
  said('civil-1', 'statements.file', { text: 'What I would have said', expectedVersion: 0 }),
]

/** Values that are words of the protocol; all else counts by its kind alone. */
const words = new Set([
  'status',
  'cause',
  'kind',
  'phase',
  'mode',
  'what',
  'answer',
  'reason',
  'role',
  'channel',
  'door',
  'stream',
  'mark',
  'of',
  'to',
  'by',
  'remedy',
  'attribution',
])
const shapeOf = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    const word =
      typeof value[0] === 'string' && ['=', '!', '+', '-'].includes(value[0]) ? [value[0], value[1], shapeOf(value.at(-1))] : null
    return word ?? [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))].sort()
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => [name, shapeOf(one, name)]),
    )
  return words.has(key) ? value : value === null ? 'null' : typeof value
}

const frames = (): readonly Frame[] => {
  const states = history.map((_, index) => stateAfter(history.slice(0, index + 1), founded()))
  const eyes = [
    ...audiences.map((audience) => states.map((state) => projectAudience(state, audience).view as AnyView)),
    ...['gov-1', 'civil-1', 'chair', 'panel'].map((id) => states.map((state) => projectPerson(state, personIn(state, id)).view as AnyView)),
  ]
  return eyes.flatMap((views, index) =>
    views.map((view, number): Frame => {
      const before = views[number - 1]
      const head = { stream: streams[index < audiences.length ? 0 : 1], at: noon, cursor: `${number}` as Cursor }
      return before ? { ...head, base: `${number - 1}` as Cursor, deltas: diff(before, view) } : { ...head, view }
    }),
  )
}

const wire = () => ({
  commands: Object.fromEntries(
    Object.entries(commands).map(([type, schema]) => [type, schema.toJSONSchema({ io: 'input', unrepresentable: 'any' })]),
  ),
  refusals: [...rejections, ...doorRefusals],
  turnedAway,
  streams,
  tables: [...tables],
  frames: [...new Set(frames().map((frame) => JSON.stringify(shapeOf(frame))))].sort(),
})

test('[W14] what travels has not changed without its version', () => {
  const hash = createHash('sha256').update(JSON.stringify(wire())).digest('hex').slice(0, 32)
  expect(
    { version: protocolVersion, hash },
    `The wire has changed. Screens of version ${pinned.version} would misread it: raise protocolVersion in shared/src/protocol/version.ts with a line on what is new, tell it in docs/protocol.md, and pin here what this test received.`,
  ).toEqual(pinned)
})

test('[W14] the pin sees every part of every view filled, and every command', () => {
  const parts = new Set(frames().flatMap((frame) => ('view' in frame ? Object.keys(frame.view) : frame.deltas.map(([, part]) => part))))
  expect([...parts].sort()).toEqual([
    'answering',
    'asking',
    'balance',
    'blank',
    'codes',
    'entities',
    'entries',
    'floor',
    'joint',
    'line',
    'list',
    'me',
    'myEntry',
    'myFloor',
    'myNotices',
    'myPut',
    'myQuestions',
    'myStatement',
    'mySupports',
    'noteTags',
    'notes',
    'notices',
    'panel',
    'plan',
    'points',
    'progress',
    'questionCounts',
    'questions',
    'replies',
    'session',
    'statements',
    'steps',
    'suggestion',
    'support',
    'tally',
    'turns',
    'unheard',
    'unreached',
  ])
  for (const schema of Object.values(wire().commands)) expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
})
