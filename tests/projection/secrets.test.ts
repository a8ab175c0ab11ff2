/** Moderation is a wall: every secret carries a random 128-bit mark, and every byte that leaves for each eye is searched for it, both ways. */
import { randomBytes } from 'node:crypto'
import type { GroupId, PersonId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { Question } from '@rostrum/shared/contract/questions'
import type { State } from '@rostrum/shared/contract/registry'
import { audiences } from '@rostrum/shared/contract/roles'
import { type AnyView, diff } from '@rostrum/shared/projection/delta'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everybody, founded, personIn, plan, sinceNoon } from '../support/fixtures.ts'
import {
  approves,
  asks,
  calls,
  commandOf,
  entryOf,
  joins,
  listOpen,
  questionOf,
  raises,
  type Said,
  said,
  stateAfter,
} from '../support/given.ts'
import { play, rolls } from '../support/random-session.ts'

const mark = (name: string) => `${name}·${randomBytes(16).toString('hex')}`
const marked = everybody.map((one) => (one.role === 'participant' ? { ...one, entity: mark(one.person) } : one))
const entityOf = (id: string): string => marked.find(({ person }) => person === id)?.entity ?? ''

const others = ['gov-1', 'civil-1', 'private-1', 'guest-1', 'panel', 'screen'] as const
type Eye = (typeof audiences)[number] | (typeof others)[number]
const eyes: readonly Eye[] = [...audiences, ...others]
const viewOf = (state: State, eye: Eye): AnyView =>
  (audiences.find((one) => one === eye)
    ? projectAudience(state, eye as (typeof audiences)[number])
    : projectPerson(state, personIn(state, eye))
  ).view as AnyView

/** All that ever leaves for an eye along a history: each snapshot and each difference. */
const leaves = (start: State, history: readonly Said[], eye: Eye): string => {
  const bytes: string[] = []
  let state = start
  for (const [index] of history.entries()) {
    const next = stateAfter(history.slice(0, index + 1), start)
    bytes.push(JSON.stringify(viewOf(next, eye)), JSON.stringify(diff(viewOf(state, eye), viewOf(next, eye))))
    state = next
  }
  return bytes.join('\n')
}
const whoMeets = (secret: string, start: State, history: readonly Said[]): readonly Eye[] =>
  eyes.filter((eye) => leaves(start, history, eye).includes(secret))

const started = (its: Plan = plan): State => stateAfter(listOpen, founded(its, marked))

describe('questions that are not published', () => {
  const text = mark('text')
  const asked = asks('gov-1', text)
  const about = { question: questionOf('gov-1-asks') }
  const fates: readonly (readonly [string, readonly Said[]])[] = [
    ['pending', [asked]],
    ['on hold', [asked, said('desk', 'questions.hold', about)]],
    ['declined', [asked, said('desk', 'questions.decline', { ...about, reason: 'conduct' })]],
    ['withdrawn', [asked, said('gov-1', 'questions.withdraw', about)]],
    ['not reached', [asked, said('chair', 'session.close', {})]],
  ]
  test.each(fates)('[V7] %s: text, author and existence are known to author and staff alone', (_, history) => {
    expect(whoMeets(text, started(), history)).toEqual(['staff', 'gov-1'])
    expect(whoMeets(entityOf('gov-1'), started(), history)).toEqual(['staff', 'gov-1'])
    expect(whoMeets(about.question, started(), history)).toEqual(['staff', 'gov-1'])
  })

  test('[V7] published, everybody in the session knows it, and the room when it is on the screen', () => {
    const history = [asked, approves('gov-1-asks')]
    expect(whoMeets(text, started(), history)).toEqual(['staff', 'podium', 'public', 'gov-1'])
    const shown = [...history, said('chair', 'questions.show', { ...about, expectedCurrent: null })]
    expect(whoMeets(text, started(), shown)).toEqual(['staff', 'podium', 'public', 'display', 'gov-1'])
  })

  test('[V7] taken back after publication, it goes, and nothing tells why', () => {
    for (const [by, type, data] of [
      ['desk', 'questions.decline', { ...about, reason: 'conduct' }],
      ['gov-1', 'questions.withdraw', about],
    ] as const) {
      const published = stateAfter([asked, approves('gov-1-asks')], started())
      const gone = stateAfter([said(by, type as never, data as never)], published)
      const deltas = diff(viewOf(published, 'public'), viewOf(gone, 'public'))
      expect(deltas).toEqual([
        ['-', 'questions', about.question],
        ['-', 'support', about.question],
      ])
      expect(JSON.stringify(viewOf(gone, 'public'))).not.toContain(text)
    }
  })

  test('[V7] why it was declined is told to its author', () => {
    const declined = stateAfter([asked, said('desk', 'questions.decline', { ...about, reason: 'conduct' })], started())
    expect(eyes.filter((eye) => JSON.stringify(viewOf(declined, eye)).includes('conduct'))).toEqual(['staff', 'gov-1'])
  })
})

