// @vitest-environment jsdom
/** Joining by code: all missing fields are reported at once, and nothing about the person is guessed. */
import { emptyWalkIn, type FoundSession, findRefusedName, type WalkIn } from '@rostrum/client/features/joining/walk-in'
import { WhereStep } from '@rostrum/client/features/joining/where-step.tsx'
import { WhoStep } from '@rostrum/client/features/joining/who-step.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { GroupId } from '@rostrum/shared/contract/ids'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const session: FoundSession = {
  code: 'ABCDEFGH',
  title: 'Consultation',
  short: 'Consultation',
  place: 'Geneva',
  groups: [{ id: 'civil-society' as GroupId, label: 'Civil society', short: 'Civil society', mark: 'circle' }],
  phase: 'open',
  walkIns: true,
}
const done = vi.fn()

const Step = ({ kind, start, reason }: { kind: 'who' | 'where'; start: Partial<WalkIn>; reason: string | null }) => {
  const [walkIn, setWalkIn] = useState<WalkIn>({ ...emptyWalkIn, ...start })
  const props = {
    ...{ session, walkIn, entryRefusal: reason === null ? null : { reason }, tools: null, onBack: () => undefined },
    onChange: (changed: Partial<WalkIn>) => setWalkIn((before) => ({ ...before, ...changed })),
  }
  return kind === 'who' ? <WhoStep {...props} onDone={done} /> : <WhereStep {...props} entering={false} onEnter={done} />
}
const open = (kind: 'who' | 'where', start: Partial<WalkIn> = {}, reason: string | null = null) =>
  render(<Step kind={kind} start={start} reason={reason} />)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const listErrors = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  done.mockClear()
})
afterEach(cleanup)

test('[P30] a missing organization and group are both reported at once, and each message disappears when its field is filled', async () => {
  open('who')
  expect(listErrors()).toEqual([])
  await press('Continue')
  expect(listErrors()).toHaveLength(2)
  expect(document.activeElement).toBe(screen.getByLabelText('Organization or delegation'))
  await userEvent.type(screen.getByLabelText('Organization or delegation'), 'Library federation')
  expect(listErrors()).toEqual(['Choose a group.'])
  await press('Continue')
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Civil society/ }))
  expect(done).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('radio', { name: /Civil society/ }))
  expect(listErrors()).toEqual([])
  await press('Continue')
  expect(done).toHaveBeenCalledOnce()
})

test('[P30] nobody is assumed to be in the room: place and name are asked for together', async () => {
  open('where', { entity: 'Library federation', nameInRecord: true })
  for (const name of [/In the room/, /Remote/]) expect(screen.getByRole('radio', { name }).getAttribute('aria-checked')).toBe('false')
  await press('Enter the session')
  expect(listErrors()).toEqual(['Choose whether you are in the room or remote.', 'Enter your name, or choose the organization only.'])
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /In the room/ }))
  await userEvent.click(screen.getByRole('radio', { name: /Remote/ }))
  await userEvent.type(screen.getByLabelText('Your name'), 'Amina Diallo')
  await press('Enter the session')
  expect(done).toHaveBeenCalledOnce()
})

test('[P28] a name of 160 characters is accepted, and one more shows the limit at the field', async () => {
  const full = 'Permanent Delegation of the Union '.repeat(5).slice(0, 160)
  open('who', { entity: full, group: 'civil-society' as GroupId })
  await press('Continue')
  expect(done).toHaveBeenCalledOnce()
  await userEvent.type(screen.getByLabelText('Organization or delegation'), 'x')
  expect(listErrors()).toEqual(['Use no more than 160 characters.'])
  await press('Continue')
  expect(done).toHaveBeenCalledOnce()
})

test('[P47] a personal name that could be taken for an office is refused at its own field', async () => {
  const walkIn: WalkIn = { ...emptyWalkIn, entity: 'Library federation', channel: 'room', name: 'The Chair', nameInRecord: true }
  const reason = await findRefusedName('text-refused', walkIn)
  expect(await findRefusedName('text-refused', { ...walkIn, entity: 'Secretariat' })).toBe('text-refused')
  expect(await findRefusedName('session-full', walkIn)).toBe('session-full')
  open('where', walkIn, reason)
  expect(listErrors()).toEqual(['This could be mistaken for an official title. Enter your own name.'])
  expect(screen.getByLabelText('Your name').getAttribute('aria-invalid')).toBe('true')
})
