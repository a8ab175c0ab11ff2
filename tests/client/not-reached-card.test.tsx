// @vitest-environment jsdom
/** The desk sees who was not reached, who is invited, and who has sent how much. */
import { load } from '@rostrum/client/text/text'
import type { GroupId } from '@rostrum/shared/contract/ids'
import type { State } from '@rostrum/shared/contract/registry'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { founded, plan, sinceNoon } from '../support/fixtures.ts'
import { joins, listOpen, type Said, said, stateAfter } from '../support/given.ts'
import { comesIn, opens } from '../support/notes-page.tsx'

vi.stubGlobal('CSS', { escape: (text: string) => text })

beforeEach(() => load('en', 'all'))
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const onPaper = said('desk', 'queue.add', {
  kind: 'intervention',
  person: null,
  entity: 'Library federation',
  speaker: null,
  group: 'civil' as GroupId,
  door: 'paper',
  seenAt: sinceNoon(50),
  note: null,
})
const closed: readonly Said[] = [
  ...listOpen,
  joins('gov-1', 40),
  onPaper,
  joins('private-1', 60),
  said('chair', 'session.close', {}, { at: 3600 }),
]
const moment = (...more: readonly Said[]): State =>
  stateAfter([...closed, ...more], founded({ ...plan, statements: { words: 100, anytime: true } }))
const files = (by: string, at: number): Said => said(by, 'statements.file', { text: 'What I would have said', expectedVersion: 0 }, { at })

const card = () => screen.getByRole('region', { name: 'Not reached' })
const rows = (): readonly string[] =>
  within(card())
    .queryAllByRole('listitem')
    .map(({ textContent }) => (textContent ?? '').replace(/[\u2066-\u2069]/g, ''))
const sum = (): string => card().querySelector('p')?.textContent ?? ''

it('says that nobody was missed, until somebody was', async () => {
  await opens(stateAfter(listOpen))
  expect([sum(), rows()]).toEqual(['So far, everyone was reached. No text has been sent.', []])
})

it('lists all who were not reached in the order of asking, each invited but those without a device', async () => {
  await opens(moment())
  expect(sum()).toBe('3 speakers were not reached. No text has been sent.')
  expect(rows()).toEqual([
    expect.stringMatching(/^Delegation 1.*Invited$/),
    expect.stringMatching(/^Library federation.*No device: ask for a text$/),
    expect.stringMatching(/^Company 1.*Invited$/),
  ])
  expect(within(card()).queryByRole('link')).toBeNull()
})

it('[N7] has time and words of what was sent, also by those who did not wait, and the text only behind the record', async () => {
  await opens(moment(files('private-1', 3900)))
  await comesIn(moment(files('private-1', 3900), files('civil-1', 3960)))
  expect(sum()).toBe('3 speakers were not reached. 2 texts have been sent.')
  expect(rows().slice(2)).toEqual([
    expect.stringMatching(/^Company 1.*Sent 13:055 words$/),
    expect.stringMatching(/^Organization 1.*Not among those not reached.*Sent 13:065 words$/),
  ])
  expect(card().textContent).not.toContain('would have said')
  expect(within(card()).getByRole('link', { name: 'Read in the record' }).getAttribute('href')).toBe('/record')
})
