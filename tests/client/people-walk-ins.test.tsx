// @vitest-environment jsdom
/** People who join by code, in the People workplace: how many may still come, and those to be confirmed. */
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  getChangeRequests,
  getPageText,
  makeRosterPage,
  makeRosterRow,
  openPeoplePage,
  press,
  sentCommands,
} from '../support/people-page.tsx'

const rosterRow = makeRosterRow('a', { entity: 'Library federation', number: 6, channel: 'remote' })

beforeEach(async () => {
  await loadLanguage('en', 'staff')
})
afterEach(cleanup)

describe('people who join by code', () => {
  const answerWith = (walkIns: object | null) => (asked: { readonly method: string }) =>
    asked.method === 'GET' ? makeRosterPage([rosterRow], { walkIns }) : undefined

  test('[P70] are not mentioned while there is room for many more', async () => {
    await openPeoplePage(answerWith({ came: 1_700, places: 2_000 }))
    expect(screen.queryByRole('button', { name: /more in/ })).toBeNull()
  })

  test('[P70] are counted when there is nearly no room left, and one press lets in more', async () => {
    await openPeoplePage(answerWith({ came: 1_900, places: 2_000 }))
    expect(getPageText()).toContain('1,900 of 2,000 places for joining by code are taken.')
    await press('Let 200 more in')
    expect(getChangeRequests()).toEqual([{ path: '/api/sessions/s/walk-ins', method: 'PUT', body: { places: 2_200 } }])
    cleanup()
    await openPeoplePage(answerWith({ came: 12, places: 12 }))
    expect(getPageText()).toContain('All 12 places for joining by code are taken. Nobody else can join by code.')
    await press('Let 100 more in')
    expect(getChangeRequests()).toEqual([{ path: '/api/sessions/s/walk-ins', method: 'PUT', body: { places: 112 } }])
  })
})

test('[P86] a person who is to be confirmed is found with one press, and confirmed with one', async () => {
  await openPeoplePage(() => makeRosterPage([rosterRow]), { toConfirm: [6], withoutLink: [6] })
  expect(getPageText()).toContain('1 person joined by code and is to be confirmed:')
  await press('Speaker 06')
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('06')
  await press(/^Confirm: /)
  expect(sentCommands).toEqual([{ type: 'people.confirm', data: { person: 'a' } }])
})
