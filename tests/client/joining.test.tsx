// @vitest-environment jsdom
/** Joining by code: one screen, known organizations are offered, all missing fields are reported at once, and nothing is guessed. */
import { EnterStep } from '@rostrum/client/features/joining/enter-step.tsx'
import type { JoinReason } from '@rostrum/client/features/joining/join-error'
import { listMatching } from '@rostrum/client/features/joining/organizations'
import { emptyWalkIn, type FoundSession, type WalkIn } from '@rostrum/client/features/joining/walk-in'
import { takeFloorOnEntry } from '@rostrum/client/session/floor-on-entry'
import { Join } from '@rostrum/client/surfaces/join/join.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { GroupId, SessionId } from '@rostrum/shared/contract/ids'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// jsdom has no dialogs.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const [government, civil] = ['government', 'civil-society'] as GroupId[] as [GroupId, GroupId]
const session: FoundSession = {
  code: 'ABCDEFGH',
  session: 'consultation' as SessionId,
  title: 'Consultation',
  short: 'Consultation',
  place: 'Geneva',
  groups: [
    { id: government, label: 'Government', short: 'Government', mark: 'square' },
    { id: civil, label: 'Civil society', short: 'Civil society', mark: 'circle' },
  ],
  phase: 'open',
  walkIns: true,
  listOpen: true,
  organizations: [
    { name: 'Republic of Kenya', group: government },
    { name: 'Côte d’Ivoire', group: government },
    { name: 'Library federation', group: civil },
  ],
}
const done = vi.fn()

const Step = ({ start, reason, its }: { start: Partial<WalkIn>; reason: JoinReason | null; its: FoundSession }) => {
  const [walkIn, setWalkIn] = useState<WalkIn>({ ...emptyWalkIn, ...start })
  const change = (changed: Partial<WalkIn>) => setWalkIn((before) => ({ ...before, ...changed }))
  const entryRefusal = reason === null ? null : { reason }
  return (
    <EnterStep
      {...{ walkIn, entryRefusal }}
      session={its}
      onChange={change}
      tools={null}
      entering={false}
      onEnter={(asks) => done(asks, walkIn)}
    />
  )
}
const open = (start: Partial<WalkIn> = {}, reason: JoinReason | null = null, its = session) =>
  render(<Step start={start} reason={reason} its={its} />)
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const choose = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const listErrors = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)
const getField = () => screen.getByLabelText('Organization or delegation')

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  localStorage.clear()
  sessionStorage.clear()
  done.mockClear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
})

test('[P30] all that is missing is reported at once, and each message disappears when its field is filled', async () => {
  open()
  expect(listErrors()).toEqual([])
  await press('Request the floor')
  expect(listErrors()).toHaveLength(3)
  for (const name of [/In the room/, /Remote/]) expect(screen.getByRole('radio', { name }).getAttribute('aria-checked')).toBe('false')
  await choose(/Remote/)
  await userEvent.type(getField(), 'Anglers’ union')
  expect(listErrors()).toEqual(['Choose a group.'])
  await press('Request the floor')
  expect(done).not.toHaveBeenCalled()
  await choose(/Civil society/)
  expect(listErrors()).toEqual([])
  await press('Request the floor')
  expect(done).toHaveBeenCalledWith(true, { entity: 'Anglers’ union', group: civil, channel: 'remote' })
})

test('[P28] a name of 160 characters is accepted, and one more shows the limit at the field', async () => {
  const full = 'Permanent Delegation of the Union '.repeat(5).slice(0, 160)
  open({ entity: full, group: civil, channel: 'room' })
  await press('Request the floor')
  expect(done).toHaveBeenCalledOnce()
  await userEvent.type(getField(), 'x')
  expect(listErrors()).toEqual(['Use no more than 160 characters.'])
  await press('Request the floor')
  expect(done).toHaveBeenCalledOnce()
})

test('[P47] a name that could be taken for an office is refused at its own field', () => {
  open({ entity: 'Secretariat', group: civil, channel: 'room' }, 'text-refused')
  expect(listErrors()).toEqual(['This could be mistaken for an official title. Enter the name of your organization.'])
  expect(getField().getAttribute('aria-invalid')).toBe('true')
})

test.each([
  ['walk-ins-full', 'All the places for joining by code are taken. Ask the secretariat to let you in.'],
  ['no-such-code', 'No session has this code. Check it against the room screen.'],
  ['walk-ins-closed', 'This session is for registered participants only. Open your personal link.'],
  ['session-closed', /closed/],
  ['session-full', /./],
  ['no-such-group', /group/],
] as const)('[V227] a refusal without a field on this page is shown above the button: %s', (reason, text) => {
  open({ entity: 'Republic of Kenya', group: government, channel: 'room' }, reason)
  expect(listErrors()).toEqual([expect.stringMatching(text)])
})

test('[P78] from the code to the request it takes three presses and the first letters of a name', async () => {
  open()
  let presses = 0
  const count = () => {
    presses += 1
  }
  document.addEventListener('click', count)
  await choose(/In the room/)
  const typed = 'ken'
  getField().focus()
  await userEvent.keyboard(typed)
  await press(/Republic of Kenya/)
  await press('Request the floor')
  document.removeEventListener('click', count)
  expect([presses, typed.length]).toEqual([3, 3])
  expect(done).toHaveBeenCalledWith(true, { entity: 'Republic of Kenya', group: government, channel: 'room' })
})

test('[P78] while the floor cannot be requested, the main button enters, and asks for nothing', async () => {
  open({ entity: 'Republic of Kenya', group: government, channel: 'room' }, null, { ...session, listOpen: false })
  await press('Enter the session')
  expect(done).toHaveBeenCalledWith(false, expect.anything())
})

