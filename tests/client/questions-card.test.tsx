// @vitest-environment jsdom
/** The chair’s questions card: the question on the screen, the next one, its assignee, and who has answered. */
import { QuestionsCard } from '@rostrum/client/features/questions/chair/questions-card.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { getLocalTime } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { uiLanguages } from '@rostrum/client/text/language-files'
import { loadLanguage } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { getPerson } from '../support/fixtures.ts'
import { approve, ask, command, openSession, queueOpen, replay, toQuestionId } from '../support/given.ts'
import { getPageText, press, queryButton } from '../support/participant-page.tsx'

const sent: { readonly type: string; readonly data: object }[] = []
const connection = {
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const onReview = vi.fn()
const updateCard = (state: State, officers: readonly PersonId[] = []) =>
  act(() =>
    useSessionStore.setState({
      ...initialStore,
      connectionStatus: { kind: 'live' },
      lastHeardAt: getLocalTime(),
      view: {
        ...projectAudience(state, 'staff').view,
        ...projectPerson(state, getPerson(state, 'chair')).view,
        presence: { room: 1, remote: 1, officers },
      },
    }),
  )
const openCard = (history: Parameters<typeof replay>[0]) => {
  updateCard(replay(history))
  return render(
    <ConnectionContext value={connection}>
      <QuestionsCard onReview={onReview} />
    </ConnectionContext>,
  )
}

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  onReview.mockClear()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const firstQuestion = { question: toQuestionId('gov-1-asks') }
const secondQuestion = { question: toQuestionId('civil-1-asks') }
const publish = (by: string, words: string) => [ask(by, words), approve(`${by}-asks`)]
const bothQuestions = [openSession, ...publish('gov-1', 'First?'), ...publish('civil-1', 'Second?')]
const support = (by: string, question: { question: typeof firstQuestion.question }) => command(by, 'questions.support', question)
const showQuestion = (question: typeof firstQuestion, expectedCurrent: typeof firstQuestion.question | null = null) =>
  command('chair', 'questions.show', { ...question, expectedCurrent })
const getOrder = () => screen.getAllByRole('listitem').map((row) => /First|Second|Third/.exec(row.textContent ?? '')?.[0])

describe('the chair’s view', () => {
  test('lists approved questions by support, then by number of groups; pending ones appear only as a count', () => {
    openCard([
      ...bothQuestions,
      ...publish('technical-1', 'Third?'),
      ask('private-1', 'Not yet?'),
      support('gov-1', secondQuestion),
      support('gov-2', secondQuestion),
      support('private-1', { question: toQuestionId('technical-1-asks') }),
      support('agency-1', { question: toQuestionId('technical-1-asks') }),
    ])
    expect(getPageText()).toContain('Review 1 question')
    expect(getPageText()).not.toContain('Not yet?')
    expect(getOrder()).toEqual(['Third', 'Second', 'First'])
    expect(queryButton(/more, by support/)).toBeNull()
  })

  test('marks the next question, names its assignee, and shows it on the screen', async () => {
    openCard([
      ...bothQuestions,
      command('desk', 'questions.assign', { ...firstQuestion, assignee: 'panel' as PersonId }),
      command('chair', 'questions.set-next', firstQuestion),
    ])
    expect(getPageText()).toContain('Next to answer')
    expect(getPageText()).toContain('For Panel')
    await press('Show and answer')
    expect(sent).toEqual([{ type: 'questions.show', data: { ...firstQuestion, expectedCurrent: null } }])
  })

  test('[V421] the next question can be set back to none', async () => {
    openCard([...bothQuestions, command('chair', 'questions.set-next', firstQuestion)])
    await press(/^Do not take next/)
    expect(sent).toEqual([{ type: 'questions.set-next', data: { question: null } }])
    updateCard(
      replay([
        ...bothQuestions,
        command('chair', 'questions.set-next', firstQuestion),
        command('chair', 'questions.set-next', { question: null }),
      ]),
    )
    expect(getOrder()).toEqual(['First', 'Second'])
    expect(queryButton(/Do not take next/)).toBeNull()
  })

  test('while a question is on the screen, shows the next one with the expected current one', async () => {
    openCard([...bothQuestions, showQuestion(firstQuestion), command('chair', 'questions.set-next', secondQuestion)])
    expect(getPageText()).toContain('On the screen now')
    expect(getPageText()).toContain('Q01, no supporters')
    await press('Show and answer')
    expect(sent).toEqual([{ type: 'questions.show', data: { ...secondQuestion, expectedCurrent: firstQuestion.question } }])
    await press('Take off the screen')
    expect(sent.at(-1)).toEqual({ type: 'questions.unshow', data: firstQuestion })
  })

  test('shows no question while somebody speaks, and gives the reason', async () => {
    openCard([
      ...queueOpen,
      ...publish('gov-1', 'First?'),
      command('chair', 'questions.set-next', firstQuestion),
      command('gov-2', 'queue.join', { kind: 'intervention', topic: null }, { id: 'gov-2' }),
      command('chair', 'floor.call', {
        entry: toQuestionId('gov-2') as never,
        expectedCurrent: null,
        expectedNext: toQuestionId('gov-2') as never,
      }),
    ])
    await press('Show and answer')
    expect(sent).toEqual([])
    expect(getPageText()).toContain('Someone has the floor.')
  })

  test('reports who has answered', async () => {
    openCard([
      ...bothQuestions,
      command('desk', 'questions.assign', { ...firstQuestion, assignee: 'panel' as PersonId }),
      showQuestion(firstQuestion),
      command('chair', 'questions.mark-answered', { ...firstQuestion, answer: 'live' }),
      command('chair', 'questions.mark-answered', { ...secondQuestion, answer: 'taken-on-notice' }),
    ])
    await press('2 answered')
    expect(getPageText()).toContain('Answered by Panel')
    expect(getPageText()).toContain('To be answered later')
  })
})

describe('under the pointer', () => {
  test('nothing is reordered until a second after the pointer has moved', () => {
    vi.useFakeTimers()
    openCard(bothQuestions)
    fireEvent.pointerMove(screen.getAllByRole('listitem')[0] as Element)
    updateCard(replay([...bothQuestions, support('gov-2', secondQuestion)]))
    expect(getOrder()).toEqual(['First', 'Second'])
    expect(getPageText()).toContain('1 supporter')
    act(() => vi.advanceTimersByTime(1000))
    expect(getOrder()).toEqual(['Second', 'First'])
  })
})

test.each(uiLanguages.map(({ id }) => id))('in %s no text is missing', async (language) => {
  await loadLanguage(language, 'staff')
  openCard([
    ...bothQuestions,
    command('desk', 'questions.assign', { ...firstQuestion, assignee: 'panel' as PersonId }),
    showQuestion(firstQuestion),
    command('chair', 'questions.set-next', secondQuestion),
  ])
  expect(getPageText().length).toBeGreaterThan(50)
})

describe('[T31] questions that are waiting for a decision', () => {
  test('while a screen of the secretariat is connected the card explains that, and has no button', () => {
    openCard([openSession, ask('gov-1', 'First?')])
    updateCard(replay([openSession, ask('gov-1', 'First?'), ask('civil-1', 'Second?')]), ['desk' as PersonId, 'chair' as PersonId])
    expect(getPageText()).toContain('2 in review: Secretariat')
    expect(screen.queryByRole('button', { name: /Review/ })).toBeNull()
  })

  test('while none is connected the Chair can open the review', () => {
    openCard([openSession, ask('gov-1', 'First?')])
    fireEvent.click(screen.getByRole('button', { name: 'Review 1 question' }))
    expect(onReview).toHaveBeenCalledOnce()
  })

  test('[V126] if there are none, or without moderation, nothing is offered and no line is taken', () => {
    openCard([openSession])
    expect(getPageText()).not.toContain('review')
    const open = command('chair', 'questions.set-moderation', { moderation: 'none', expectedModeration: 'before' })
    updateCard(replay([openSession, open]))
    expect(getPageText()).not.toContain('review')
  })
})
