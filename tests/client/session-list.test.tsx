// @vitest-environment jsdom
/**
 * The list of sessions on the organizer's page: drafts, copies, rehearsals, past and archived sessions. A press shows what it would delete.
 */
import { makeCopyTitle } from '@rostrum/client/features/organizer/model/copy-title'
import { sortSessions } from '@rostrum/client/features/organizer/model/session-order'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { english, makeTranslateIn } from '../support/catalogues.ts'
import {
  answerWith,
  getChangeRequests,
  getSentRequests,
  makeJsonReply,
  openHome,
  press,
  setUpOrganizerServer,
} from '../support/organizer-page.tsx'
import { makeSessionSummary, startsAt } from '../support/organizer-replies.ts'

setUpOrganizerServer()
afterEach(() => vi.useRealTimers())

const plain = (text: string | null | undefined) => text?.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ') ?? ''
const getRow = (title: string): HTMLElement => screen.getByText(title, { selector: 'li bdi' }).closest('li') as HTMLElement
const getRowText = (title: string) => plain(getRow(title).textContent)
const makeRehearsal = (more: object = {}) =>
  makeSessionSummary('played', {
    phase: 'closed',
    rehearsal: true,
    rehearsalOf: 'one',
    counts: { people: 40, room: 30, remote: 10, officers: 2, segments: 5 },
    ...more,
  })

describe('the list', () => {
  test('[S17] marks a draft, a copy and a rehearsal, and names the original', async () => {
    await openHome([
      makeSessionSummary('one', { phase: 'open' }),
      makeSessionSummary('draft', { draft: true, copyOf: 'one' }),
      makeSessionSummary('orphan', { copyOf: 'deleted' }),
      makeSessionSummary('named', { copyOf: 'one', title: 'Copy of Session one' }),
      makeRehearsal({ phase: 'open' }),
    ])
    expect(getRowText('Session draft')).toMatch(/Copy of Session one.*Draft/)
    expect(getRowText('Session orphan')).toMatch(/Copy of a session that was deleted.*Ready/)
    // The title already names the original, and so do the names of its buttons.
    expect(within(getRow('Copy of Session one')).queryByText('Copy of Session one', { selector: 'small' })).toBeNull()
    expect(getRowText('Session played')).toMatch(/Rehearsal of Session one.*Rehearsal/)
  })

  test('[S17] shows running sessions first, then future ones, then past ones from the latest; a rehearsal follows its session', () => {
    const at = (id: string, hours: number, more: object = {}) => makeSessionSummary(id, { startsAt: startsAt + hours * 3_600_000, ...more })
    const sorted = sortSessions([
      at('old', -48, { phase: 'closed' }),
      at('aside', 1, { archived: true }),
      at('late', 5),
      at('recent', -24, { phase: 'closed' }),
      at('rehearsal', -60, { phase: 'closed', rehearsal: true, rehearsalOf: 'soon' }),
      at('soon', 2),
      at('running', 9, { phase: 'suspended' }),
    ] as never)
    expect(sorted.map(({ id }) => id)).toEqual(['running', 'soon', 'rehearsal', 'late', 'recent', 'old', 'aside'])
  })

  test('[S18] a rehearsal that is over offers its record, marked as the record of a rehearsal, and cannot be opened', async () => {
    await openHome([makeSessionSummary('one'), makeRehearsal()])
    const row = within(getRow('Session played'))
    expect(row.queryByRole('button', { name: /Open/ })).toBeNull()
    expect(row.getByRole('link', { name: /^Record of the rehearsal/ }).getAttribute('href')).toBe('/record/played')
    // The second link is on the page of its session.
    expect(screen.getAllByRole('link', { name: /^Record of the rehearsal/ })).toHaveLength(2)
  })

  test('[S18] a rehearsal that is shown on the page leads to its record once it is over', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await openHome([makeSessionSummary('one'), makeRehearsal({ phase: 'open' })])
    await press(/^Open.*Session played/)
    await screen.findByRole('heading', { name: 'Session played' })
    expect(screen.getByRole('link', { name: 'Open the Chair’s page' })).toBeTruthy()
    answerWith({
      'GET /api/sessions': makeJsonReply({ templates: [], sessions: [makeSessionSummary('one'), makeRehearsal()], damaged: [] }),
    })
    // The page requests the sessions again automatically.
    await act(() => vi.advanceTimersByTimeAsync(15_000))
    expect(screen.queryByRole('link', { name: 'Open the Chair’s page' })).toBeNull()
    const [link] = screen.getAllByRole('link', { name: /^Record of the rehearsal/ })
    expect(link?.getAttribute('href')).toBe('/record/played')
  })
})

