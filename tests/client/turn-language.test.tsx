// @vitest-environment jsdom
/** The language of a turn on the pages. The speaker and the staff set it; the list and the floor show it. */
import { DisplayFloor } from '@rostrum/client/features/floor/display/display-floor.tsx'
import { LanguageOfTurn } from '@rostrum/client/features/floor/staff/language-of-turn.tsx'
import { QueueList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { uiLanguages } from '@rostrum/client/text/language-files'
import { loadLanguage } from '@rostrum/client/text/text'
import type { State } from '@rostrum/shared/contract/registry'
import { toSpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { toMillis } from '@rostrum/shared/kernel/time'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { click } from '../support/click.ts'
import { entryData, turnData } from '../support/command-scenarios.ts'
import { getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toEntryId } from '../support/given.ts'
import { getPageText, openParticipantPage, press, sent } from '../support/participant-page.tsx'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
})
afterEach(cleanup)

const inFrench = command('gov-1', 'queue.set-language', { ...entryData('gov-1'), language: toSpokenLanguage('fr') })
const waiting = [...queueOpen, join('gov-1'), join('civil-1')]
const speaking = [...waiting, inFrench, call('gov-1'), command('chair', 'floor.start', turnData('gov-1'))]

const connection = {
  request: () => Promise.resolve({ ok: true, value: { names: [], people: [] } }),
  send: (one: (typeof sent)[number]) => {
    sent.push(one)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const renderForStaff = (state: State, children: ReactNode, audience: 'staff' | 'display' = 'staff') => {
  const view = { ...projectAudience(state, audience).view, ...projectPerson(state, getPerson(state, 'chair')).view }
  useSessionStore.setState({ ...initialStore, view: { ...view, presence: { room: 1, remote: 1 } } })
  render(<ConnectionContext value={connection}>{children}</ConnectionContext>)
}

test('[Q43] people who wait read the language they will speak, and can choose another, in its own script or by name', async () => {
  openParticipantPage(replay([...waiting, inFrench]), 'gov-1')
  expect(getPageText()).toContain('I will speak in French')
  await press('Change')
  const dialog = within(await screen.findByRole('dialog', { hidden: true }))
  const options = dialog.getAllByRole('radio', { hidden: true })
  const offered = options.map((one) => [one.textContent, one.lang])
  expect(offered).toEqual([...uiLanguages.map(({ name, id }) => [name, id]), ['Another language', '']])
  expect(offered).toContainEqual(['中文', 'zh'])
  expect(dialog.getByRole('radio', { checked: true, hidden: true }).textContent).toBe('Français')
  await userEvent.click(dialog.getByText('Another language'))
  await userEvent.selectOptions(dialog.getByLabelText('Which language?'), 'Swahili')
  await click(dialog.getByText('Done'))
  expect(sent).toEqual([{ type: 'queue.set-language', data: { entry: toEntryId('gov-1'), language: 'sw' } }])
})

/** The three dialogs of a participant's page: the button that opens each, and the one that leads to it. */
const dialogs = [
  ['Choose', null, 'I will speak in'],
  ['My text', 'More', 'My text'],
  ['How I am listed', null, 'How I am listed'],
] as const

test.each(dialogs)(
  '[V201] a dialog of a participant closes with a button, and with Back before the page is left: %s',
  async (button, first, title) => {
    openParticipantPage(replay(waiting), 'civil-1')
    if (first !== null) await press(first)
    const before = history.state
    const open = async () => {
      await press(button)
      return screen.findByRole('dialog', { name: title })
    }
    within(await open())
      .getByRole('button', { name: 'Close' })
      .click()
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await vi.waitFor(() => expect(history.state).toEqual(before))
    const place = location.href
    await open()
    history.back()
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect([location.href, history.state]).toEqual([place, before])
  },
)

test.each(['room', 'remote', 'podium'] as const)('[Q43] no language is assumed if nobody has specified it, on the page %s', (where) => {
  openParticipantPage(replay(waiting), 'civil-1', where)
  expect(getPageText()).toContain('In which language will you speak?')
})

test.each(['room', 'remote'] as const)('[Q43] the speaker’s language is shown with the speaker, on the page %s', (where) => {
  openParticipantPage(replay(speaking), 'civil-1', where)
  expect(getPageText()).toContain('in French')
})

test('[Q43] the room screen names the language in the language of the screen', async () => {
  await loadLanguage('ar', 'staff')
  renderForStaff(replay(speaking), <DisplayFloor />, 'display')
  expect(getPageText()).toContain('باللغة الفرنسية')
})

test('[Q43] the staff see it in the list, and set it for a request and for the turn', async () => {
  renderForStaff(replay([...waiting, inFrench]), <QueueList reachedCount={9} limit={toMillis(180_000)} cut="" />)
  const row = within(document.querySelector<HTMLElement>(`[data-row="${toEntryId('gov-1')}"]`) as HTMLElement)
  expect(row.getByTitle('in French').textContent).toContain('FR')
  await userEvent.click(row.getByRole('button'))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Language of the intervention' }))
  await userEvent.selectOptions(screen.getByLabelText('Speaks in'), 'Not specified')
  await press('Set')
  expect(sent).toEqual([{ type: 'queue.set-language', data: { entry: toEntryId('gov-1'), language: null } }])
  cleanup()
  sent.length = 0
  renderForStaff(replay(speaking), <LanguageOfTurn onClose={() => undefined} />)
  await userEvent.selectOptions(screen.getByLabelText('Speaks in'), 'Arabic')
  await press('Set')
  expect(sent).toEqual([{ type: 'floor.set-language', data: { ...turnData('gov-1'), language: 'ar' } }])
})
