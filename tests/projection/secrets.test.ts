/** Confidentiality: every secret has a random 128-bit mark. Every byte sent to each viewer is searched for it, in both directions. */
import { randomBytes } from 'node:crypto'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Question } from '@rostrum/shared/contract/questions'
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import type { AnyView } from '@rostrum/shared/projection/delta'
import { diffViews, projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterNoon, allPeople, createState, getPerson, plan } from '../support/fixtures.ts'
import {
  approve,
  ask,
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
} from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

const makeMark = (name: string) => `${name}·${randomBytes(16).toString('hex')}`
const markedPeople = allPeople.map((one) => (one.role === 'participant' ? { ...one, entity: makeMark(one.person) } : one))
const getEntity = (id: string): string => markedPeople.find(({ person }) => person === id)?.entity ?? ''

const otherPeople = ['gov-1', 'civil-1', 'private-1', 'guest-1', 'panel', 'screen'] as const
type Viewer = (typeof audiences)[number] | (typeof otherPeople)[number]
const viewers: readonly Viewer[] = [...audiences, ...otherPeople]
const projectFor = (state: State, viewer: Viewer): AnyView =>
  (audiences.find((one) => one === viewer)
    ? projectAudience(state, viewer as (typeof audiences)[number])
    : projectPerson(state, getPerson(state, viewer))
  ).view as AnyView

/** Collects everything that a viewer ever gets in the course of a history: each snapshot and each delta. */
const collectSentBytes = (start: State, history: readonly SentCommand[], viewer: Viewer): string => {
  const bytes: string[] = []
  let state = start
  for (const [index] of history.entries()) {
    const next = replay(history.slice(0, index + 1), start)
    bytes.push(JSON.stringify(projectFor(next, viewer)), JSON.stringify(diffViews(projectFor(state, viewer), projectFor(next, viewer))))
    state = next
  }
  return bytes.join('\n')
}
const findViewersOf = (secret: string, start: State, history: readonly SentCommand[]): readonly Viewer[] =>
  viewers.filter((viewer) => collectSentBytes(start, history, viewer).includes(secret))

const startSession = (its: Plan = plan): State => replay(queueOpen, createState(its, markedPeople))

describe('questions that are not published', () => {
  const text = makeMark('text')
  const asked = ask('gov-1', text)
  const about = { question: toQuestionId('gov-1-asks') }
  const fates: readonly (readonly [string, readonly SentCommand[]])[] = [
    ['pending', [asked]],
    ['on hold', [asked, command('desk', 'questions.hold', about)]],
    ['declined', [asked, command('desk', 'questions.decline', { ...about, reason: 'conduct' })]],
    ['withdrawn', [asked, command('gov-1', 'questions.withdraw', about)]],
    ['not reached', [asked, command('chair', 'session.close', {})]],
  ]
  test.each(fates)('[V7] %s: only author and staff know its text, author and existence', (_, history) => {
    expect(findViewersOf(text, startSession(), history)).toEqual(['staff', 'gov-1'])
    expect(findViewersOf(getEntity('gov-1'), startSession(), history)).toEqual(['staff', 'gov-1'])
    expect(findViewersOf(about.question, startSession(), history)).toEqual(['staff', 'gov-1'])
  })

  test('[V7] everybody in the session sees a published question, and the room screen when it is shown', () => {
    const history = [asked, approve('gov-1-asks')]
    expect(findViewersOf(text, startSession(), history)).toEqual(['staff', 'podium', 'booth', 'public', 'gov-1'])
    const shown = [...history, command('chair', 'questions.show', { ...about, expectedCurrent: null })]
    expect(findViewersOf(text, startSession(), shown)).toEqual([...audiences, 'gov-1'])
  })

  test('[V7] a question declined or withdrawn after publication disappears without a reason', () => {
    for (const [by, type, data] of [
      ['desk', 'questions.decline', { ...about, reason: 'conduct' }],
      ['gov-1', 'questions.withdraw', about],
    ] as const) {
      const published = replay([asked, approve('gov-1-asks')], startSession())
      const gone = replay([command(by, type as never, data as never)], published)
      const deltas = diffViews(projectFor(published, 'public'), projectFor(gone, 'public'))
      expect(deltas).toEqual([
        ['-', 'questions', about.question],
        ['-', 'support', about.question],
      ])
      expect(JSON.stringify(projectFor(gone, 'public'))).not.toContain(text)
    }
  })

  test('[V7] its author sees why a question was declined', () => {
    const declined = replay([asked, command('desk', 'questions.decline', { ...about, reason: 'conduct' })], startSession())
    expect(viewers.filter((viewer) => JSON.stringify(projectFor(declined, viewer)).includes('conduct'))).toEqual(['staff', 'gov-1'])
  })
})

