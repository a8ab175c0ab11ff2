/** Messages of webhooks about a commit: a scripted session message by message, and random sessions compared with views. */
import type { Commit } from '@rostrum/shared/contract/registry'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { diffViews, projectAudience } from '@rostrum/shared/projection/project'
import { listMessages } from '@rostrum/shared/projection/webhooks/messages'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, decideCommand, join, queueOpen, type SentCommand, toQuestionId, toTurnId } from '../support/given.ts'
import { arbitraryRolls, playRolls } from '../support/random-session.ts'

/** Returns the types of the messages of each command, with what they are about. */
function play(history: readonly SentCommand[], contents: 'public' | 'staff' = 'public', its = plan) {
  let state = createState(its)
  return history.map((sent, index) => {
    const at = afterNoon(index + 1)
    const decision = decideCommand(state, sent, at)
    if (!decision.ok) throw new Error(`${sent.type} was refused: ${decision.reason}`)
    const to = evolveAll(state, decision.events, at)
    const messages = listMessages({ from: state, to, events: decision.events, at }, contents)
    state = to
    return messages
  })
}
/** The names of what was reported on the session, the floor and the questions. */
const name = (all: readonly ReturnType<typeof listMessages>[]) =>
  all.map((messages) =>
    messages
      .filter(({ topic }) => !['list', 'captions', 'record'].includes(topic))
      .map(({ type, about }) => [type, about].join(' ').trim()),
  )
const chair = <C extends Parameters<typeof command>[1]>(type: C, data: Parameters<typeof command<C>>[2], id?: string) =>
  command('chair', type, data, id === undefined ? {} : { id })

describe('[X81] webhooks report', () => {
  test('the next speakers and the number of those who wait, and nothing while both stay the same', () => {
    const history = [...queueOpen, join('gov-1'), join('civil-1'), call('gov-1'), chair('floor.start', { turn: toTurnId('turn-gov-1') })]
    const lists = play(history).map((all) => all.filter(({ topic }) => topic === 'list').map(({ data }) => data))
    const waits = { room: expect.any(Number), remote: expect.any(Number) }
    const row = (entry: string) => expect.objectContaining({ id: entry.padEnd(22, '-'), kind: 'intervention' })
    expect(lists).toEqual([
      ...queueOpen.map(() => []),
      [{ waiting: waits, next: [row('gov-1')] }],
      [{ waiting: waits, next: [row('gov-1'), row('civil-1')] }],
      [{ waiting: waits, next: [row('civil-1')] }],
      [],
    ])
    const [staff] = play(history, 'staff').flatMap((all) => all.filter(({ topic }) => topic === 'list'))
    expect([JSON.stringify(staff).includes('"person":"gov-1"'), JSON.stringify(lists).includes('person')]).toEqual([true, false])
  })

  test('the languages of the captions, the record when it is ready, and that the close was taken back', () => {
    const close = chair('session.close', {}, 'close')
    const history = [
      ...queueOpen,
      command('desk', 'captions.add', { language: 'fr' as never }),
      close,
      chair('steps.undo', { step: 'close'.padEnd(22, '-') as never }),
    ]
    const reported = play(history).flatMap((all) => all.filter(({ topic }) => topic === 'captions' || topic === 'record'))
    expect(reported.map(({ type, data }) => [type, data])).toEqual([
      ['captions.changed', { languages: ['fr'] }],
      ['record.ready', { finalAt: expect.any(Number) }],
      ['record.reopened', {}],
    ])
  })
})