test.each([
  ['k', []],
  ['ke', ['Republic of Kenya']],
  ['rep ken', ['Republic of Kenya']],
  ['COTE D', ['Côte d’Ivoire']],
  ['cote divoire', ['Côte d’Ivoire']],
  ['fed', ['Library federation']],
  ['ibrary', []],
])('[P79] %s offers %j', (typed, names) => {
  expect(listMatching(session.organizations, typed).map(({ name }) => name)).toEqual(names)
})

test('[P79] a name that differs only in case, accents or stops is the known one, and brings its group', async () => {
  open({ channel: 'room' })
  await userEvent.type(getField(), 'REPUBLIC OF KENYA.')
  expect(screen.queryByRole('radio', { name: /Civil society/ })).toBeNull()
  await press('Request the floor')
  expect(done).toHaveBeenCalledWith(true, expect.objectContaining({ group: government }))
})

const person = { session: 'consultation', role: 'participant', entity: 'Republic of Ghana', channel: 'room', short: 'Consultation' }
const nothing = { myQueue: { entry: null, pointOfOrder: null, reply: null }, myFloor: { turn: null }, myQuestions: [] }
/** `own`: the person’s own view, or null if the server does not answer. */
const answer = (ticket: object, own: object | null = nothing) =>
  vi.stubGlobal('fetch', (url: string) => {
    const isView = String(url).endsWith('/view')
    if (isView && own === null) return Promise.reject(new TypeError('no network'))
    const body = String(url).endsWith('/codes') ? session : isView ? { own: { view: own } } : ticket
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }))
  })

test('[P77] somebody who scans again on the same device goes on as the same person', async () => {
  localStorage.setItem('rostrum.link.room', 'secret')
  answer(person)
  location.hash = '#ABCDEFGH'
  render(<Join />)
  await screen.findByText('You are in as')
  expect(screen.getByRole('heading', { name: /Republic of Ghana/ })).toBeDefined()
  await press('Go on')
  expect(location.pathname).toBe('/room')
  expect(localStorage.getItem('rostrum.link.room')).toBe('secret')
})

test('[P77] with the link of another session, and as somebody else, a new person joins', async () => {
  localStorage.setItem('rostrum.link.room', 'secret')
  answer({ ...person, session: 'another' })
  location.hash = '#ABCDEFGH'
  const { unmount } = render(<Join />)
  await screen.findByLabelText('Organization or delegation')
  unmount()
  answer(person)
  location.hash = '#ABCDEFGH'
  render(<Join />)
  await screen.findByText('You are in as')
  await press('I am another person')
  expect(await screen.findByLabelText('Organization or delegation')).toBeDefined()
  expect(takeFloorOnEntry()).toBe(false)
})

test('[P77] a code that is scanned while the page is open is taken', async () => {
  history.replaceState(null, '', '/join')
  vi.stubGlobal('fetch', async () => Response.json(session))
  render(<Join />)
  expect(screen.queryByLabelText('Organization or delegation')).toBeNull()
  location.hash = '#ABCDEFGH'
  expect(await screen.findByLabelText('Organization or delegation')).toBeDefined()
})

const scanAgain = async (own: object | null) => {
  localStorage.setItem('rostrum.link.room', 'secret')
  answer(person, own)
  location.hash = '#ABCDEFGH'
  render(<Join />)
  await screen.findByText('You are in as')
  await press('I am another person')
}

test('[P105] before another person takes the device of somebody who waits, the page says what is lost and gives the link back', async () => {
  await scanAgain({ ...nothing, myQueue: { ...nothing.myQueue, entry: { id: 'entry' } }, myQuestions: [{ id: 'one' }, { id: 'two' }] })
  const dialog = await screen.findByRole('dialog', { name: 'Enter as another person?' })
  expect(dialog.textContent).toContain('A request for the floor')
  expect(dialog.textContent).toContain('2 questions')
  expect(screen.queryByLabelText('Organization or delegation')).toBeNull()
  await press(/Copy the link/)
  expect(await screen.findByText(`Select the link to copy it: ${location.origin}/enter#secret`)).toBeDefined()
  await press('Cancel')
  expect(screen.getByText('You are in as')).toBeDefined()
  await press('I am another person')
  await screen.findByRole('dialog')
  await press('Enter as another person')
  expect(getField()).toBeDefined()
})

test('[P105] the page asks too while the server does not say whether something would be lost', async () => {
  await scanAgain(null)
  expect((await screen.findByRole('dialog')).textContent).toContain('The server could not be asked')
})

test('[P115] while the code of the address is looked for, there is no form for a code', async () => {
  history.replaceState(null, '', '/join#ABCDEFGH')
  vi.stubGlobal('fetch', async () => Response.json(session))
  render(<Join />)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('Loading')
  expect(document.body.textContent).toContain('ABCD EFGH')
  expect(await screen.findByLabelText('Organization or delegation')).toBeDefined()
})

test('[P91] a code that comes with the address and opens no session says why at once', async () => {
  history.replaceState(null, '', '/join#ABCDEFGH')
  vi.stubGlobal('fetch', async () => Response.json({ ...session, walkIns: false }))
  render(<Join />)
  expect((await screen.findByRole('alert')).textContent).toBe('This session is for registered participants only. Open your personal link.')
})

test('[P91] people choose among groups that are written out', () => {
  const group = { ...session.groups[1], id: civil, label: 'Civil society organizations', mark: 'circle' as const, short: 'Civil society' }
  open({}, null, { ...session, groups: [group] })
  expect(screen.getByRole('radio', { name: /Civil society organizations/ })).toBeDefined()
})