test('[V8] if authors are hidden from the room, moderators see them and nobody else does', () => {
  const start = startSession({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } })
  const history = [
    ask('gov-1', 'Why?'),
    approve('gov-1-asks'),
    command('civil-1', 'questions.support', { question: toQuestionId('gov-1-asks') }),
    command('chair', 'questions.show', { question: toQuestionId('gov-1-asks'), expectedCurrent: null }),
  ]
  expect(findViewersOf(getEntity('gov-1'), start, history)).toEqual(['staff', 'gov-1'])
  expect(findViewersOf('"gov-1"', start, history)).toEqual(['gov-1'])
  expect(findViewersOf(getEntity('gov-1'), startSession(), history)).toEqual([...audiences, 'gov-1'])
  expect(findViewersOf(getEntity('civil-1'), startSession(), history)).toEqual(['civil-1'])
})

describe('the queue', () => {
  const hand = (its: object = {}) =>
    command(
      'desk',
      'queue.add',
      {
        kind: 'intervention',
        person: null,
        entity: makeMark('entity'),
        speaker: null,
        group: 'civil' as GroupId,
        requestChannel: 'paper',
        seenAt: afterNoon(1),
        note: null,
        ...its,
      },
      { id: 'hand' },
    )

  test('[V9] notes stay with the staff, even on the floor; no view names speakers added by the secretariat', () => {
    const [note, speaker] = [makeMark('note'), makeMark('speaker')]
    const history = [hand({ note, speaker }), call('hand'), command('chair', 'floor.start', { turn: 'turn-hand-------------' as never })]
    expect(findViewersOf(note, startSession(), history)).toEqual(['staff'])
    expect(findViewersOf(speaker, startSession(), history)).toEqual([])
  })

  test('[V9] a topic is for the staff and its author', () => {
    const topic = makeMark('topic')
    const history = [command('gov-1', 'queue.join', { kind: 'intervention', topic }, { id: 'gov-1' }), call('gov-1')]
    expect(findViewersOf(topic, startSession(), history)).toEqual(['staff', 'gov-1'])
  })

  test('[V9] only the staff see which person is waiting; others see whom the person represents', () => {
    expect(findViewersOf('"gov-1"', startSession(), [join('gov-1')])).toEqual(['staff', 'gov-1'])
    expect(findViewersOf(getEntity('gov-1'), startSession(), [join('gov-1')])).toEqual([...audiences, 'gov-1'])
  })

  test('[V10] the staff and the owner see held entries and waiting points of order', () => {
    const held = replay([join('gov-1'), command('desk', 'queue.hold', { entry: toEntryId('gov-1') })], startSession())
    expect(viewers.filter((viewer) => JSON.stringify(projectFor(held, viewer)).includes(toEntryId('gov-1')))).toEqual(['staff', 'gov-1'])
    expect(findViewersOf('gov-1-point', startSession(), [raisePoint('gov-1')])).toEqual(['staff', 'gov-1'])
  })

  test('[V10] the room screen shows at most three positions', () => {
    const history = ['gov-1', 'civil-1', 'private-1', 'technical-1', 'agency-1'].map((who) => join(who))
    const last = replay(history, startSession()).queue.order.at(-1)?.entry ?? ''
    expect(findViewersOf(last.replace(/-+$/, '---'), startSession(), history)).toContain('public')
    expect(Object.keys(projectFor(replay(history, startSession()), 'display')['entries'] as object)).toHaveLength(3)
  })
})