test('[V8] where authors are hidden from the room, moderators know and nobody else does', () => {
  const start = started({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } })
  const history = [
    asks('gov-1', 'Why?'),
    approves('gov-1-asks'),
    said('civil-1', 'questions.support', { question: questionOf('gov-1-asks') }),
    said('chair', 'questions.show', { question: questionOf('gov-1-asks'), expectedCurrent: null }),
  ]
  expect(whoMeets(entityOf('gov-1'), start, history)).toEqual(['staff', 'gov-1'])
  expect(whoMeets('"gov-1"', start, history)).toEqual(['gov-1'])
  expect(whoMeets(entityOf('gov-1'), started(), history)).toEqual(['staff', 'podium', 'public', 'display', 'gov-1'])
  expect(whoMeets(entityOf('civil-1'), started(), history)).toEqual(['civil-1'])
})

describe('the floor list', () => {
  const hand = (its: object = {}) =>
    said(
      'desk',
      'queue.add',
      {
        kind: 'intervention',
        person: null,
        entity: mark('entity'),
        speaker: null,
        group: 'civil' as GroupId,
        door: 'paper',
        seenAt: sinceNoon(1),
        note: null,
        ...its,
      },
      { id: 'hand' },
    )

  test('[V9] notes, and the names of speakers entered by the desk, stay with the staff, also on the floor', () => {
    const [note, speaker] = [mark('note'), mark('speaker')]
    const history = [hand({ note, speaker }), calls('hand'), said('chair', 'floor.start', { turn: 'turn-hand-------------' as never })]
    expect(whoMeets(note, started(), history)).toEqual(['staff'])
    expect(whoMeets(speaker, started(), history)).toEqual(['staff'])
  })

  test('[V9] a topic is for the staff and for whoever wrote it', () => {
    const topic = mark('topic')
    const history = [said('gov-1', 'queue.join', { kind: 'intervention', topic }, { id: 'gov-1' }), calls('gov-1')]
    expect(whoMeets(topic, started(), history)).toEqual(['staff', 'gov-1'])
  })

  test('[V9] who exactly waits is for the staff: others see what the person stands for', () => {
    expect(whoMeets('"gov-1"', started(), [joins('gov-1')])).toEqual(['staff', 'gov-1'])
    expect(whoMeets(entityOf('gov-1'), started(), [joins('gov-1')])).toEqual(['staff', 'podium', 'public', 'display', 'gov-1'])
  })

  test('[V10] held entries and points of order that wait are seen by the staff and their owner', () => {
    const held = stateAfter([joins('gov-1'), said('desk', 'queue.hold', { entry: entryOf('gov-1') })], started())
    expect(eyes.filter((eye) => JSON.stringify(viewOf(held, eye)).includes(entryOf('gov-1')))).toEqual(['staff', 'gov-1'])
    expect(whoMeets('gov-1-point', started(), [raises('gov-1')])).toEqual(['staff', 'gov-1'])
  })

  test('[V10] the screen of the room shows three places and no more', () => {
    const history = ['gov-1', 'civil-1', 'private-1', 'technical-1', 'agency-1'].map((who) => joins(who))
    const last = stateAfter(history, started()).queue.line.at(-1)?.entry ?? ''
    expect(whoMeets(last.replace(/-+$/, '---'), started(), history)).toContain('public')
    expect(Object.keys(viewOf(stateAfter(history, started()), 'display')['entries'] as object)).toHaveLength(3)
  })
})

test('[V11] what only chair and desk see is a part or a field that the others do not have', () => {
  const state = stateAfter([joins('gov-1'), raises('civil-1'), asks('gov-1'), approves('gov-1-asks'), calls('gov-1')], started())
  for (const key of ['desk', 'points', 'balance', 'entities', 'suggestion', 'joint', 'panel', 'steps', 'reason'])
    expect([key, audiences.filter((eye) => JSON.stringify(viewOf(state, eye)).includes(`"${key}":`))]).toEqual([key, ['staff']])
  expect(Object.keys(viewOf(state, 'staff'))).toEqual(expect.arrayContaining(['points', 'balance']))
  expect(audiences.filter((eye) => 'next' in (viewOf(state, eye)['answering'] as object))).toEqual(['staff', 'podium'])
})

test('[V12] the link to the meeting is for registered remote participants', () => {
  const link = `https://meeting.example/${mark('link')}`
  const start = founded({ ...plan, meetingLink: link }, marked)
  expect(whoMeets(link, start, listOpen)).toEqual(['civil-1', 'guest-1'])
})