describe('a copy without a title', () => {
  const name = (...args: Parameters<typeof makeCopyTitle>) => plain(makeCopyTitle(...args))

  test('[S17] is called a copy in the language of the organizer, with a number if that title is taken', () => {
    const t = makeTranslateIn('en')
    expect(name(t, 'Review', [])).toBe('Copy of Review')
    expect(name(t, 'Review', ['Review', makeCopyTitle(t, 'Review', [])])).toBe('Copy 2 of Review')
    expect(name(makeTranslateIn('fr'), 'Revue', [])).toBe('Copie : Revue')
    // The title as it is stored, without the marks around a name within a sentence.
    expect(makeCopyTitle(t, 'مراجعة', ['Copy of مراجعة'])).toBe('Copy 2 of مراجعة')
  })

  test('[S17] fits into the length of a title, whatever the original', () => {
    const t = makeTranslateIn('en')
    const first = makeCopyTitle(t, 'é'.repeat(160), [])
    expect(countGraphemes(first)).toBeLessThanOrEqual(160)
    expect(makeCopyTitle(t, 'é'.repeat(160), [first])).not.toBe(first)
  })

  test('[S17] is sent with the title that the form has shown', async () => {
    await openHome([makeSessionSummary('one')], { 'POST /api/sessions': makeJsonReply(makeSessionSummary('two'), 201) })
    await press(/^Copy a session/)
    expect(plain((await screen.findByRole('dialog')).textContent)).toContain('If left empty: Copy of Session one')
    await press('Create the session')
    await waitFor(() => expect(getChangeRequests()).toHaveLength(1))
    expect(getChangeRequests()[0]?.body).toMatchObject({ copyOf: 'one', title: 'Copy of Session one' })
  })
})

describe('the effect of a press', () => {
  const chooseAct = async (title: string, item: RegExp) => {
    await press(`More actions for ${title}`)
    await userEvent.click(await screen.findByRole('menuitem', { name: item }))
    return plain((await screen.findByRole('dialog')).textContent)
  }

  test('[V46] a deletion names record, people, officers and rehearsal, with their numbers, and what stays', async () => {
    await openHome([
      makeSessionSummary('one', { phase: 'closed', counts: { people: 12, room: 12, remote: 0, officers: 3, segments: 5 } }),
      makeRehearsal(),
    ])
    const text = await chooseAct('Session one', /Delete/)
    expect(text).toMatch(/The plan, all links and the join code.*The record of what was said/)
    expect(text).toMatch(/12 registered people.*3 officers.*The rehearsal of this session, with its record.*All other sessions are kept/)
  })

  test('[V46] for a planned session no record is named, and no rehearsal if there is none', async () => {
    await openHome([makeSessionSummary('one')])
    const text = await chooseAct('Session one', /Delete/)
    expect(text).toContain('3 registered people')
    expect(text).not.toMatch(/The record|rehearsal/)
  })

  test('[V46] [S16] a new rehearsal shows that the present one goes, with its record', async () => {
    await openHome([makeSessionSummary('one'), makeRehearsal()])
    await press('Rehearse')
    expect(plain((await screen.findByRole('dialog')).textContent)).toMatch(
      /already a rehearsal, with 40 simulated people.*deleted, together with its record/,
    )
  })

  test('[V46] archiving, a new link and ending the access of an officer show what stays', async () => {
    const officer = {
      person: 'rapporteur',
      role: 'secretariat',
      entity: 'Rapporteur',
      channel: 'room',
      name: null,
      url: 'https://rostrum.example/enter#x',
    }
    const links = {
      code: 'ABCD2345',
      join: 'https://rostrum.example/j#ABCD2345',
      links: [{ ...officer, office: { office: 'rapporteur', number: 1, duties: ['notes'] } }],
    }
    await openHome([makeSessionSummary('one')], { 'GET /api/sessions/one/links': makeJsonReply(links) })
    await press('More actions for Session one')
    expect((await screen.findByRole('menuitem', { name: /Archive/ })).textContent).toContain('Its record, people and links are kept')
    await userEvent.keyboard('{Escape}')
    await press(/^Renew/)
    expect(plain((await screen.findByRole('dialog')).textContent)).toMatch(/current link will stop working.*no other link is affected/)
    await press('Cancel')
    await press(/^End access/)
    expect(plain((await screen.findByRole('dialog')).textContent)).toMatch(/screens will close at once.*stay in the record/)
  })
})

test('[S61] unreadable sessions are named, and one is deleted after a dialog shows what goes and what stays', async () => {
  await openHome([], {
    'GET /api/sessions': makeJsonReply({ templates: [], sessions: [makeSessionSummary('one')], damaged: ['torn-1a2b'] }),
    'DELETE /api/sessions/torn-1a2b': makeJsonReply({ deleted: 'torn-1a2b' }),
  })
  const card = (await screen.findByText(english['home.damaged'])).closest('section') as HTMLElement
  expect(plain(card.textContent)).toContain('torn-1a2b')
  await userEvent.click(within(card).getByRole('button', { name: english['home.delete'] }))
  expect(plain(screen.getByRole('dialog').textContent)).toContain(english['home.damagedGoes'])
  await userEvent.click(screen.getByRole('button', { name: english['home.deleteIt'] }))
  await waitFor(() => expect(getSentRequests().map(({ method, path }) => `${method} ${path}`)).toContain('DELETE /api/sessions/torn-1a2b'))
})
