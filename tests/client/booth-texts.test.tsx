// @vitest-environment jsdom
/** The texts that waiting speakers have handed in, as interpreters open them. */

import { TextCard } from '@rostrum/client/features/booth/text/text-card.tsx'
import { NextFive } from '@rostrum/client/features/queue/booth/next-five.tsx'
import { openText, startBooth } from '@rostrum/client/session/booth-store'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { BoothView } from '@rostrum/shared/protocol/booth'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, type SentCommand, toEntryId, toTurnId } from '../support/given.ts'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const [turn, next, entry] = [toTurnId('turn-gov-1'), toTurnId('turn-gov-2'), toEntryId('gov-2')]
const speaking = [...queueOpen, join('gov-1'), join('gov-2'), call('gov-1'), command('chair', 'floor.start', { turn })]
const waiting = { text: 'Señor Presidente', mark: 'verbatim', pronounced: null } as const
const empty: BoothView = { current: null, next: {}, lines: [], onAir: null, screens: 1 }

const hold = (history: readonly SentCommand[]) => {
  const state = replay(history)
  const view = { ...projectAudience(state, 'booth').view, ...projectPerson(state, getPerson(state, 'booth-fr')).view }
  useSessionStore.setState({ ...initialStore, view: { ...view, presence: { room: 1, remote: 1 } } })
}
const show = (view: Partial<BoothView>) => act(() => startBooth({ ...empty, ...view }))
const open = async (view: Partial<BoothView>) => {
  hold(speaking)
  startBooth({ ...empty, ...view })
  render(
    <>
      <TextCard />
      <NextFive />
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: /^Open/ }))
}
const getText = () => document.querySelector('article')?.textContent ?? ''

beforeEach(() => loadLanguage('en', 'staff'))
afterEach(() => {
  cleanup()
  openText(null)
})

test('[X87] the text of a waiting speaker opens, stays when its turn begins, and marks the way back to the current speaker', async () => {
  await open({ current: { turn, text: 'Now I speak.', mark: 'check', pronounced: null }, next: { [entry]: waiting } })
  expect(getText()).toBe('Señor Presidente')
  act(() => hold([...speaking, command('chair', 'floor.end', { turn }), call('gov-2')]))
  show({ current: { turn: next, ...waiting } })
  expect(getText()).toBe('Señor Presidente')
  await userEvent.click(screen.getByRole('button', { name: 'Now: another speaker' }))
  expect([getText(), screen.queryByRole('button', { name: /^Now/ })]).toEqual(['Señor Presidente', null])
})

test('[X87] the text of another waiting speaker stays open while the turns change', async () => {
  await open({ next: { [entry]: waiting } })
  act(() => hold([...speaking, command('chair', 'floor.end', { turn })]))
  show({ current: null, next: { [entry]: waiting } })
  expect([getText(), screen.getByRole('button', { name: /^Now/ }).textContent]).toEqual(['Señor Presidente', 'Now: another speaker'])
  await userEvent.click(screen.getByRole('button', { name: /^Now/ }))
  expect(getText()).not.toContain('Señor')
})

test('[X87] an opened text shows its correction, and closes when it is taken back', async () => {
  await open({ next: { [entry]: waiting } })
  show({ next: { [entry]: { ...waiting, text: 'Señora Presidenta' } } })
  expect(getText()).toBe('Señora Presidenta')
  show({})
  expect(getText()).not.toContain('Señor')
})