test('[V11] content for the staff only is in a part or a field that others do not have', () => {
  const state = replay([join('gov-1'), raisePoint('civil-1'), ask('gov-1'), approve('gov-1-asks'), call('gov-1')], startSession())
  for (const key of [
    'staff',
    'pointsOfOrder',
    'balance',
    'entityShares',
    'suggestion',
    'jointEntries',
    'panellists',
    'steps',
    'intention',
    'reason',
  ])
    expect([key, audiences.filter((viewer) => JSON.stringify(projectFor(state, viewer)).includes(`"${key}":`))]).toEqual([key, ['staff']])
  expect(Object.keys(projectFor(state, 'staff'))).toEqual(expect.arrayContaining(['pointsOfOrder', 'balance']))
  expect(audiences.filter((viewer) => 'next' in (projectFor(state, viewer)['answering'] as object))).toEqual(['staff', 'podium'])
})

test('[V12] only registered remote participants get the video link', () => {
  const link = `https://meeting.example/${makeMark('link')}`
  const start = createState({ ...plan, meetingLink: link }, markedPeople)
  expect(findViewersOf(link, start, queueOpen)).toEqual(['civil-1', 'guest-1'])
})

describe('a commit with content that some viewers may not see', () => {
  const before = replay([join('gov-1'), ask('gov-1'), ask('civil-1'), ask('guest-1'), approve('civil-1-asks')], startSession())
  const about = { question: toQuestionId('gov-1-asks') }
  const [published, hiddenToo] = [toQuestionId('civil-1-asks'), toQuestionId('guest-1-asks')]
  const hidden: readonly (readonly [string, SentCommand, readonly Viewer[]])[] = [
    ['a question is asked', ask('private-1'), ['staff', 'private-1']],
    ['a question is edited', command('desk', 'questions.edit', { ...about, text: 'How?', expectedText: 'Why?' }), ['staff', 'gov-1']],
    ['a question is labelled', command('desk', 'questions.label', { ...about, segment: null, tags: ['Access'] }), ['staff']],
    ['a question is merged', command('desk', 'questions.merge', { into: published, ...about }), ['staff', 'gov-1']],
    ['a question is merged with a hidden one', command('desk', 'questions.merge', { into: hiddenToo, ...about }), ['staff']],
    ['a question is assigned to a panellist', command('chair', 'questions.assign', { ...about, assignee: 'panel' as PersonId }), ['staff']],
    [
      'a published question is assigned to a panellist',
      command('chair', 'questions.assign', { question: published, assignee: 'panel' as PersonId }),
      ['staff', 'panel'],
    ],
    ['a question is held', command('desk', 'questions.hold', about), ['staff', 'gov-1']],
    ['a question is declined', command('desk', 'questions.decline', { ...about, reason: 'time' }), ['staff', 'gov-1']],
    ['a question is withdrawn', command('gov-1', 'questions.withdraw', about), ['staff', 'gov-1']],
    ['a question is next', command('chair', 'questions.set-next', { question: toQuestionId('civil-1-asks') }), ['staff', 'podium']],
    ['a topic is written', command('gov-1', 'queue.set-topic', { entry: toEntryId('gov-1'), topic: 'Access' }), ['staff', 'gov-1']],
    ['a point of order is raised', raisePoint('civil-1'), ['staff', 'civil-1']],
  ]
  test.each(hidden)('[V13] sends nothing to the others: %s', (_, one, receivers) => {
    const next = replay([one], before)
    expect(viewers.filter((viewer) => diffViews(projectFor(before, viewer), projectFor(next, viewer)).length > 0)).toEqual(receivers)
  })
})

