// @vitest-environment jsdom
/** The sense of the room on pages: it is no vote on any of them, and who cannot respond or show anything reads so before. */
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { getLocalTime } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Chair } from '@rostrum/client/surfaces/chair/chair.tsx'
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { Event } from '@rostrum/shared/contract/registry'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'
import { click } from '../support/click.ts'
import { admitWalkIn, afterPut } from '../support/command-scenarios.ts'
import { setDisplayView } from '../support/display-view.ts'
import { makeConnection } from '../support/fake-connection.ts'
import { afterNoon, getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toCommandId, toTurnId } from '../support/given.ts'
import { getPageText, openParticipantPage, sent } from '../support/participant-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  localStorage.clear()
})
afterEach(cleanup)

const prompt = toCommandId('sentence') as string as PromptId
const few = { amount: 'a-few', spread: null } as const
const words = { comfortable: few, 'could-live': few, concerns: few, discuss: few, 'no-view': few }
const close = command('chair', 'sense.close', { prompt })
const published: Event = { type: 'sense.published', data: { prompt, result: { turnout: 'most', words } } }
const stages = { open: afterPut, closed: [...afterPut, close], published: [...afterPut, close, published] }

const openChair = async (history: Parameters<typeof replay>[0], person = 26, unconfirmed = 0) => {
  const state = replay(history)
  const view = {
    ...projectAudience(state, 'staff').view,
    ...projectPerson(state, getPerson(state, 'chair')).view,
    presence: { room: 12, remote: 8, officers: [] },
    presentResponders: { person, delegation: 12, unconfirmed },
  }
  const clockOffset = { offset: afterNoon(5) - getLocalTime(), uncertainty: 0, wallAhead: 0 }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, clockOffset, view: view as never })
  const connection = makeConnection({ request: answerRequests(() => ({ ok: true, value: { names: [] } })) })
  await act(async () => {
    render(
      <ConnectionContext value={connection}>
        <Chair />
      </ConnectionContext>,
    )
  })
}

const pages = {
  phone: async (history: Parameters<typeof replay>[0]) => openParticipantPage(replay(history), 'gov-1', 'room'),
  laptop: async (history: Parameters<typeof replay>[0]) => openParticipantPage(replay(history), 'gov-1', 'remote'),
  panel: async (history: Parameters<typeof replay>[0]) => openParticipantPage(replay(history), 'panel', 'podium'),
  chair: openChair,
  screen: async (history: Parameters<typeof replay>[0]) => {
    setDisplayView(replay(history), 5)
    render(<Display ticket={{ joining: null } as never} />)
  },
}
test.each(Object.keys(pages) as (keyof typeof pages)[])('[E32] it is not a vote while it is open and with its result: %s', async (name) => {
  for (const [stage, history] of Object.entries(stages)) {
    await pages[name](history)
    if (name !== 'chair' || stage === 'open') await screen.findAllByText('This is not a vote.', { exact: false })
    cleanup()
  }
})

test('[E28] people who joined by code and are not confirmed are offered no response, and read why', async () => {
  openParticipantPage(replay([...queueOpen, admitWalkIn, ...afterPut.slice(queueOpen.length)]), 'walk-in', 'room')
  await screen.findByText('The secretariat has not confirmed your registration yet.', { exact: false })
  expect(screen.queryByRole('radio', { name: 'Concerns' })).toBeNull()
})

const write = async (text: string) => {
  await click(screen.getByRole('button', { name: 'Session menu' }))
  await click(await screen.findByRole('menuitem', { name: 'Take the sense of the room' }))
  await click(await screen.findByRole('textbox', { name: /^Formulation/ }))
  await userEvent.paste(text)
}

test('[E26] where fewer than twenty can respond, the Chair reads it before, with the words for a show of hands', async () => {
  await openChair(queueOpen, 14, 9)
  await write('Once a year is enough.')
  const text = getPageText()
  expect(text).toContain('Nothing could be shown.14 registered people are here now.')
  expect(text).toContain('9 people whom the secretariat has not confirmed cannot respond.')
  expect(text).toContain('“I ask for a show of hands on the following: ‘Once a year is enough’. This is not a vote.”')
  expect(screen.getByRole('button', { name: 'Put it all the same, show only that it was asked' })).toBeTruthy()
  await click(screen.getByRole('button', { name: 'Ask for a show of hands' }))
  expect(screen.queryByRole('textbox', { name: /^Formulation/ })).toBeNull()
})

test('[F103] the words for a show of hands stay until the Chair has said them, and the sentence is not lost', async () => {
  await openChair(queueOpen, 14)
  await write('Once a year is enough.')
  await click(screen.getByRole('button', { name: 'Ask for a show of hands' }))
  expect(getPageText()).toContain('I ask for a show of hands on the following: “Once a year is enough”. This is not a vote.')
  await click(screen.getByRole('button', { name: 'Back to the sentence' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Formulation/ }).value).toBe('Once a year is enough.')
  await click(screen.getByRole('button', { name: 'Ask for a show of hands' }))
  await click(screen.getByRole('button', { name: 'I have said it' }))
  expect(getPageText()).not.toContain('show of hands')
  expect(sent).toEqual([])
})

test('[F110] the words for a show of hands and the sentence of the script have different headings', async () => {
  await openChair(queueOpen, 14)
  await write('Once a year is enough.')
  await click(screen.getByRole('button', { name: 'Ask for a show of hands' }))
  expect(screen.getByRole('region', { name: 'Words for a show of hands' }).textContent).toContain('Once a year is enough')
  expect(screen.getAllByText('Say now')).toHaveLength(1)
})

test('[F103] while somebody speaks the words for a show of hands are for afterwards', async () => {
  await openChair([...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })], 14)
  await write('Once a year is enough.')
  await click(screen.getByRole('button', { name: 'Ask for a show of hands' }))
  expect(screen.getByRole('region', { name: 'Words for a show of hands, after this speaker' }).textContent).toContain(
    'Once a year is enough',
  )
})

test('[E31] a sentence that reads like a vote is put by a second press only', async () => {
  await openChair(queueOpen)
  await write('The draft is adopted.')
  expect(getPageText()).toContain('It can be shown.')
  await click(screen.getByRole('button', { name: 'Put to the room' }))
  expect(getPageText()).toContain('This reads like a vote.')
  await userEvent.type(screen.getByRole('textbox', { name: /^Formulation/ }), ' Or not.')
  expect(getPageText()).not.toContain('This reads like a vote.')
  expect(screen.getByRole('button', { name: 'Put to the room' })).toBeTruthy()
})

test('[E33] on the room screen a result gives the place to whoever is called after it', () => {
  const showDisplay = (...more: Parameters<typeof replay>[0]) => {
    setDisplayView(replay([...stages.published, ...more]), 200)
    render(<Display ticket={{ joining: null } as never} />)
    const text = getPageText()
    cleanup()
    return text
  }
  const isBig = (text: string) => /a few/i.test(text)
  expect(isBig(showDisplay(join('gov-1', 100)))).toBe(true)
  expect(isBig(showDisplay(join('gov-1', 100), call('gov-1', { at: 110 })))).toBe(false)
})