describe('[X7] webhooks report', () => {
  test('the floor and the list, from the opening to the close', () => {
    const turn = toTurnId('call-one')
    const history = [
      ...queueOpen,
      join('gov-1'),
      join('civil-1'),
      { ...call('gov-1'), id: 'call-one' },
      chair('floor.start', { turn }),
      chair('floor.pause', { turn }),
      chair('floor.resume', { turn }),
      chair('floor.extend', { turn, by: 30_000 as never }),
      { ...call('civil-1', { current: turn }), id: 'call-two' },
      chair('session.suspend', {}),
      chair('session.resume', {}),
      chair('session.close', {}),
    ]
    const [speaker, other] = [
      createState().people.all.get('gov-1' as never)?.entity,
      createState().people.all.get('civil-1' as never)?.entity,
    ]
    expect(name(play(history))).toEqual([
      ['session.opened', expect.stringMatching(/^topic\.started ./)],
      ['list.opened'],
      [],
      [],
      [`speaker.called ${speaker}`],
      [`speaker.started ${speaker}`],
      [`speaker.paused ${speaker}`],
      [`speaker.resumed ${speaker}`],
      [`speaker.extended ${speaker}`],
      [`speaker.ended ${speaker}`, `speaker.called ${other}`],
      ['session.suspended'],
      ['session.resumed'],
      ['session.closed', 'list.closed', `speaker.released ${other}`],
    ])
  })

  test('questions: nothing before they are published, and with staff contents from the moment they are asked', () => {
    const its = { question: toQuestionId('civil-1-asks') }
    const history = [
      ...queueOpen,
      ask('civil-1'),
      command('desk', 'questions.hold', its),
      approve('civil-1-asks'),
      command('gov-1', 'questions.support', its),
      command('desk', 'questions.edit', { ...its, text: 'How?', expectedText: 'Why?' }),
      chair('questions.show', { ...its, expectedCurrent: null }),
      chair('questions.mark-answered', { ...its, answer: 'live' }),
      ask('gov-1'),
      command('gov-1', 'questions.withdraw', { question: toQuestionId('gov-1-asks') }),
    ]
    const [, , ...said] = name(play(history))
    expect(said.map((all) => all.filter((one) => one.startsWith('question')))).toEqual([
      [],
      [],
      ['question.published Q1'],
      [],
      ['question.changed Q1'],
      ['question.shown Q1'],
      ['question.answered Q1'],
      [],
      [],
    ])
    const [, , ...staff] = name(play(history, 'staff'))
    expect(staff.map((all) => all.filter((one) => one.startsWith('question')))).toEqual([
      ['question.asked'],
      ['question.changed'],
      ['question.published Q1'],
      [],
      ['question.changed Q1'],
      ['question.shown Q1'],
      ['question.answered Q1'],
      ['question.asked'],
      ['question.changed'],
    ])
  })

  test('a step that is undone: the earlier speaker has the floor again', () => {
    const turn = toTurnId('call-one')
    const history = [
      ...queueOpen,
      join('gov-1'),
      { ...call('gov-1'), id: 'call-one' },
      chair('floor.start', { turn }),
      chair('floor.end', { turn }, 'end'),
    ]
    const undo = chair('steps.undo', { step: 'end'.padEnd(22, '-') as never })
    const messages = play([...history, undo]).at(-1)
    expect(messages?.map(({ type }) => type)).toEqual(['speaker.restored'])
    expect(messages?.[0]?.data).toMatchObject({ turn, used: 1_000 })
  })
})

/** Lists all values that are not objects, and the keys of tables. */
const listLeaves = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...listLeaves(inner)])
    : [JSON.stringify(value)]

/** Fields that are computed or named for a message, and are not in any view. */
const ownFields = new Set(['turn', 'topic', 'question', 'announcement', 'used', 'paused', 'person'])

test('[X7] in any session, a message contains nothing that screens of its audience do not show; hidden commits send none', {
  timeout: 120_000,
}, () => {
  let [counted, quiet] = [0, 0]
  const hidden = { ...plan, questions: { ...plan.questions, attribution: 'hidden' as const } }
  fc.assert(
    fc.property(arbitraryRolls(30, 60), fc.constantFrom('public' as const, 'staff' as const), (rolls, contents) => {
      for (const { before, after, at, decision } of playRolls(createState(hidden), rolls)) {
        if (!decision.ok) continue
        const [from, to] = [before, after].map((state) => projectAudience(state, contents).view) as [object, object]
        const messages = listMessages({ from: before, to: after, events: decision.events, at }, contents)
        if (diffViews(from, to).length === 0) {
          quiet += 1
          expect(messages).toEqual([])
          continue
        }
        if (messages.length === 0) continue
        const shown = new Set([...listLeaves(from), ...listLeaves(to)])
        for (const { data } of messages)
          for (const [field, value] of Object.entries(data)) {
            if (field === 'used' || field === 'paused' || field === 'finalAt') continue
            const leaves = listLeaves(value)
            counted += leaves.length
            expect(leaves.filter((leaf) => !shown.has(leaf) && !(ownFields.has(field) && shown.has(String(value))))).toEqual([])
          }
      }
    }),
    { numRuns: 60 },
  )
  expect([counted > 500, quiet > 20]).toEqual([true, true])
})

test('[X7] the messages of a commit are the same after a restart, from the log alone', () => {
  fc.assert(
    fc.property(arbitraryRolls(20, 40), (rolls) => {
      let replayed = createState()
      for (const { before, after, at, decision } of playRolls(createState(), rolls)) {
        if (!decision.ok) continue
        const events = JSON.parse(JSON.stringify(decision.events)) as Commit['events']
        const next = evolveAll(replayed, events, at)
        expect(listMessages({ from: replayed, to: next, events, at }, 'public')).toEqual(
          listMessages({ from: before, to: after, events: decision.events, at }, 'public'),
        )
        replayed = next
      }
    }),
    { numRuns: 30 },
  )
})
