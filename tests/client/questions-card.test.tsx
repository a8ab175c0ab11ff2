// @vitest-environment jsdom
/** The chair's card: what is on the screen, what comes next, to whom it is put, and who has answered. */
import { QuestionsCard } from '@rostrum/client/features/questions/chair/questions-card.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { ownTime } from '@rostrum/client/session/server-clock'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/registry'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { personIn } from '../support/fixtures.ts'
import { approves, asks, listOpen, open, questionOf, said, stateAfter } from '../support/given.ts'
import { button, press, text } from '../support/participant-page.tsx'

const sent: { readonly type: string; readonly data: object }[] = []
const connection = {
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const comesIn = (state: State) =>
  act(() =>
    useScreen.setState({
      ...emptyScreen,
      line: { kind: 'live' },
      heardAt: ownTime(),
      view: {
        ...projectAudience(state, 'staff').view,
        ...projectPerson(state, personIn(state, 'chair')).view,
        presence: { room: 1, remote: 1 },
      },
    }),
  )
const sees = (history: Parameters<typeof stateAfter>[0]) => {
  comesIn(stateAfter(history))
  return render(
    <ConnectionContext value={connection}>
      <QuestionsCard />
    </ConnectionContext>,
  )
}

beforeEach(async () => {
  await load('en', 'all')
  sent.length = 0
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const one = { question: questionOf('gov-1-asks') }
const two = { question: questionOf('civil-1-asks') }
const published = (by: string, words: string) => [asks(by, words), approves(`${by}-asks`)]
const both = [open, ...published('gov-1', 'First?'), ...published('civil-1', 'Second?')]
const supports = (by: string, question: { question: typeof one.question }) => said(by, 'questions.support', question)
const shows = (question: typeof one, expectedCurrent: typeof one.question | null = null) =>
  said('chair', 'questions.show', { ...question, expectedCurrent })
const order = () => screen.getAllByRole('listitem').map((row) => /First|Second|Third/.exec(row.textContent ?? '')?.[0])

describe('as the Chair sees them', () => {
  it('approved ones by support, then by breadth; how many are with the co-chair; those are nowhere else', () => {
    sees([
      ...both,
      ...published('technical-1', 'Third?'),
      asks('private-1', 'Not yet?'),
      supports('gov-1', two),
      supports('gov-2', two),
      supports('private-1', { question: questionOf('technical-1-asks') }),
      supports('agency-1', { question: questionOf('technical-1-asks') }),
    ])
    expect(text()).toContain('1 with the co-chair')
    expect(text()).not.toContain('Not yet?')
    expect(order()).toEqual(['Third', 'Second'])
    expect(button(/1 more, by support/)).not.toBeNull()
  })

  it('marks the next one, says to whom it is put, and shows it', async () => {
    sees([...both, said('desk', 'questions.put', { ...one, to: 'panel' as PersonId }), said('chair', 'questions.queue', one)])
    expect(text()).toContain('Next to answer')
    expect(text()).toContain('For Panel')
    await press('Show and answer')
    expect(sent).toEqual([{ type: 'questions.show', data: { ...one, expectedCurrent: null } }])
  })

  it('while one is on the screen, the next can be shown, against the one that the Chair sees', async () => {
    sees([...both, shows(one), said('chair', 'questions.queue', two)])
    expect(text()).toContain('On the screen now')
    expect(text()).toContain('Q01, 0 support in 0 of 5 groups')
    await press('Show and answer')
    expect(sent).toEqual([{ type: 'questions.show', data: { ...two, expectedCurrent: one.question } }])
    await press('Take off the screen')
    expect(sent.at(-1)).toEqual({ type: 'questions.unshow', data: one })
  })

  it('nothing is shown while somebody speaks, and the reason stands there', async () => {
    sees([
      ...listOpen,
      ...published('gov-1', 'First?'),
      said('chair', 'questions.queue', one),
      said('gov-2', 'queue.join', { kind: 'intervention', topic: null }, { id: 'gov-2' }),
      said('chair', 'floor.call', {
        entry: questionOf('gov-2') as never,
        expectedCurrent: null,
        expectedNext: questionOf('gov-2') as never,
      }),
    ])
    await press('Show and answer')
    expect(sent).toEqual([])
    expect(text()).toContain('Someone has the floor.')
  })

  it('says who has answered', async () => {
    sees([
      ...both,
      said('desk', 'questions.put', { ...one, to: 'panel' as PersonId }),
      shows(one),
      said('chair', 'questions.settle', { ...one, answer: 'live' }),
      said('chair', 'questions.settle', { ...two, answer: 'taken-on-notice' }),
    ])
    await press('2 answered')
    expect(text()).toContain('Answered by Panel')
    expect(text()).toContain('To be answered later')
  })
})

describe('beside the pointer', () => {
  it('nothing is reordered until a second after it has moved', () => {
    vi.useFakeTimers()
    sees(both)
    fireEvent.pointerMove(screen.getAllByRole('listitem')[0] as Element)
    comesIn(stateAfter([...both, supports('gov-2', two)]))
    expect(order()).toEqual(['First', 'Second'])
    expect(text()).toContain('1 support')
    act(() => vi.advanceTimersByTime(1000))
    expect(order()).toEqual(['Second', 'First'])
  })
})

it.each(['en', 'fr', 'ar'])('in %s no word is missing', async (language) => {
  await load(language, 'all')
  sees([...both, said('desk', 'questions.put', { ...one, to: 'panel' as PersonId }), shows(one), said('chair', 'questions.queue', two)])
  expect(text().length).toBeGreaterThan(60)
})