describe('a commit that somebody may not see', () => {
  const before = stateAfter([joins('gov-1'), asks('gov-1'), asks('civil-1'), asks('guest-1'), approves('civil-1-asks')], started())
  const about = { question: questionOf('gov-1-asks') }
  const [published, hiddenToo] = [questionOf('civil-1-asks'), questionOf('guest-1-asks')]
  const hidden: readonly (readonly [string, Said, readonly Eye[]])[] = [
    ['a question is asked', asks('private-1'), ['staff', 'private-1']],
    ['a question is edited', said('desk', 'questions.edit', { ...about, text: 'How?', expectedText: 'Why?' }), ['staff', 'gov-1']],
    ['a question is labelled', said('desk', 'questions.label', { ...about, segment: null, tags: ['Access'] }), ['staff']],
    ['a question is merged', said('desk', 'questions.merge', { into: published, ...about }), ['staff', 'gov-1']],
    ['a question is merged with a hidden one', said('desk', 'questions.merge', { into: hiddenToo, ...about }), ['staff']],
    ['a question is put to a panellist', said('chair', 'questions.put', { ...about, to: 'panel' as PersonId }), ['staff']],
    [
      'a published one is put to a panellist',
      said('chair', 'questions.put', { question: published, to: 'panel' as PersonId }),
      ['staff', 'panel'],
    ],
    ['a question is held', said('desk', 'questions.hold', about), ['staff', 'gov-1']],
    ['a question is declined', said('desk', 'questions.decline', { ...about, reason: 'time' }), ['staff', 'gov-1']],
    ['a question is withdrawn', said('gov-1', 'questions.withdraw', about), ['staff', 'gov-1']],
    ['a question is next', said('chair', 'questions.queue', { question: questionOf('civil-1-asks') }), ['staff', 'podium']],
    ['a topic is written', said('gov-1', 'queue.note', { entry: entryOf('gov-1'), topic: 'Access' }), ['staff', 'gov-1']],
    ['a point of order is raised', raises('civil-1'), ['staff', 'civil-1']],
  ]
  test.each(hidden)('[V13] sends nothing to the others: %s', (_, one, told) => {
    const next = stateAfter([one], before)
    expect(eyes.filter((eye) => diff(viewOf(before, eye), viewOf(next, eye)).length > 0)).toEqual(told)
  })
})

test('[V14] in random sessions: each eye meets exactly the texts that it may', () => {
  const isPublic = ({ number, status, before }: Question) =>
    number > 0 && (['approved', 'answering', 'answered'].includes(status) || (status === 'not-reached' && before === 'approved'))
  let met = 0
  fc.assert(
    fc.property(rolls(80, 140), (many) => {
      const written = new Map<string, string>()
      const write = (id: string) => {
        const secret = mark('t')
        written.set(id, secret)
        return secret
      }
      for (const { after: state } of play(started(), many, undefined, write).filter((_, index) => index % 10 === 9)) {
        const bytes = new Map(eyes.map((eye) => [eye, JSON.stringify(viewOf(state, eye))]))
        for (const question of state.questions.all.values()) {
          if (question.status === 'to-floor') continue // its words are a topic now
          for (const eye of ['staff', 'public', 'podium', 'private-1'] as const) {
            const may = eye === 'staff' || (eye === 'private-1' ? question.author?.person === eye : isPublic(question))
            expect([eye, question.status, bytes.get(eye)?.includes(question.text)]).toEqual([eye, question.status, may])
            const original = question.original ?? question.text
            const first = eye === 'staff' || question.author?.person === eye || (question.original === null && may)
            expect([eye, question.status, bytes.get(eye)?.includes(original)]).toEqual([eye, question.status, first])
            if (question.number === 0 && !may) expect([eye, bytes.get(eye)?.includes(question.id)]).toEqual([eye, false])
          }
          expect(bytes.get('display')?.includes(question.text)).toBe(state.questions.current === question.id)
          met += 1
        }
        for (const { topic, note, speaker } of Object.values(state.queue.entries)) {
          for (const secret of [topic, note, speaker.name]) {
            if (!secret || ![...written.values()].includes(secret)) continue
            const owner = secret === topic ? speaker.person : null
            for (const eye of eyes) expect([eye, bytes.get(eye)?.includes(secret)]).toEqual([eye, eye === 'staff' || eye === owner])
            met += 1
          }
        }
      }
    }),
    { numRuns: 20 },
  )
  expect(met).toBeGreaterThan(300)
})

test('[V8] an id tells nothing: it is the command’s own', () => {
  const state = stateAfter([asks('gov-1')], started())
  expect([...state.questions.all.keys()]).toEqual([commandOf('gov-1-asks')])
})

describe('what is written for the record', () => {
  const secret = mark('point')
  const add = said('desk', 'notes.add', { text: secret, tag: null, segment: null, about: null }, { id: 'note' })
  test('[N7] points are seen by the staff alone', () => {
    expect(whoMeets(secret, started(), [add])).toEqual(['staff'])
    expect(whoMeets(commandOf('note'), started(), [add])).toEqual(['staff'])
  })

  test('[N7] a statement is read by its author, and the staff see that it was filed', () => {
    const text = mark('statement')
    const history = [joins('gov-1'), said('chair', 'session.close', {}), said('gov-1', 'statements.file', { text, expectedVersion: 0 })]
    expect(whoMeets(text, started(), history)).toEqual(['gov-1'])
    expect(projectAudience(stateAfter(history, started()), 'staff').view.statements).toMatchObject({
      'gov-1': { words: expect.any(Number) },
    })
    for (const audience of ['podium', 'public', 'display'] as const) {
      const { notes, noteTags, statements, unheard } = projectAudience(stateAfter([...history, add], started()), audience).view
      expect([notes, noteTags, statements, unheard]).toEqual([undefined, undefined, undefined, undefined])
    }
  })
})