test('[V14] in random sessions each viewer gets exactly the texts that it may see', () => {
  const isPublic = ({ number, status, statusBefore: before }: Question) =>
    number > 0 && (['approved', 'answering', 'answered'].includes(status) || (status === 'not-reached' && before === 'approved'))
  let met = 0
  fc.assert(
    fc.property(arbitraryRolls(80, 140), (many) => {
      const written = new Map<string, string>()
      const write = (id: string) => {
        const secret = makeMark('t')
        written.set(id, secret)
        return secret
      }
      for (const { after: state } of playRolls(startSession(), many, undefined, write).filter((_, index) => index % 10 === 9)) {
        const bytes = new Map(viewers.map((viewer) => [viewer, JSON.stringify(projectFor(state, viewer))]))
        for (const question of state.questions.all.values()) {
          if (question.status === 'moved-to-queue') continue // its text is now a topic
          for (const viewer of ['staff', 'public', 'podium', 'private-1'] as const) {
            const may = viewer === 'staff' || (viewer === 'private-1' ? question.author?.person === viewer : isPublic(question))
            expect([viewer, question.status, bytes.get(viewer)?.includes(question.text)]).toEqual([viewer, question.status, may])
            const original = question.original ?? question.text
            const first = viewer === 'staff' || question.author?.person === viewer || (question.original === null && may)
            expect([viewer, question.status, bytes.get(viewer)?.includes(original)]).toEqual([viewer, question.status, first])
            if (question.number === 0 && !may) expect([viewer, bytes.get(viewer)?.includes(question.id)]).toEqual([viewer, false])
          }
          expect(bytes.get('display')?.includes(question.text)).toBe(state.questions.current === question.id)
          met += 1
        }
        for (const {
          topic,
          note,
          speaker: { person },
        } of [...state.queue.entries.values()]) {
          for (const secret of [topic, note]) {
            if (!secret || ![...written.values()].includes(secret)) continue
            const owner = secret === topic ? person : null
            for (const viewer of viewers)
              expect([viewer, bytes.get(viewer)?.includes(secret)]).toEqual([viewer, viewer === 'staff' || viewer === owner])
            met += 1
          }
        }
      }
    }),
    { numRuns: 20 },
  )
  expect(met).toBeGreaterThan(100)
})

test('[V8] an id reveals nothing: it is the id of the command', () => {
  const state = replay([ask('gov-1')], startSession())
  expect([...state.questions.all.keys()]).toEqual([toCommandId('gov-1-asks')])
})

describe('content for the record', () => {
  const secret = makeMark('point')
  const add = command('desk', 'notes.add', { text: secret, tag: null, segment: null, about: null }, { id: 'note' })
  test('[N7] only the staff see notes', () => {
    expect(findViewersOf(secret, startSession(), [add])).toEqual(['staff'])
    expect(findViewersOf(toCommandId('note'), startSession(), [add])).toEqual(['staff'])
  })

  test('[N7] only its author reads a statement; the staff see that it was submitted', () => {
    const text = makeMark('statement')
    const history = [
      join('gov-1'),
      command('chair', 'session.close', {}),
      command('gov-1', 'statements.submit', { text, expectedVersion: 0 }),
    ]
    expect(findViewersOf(text, startSession(), history)).toEqual(['gov-1'])
    expect(projectAudience(replay(history, startSession()), 'staff').view.statements).toMatchObject({
      'gov-1': { words: expect.any(Number) },
    })
    for (const audience of ['podium', 'public', 'display'] as const) {
      const { notes, noteTags, statements, notReached } = projectAudience(replay([...history, add], startSession()), audience).view
      expect([notes, noteTags, statements, notReached]).toEqual([undefined, undefined, undefined, undefined])
    }
  })
})
