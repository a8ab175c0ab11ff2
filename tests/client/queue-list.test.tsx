// @vitest-environment jsdom
/** The list of speakers for Chair and secretariat: by keyboard, by menus and dialogs, for rights of reply, on paper. */
import { AddForm } from '@rostrum/client/features/queue/add/add-form.tsx'
import { QueueList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { StaffReplies } from '@rostrum/client/features/queue/list/staff-replies.tsx'
import { StatusMenu } from '@rostrum/client/features/queue/list/status-menu.tsx'
import { PrintButton } from '@rostrum/client/features/queue/print/print-button.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { Command } from '@rostrum/shared/contract/registry'
import { toMillis } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerRequests } from '../support/answer-requests.ts'
import { makeQueueView } from '../support/queue-view.ts'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

let sent: Command[] = []
let requestPaths: string[] = []
/** Runs on each command, before the session answers it. */
let onCommand: (command: Command) => void = () => undefined
const connection = {
  request: answerRequests(({ path }) => {
    requestPaths.push(path)
    const people = [{ person: 'p1', entity: 'Persons with disabilities network', group: 'civil', channel: 'remote', number: 7 }]
    return { ok: true, value: { people, order: [] } }
  }),
  send: async (command: Command) => {
    sent.push(command)
    onCommand(command)
    return { ok: true }
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const renderPage = (view: View, children: ReactNode) => {
  useSessionStore.setState({ ...initialStore, view })
  render(<ConnectionContext value={connection}>{children}</ConnectionContext>)
}
const queueList = <QueueList reachedCount={9} limit={toMillis(180_000)} cut="" />
const findRow = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`)
/** The text without the bidi marks around numbers. */
const stripMarks = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')
const getRowOrder = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].map((one) => one.dataset['row']).join('')
const openMenu = async (id: string) => {
  await userEvent.click(within(findRow(id) as HTMLElement).getByRole('button'))
  await screen.findByRole('menu')
}
const chooseMenuItem = (name: string | RegExp) => userEvent.click(screen.getByRole('menuitem', { name }))

beforeEach(async () => {
  sent = []
  requestPaths = []
  onCommand = () => undefined
  await loadLanguage('en', 'staff')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('with the keyboard', () => {
  test('Alt and an arrow move the row at once, keep the focus on it, and announce its new position', async () => {
    const say = vi.spyOn(screenReader, 'say')
    onCommand = () => act(() => useSessionStore.setState({ view: makeQueueView({ order: 'acbd' }) }))
    renderPage(makeQueueView(), queueList)
    act(() => findRow('b')?.focus())
    await userEvent.keyboard('{ArrowDown}{Alt>}{ArrowUp}{/Alt}')
    expect(sent).toEqual([{ type: 'queue.move', data: { entry: 'c', before: 'b' } }])
    expect(getRowOrder()).toBe('acbd')
    expect(document.activeElement).toBe(findRow('c'))
    await waitFor(() => expect(say).toHaveBeenCalledWith('Organization c is now 2nd, moved by the Chair.', 'moved'))
  })

  test('nothing moves beyond the ends of the list, or while an earlier move is on its way', async () => {
    renderPage(makeQueueView(), queueList)
    act(() => findRow('a')?.focus())
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    act(() => findRow('d')?.focus())
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    act(() =>
      useSessionStore.setState({
        pending: [
          { envelope: { id: 'x', type: 'queue.move', data: { entry: 'a', before: null } }, area: 'queue', pressedAt: 0, status: 'sending' },
        ] as never,
      }),
    )
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(sent).toEqual([])
  })

  test('an arrow alone goes from row to row and moves nobody', async () => {
    renderPage(makeQueueView(), queueList)
    act(() => findRow('a')?.focus())
    await userEvent.keyboard('{ArrowDown}{End}{ArrowUp}')
    expect([document.activeElement, sent]).toEqual([findRow('c'), []])
  })
})

describe('by the menu of a row', () => {
  test.each([
    ['Move up', { type: 'queue.move', data: { entry: 'b', before: 'a' } }],
    ['Move down', { type: 'queue.move', data: { entry: 'b', before: 'd' } }],
    ['Call now', { type: 'floor.call', data: { entry: 'b', expectedCurrent: null, expectedNext: 'a' } }],
    [/Call as the last speaker/, { type: 'floor.call-last', data: { entry: 'b', expectedCurrent: null, expectedNext: 'a' } }],
    ['Return to the place set by the rule', { type: 'queue.unpin', data: { entry: 'b' } }],
    ['Put on hold', { type: 'queue.hold', data: { entry: 'b' } }],
    ['Separate Permanent mission', { type: 'queue.separate', data: { entry: 'j' } }],
  ] as const)('%s', async (name, command) => {
    renderPage(
      makeQueueView({ rows: { b: { pinnedBy: 'chair' } }, jointEntries: [{ entry: 'j', into: 'b', entity: 'Permanent mission' }] }),
      queueList,
    )
    await openMenu('b')
    await chooseMenuItem(name)
    expect(sent).toEqual([command])
  })

  test('moves to a position: the dialog names the entry that follows, and explains an invalid position in words', async () => {
    renderPage(makeQueueView(), queueList)
    await openMenu('d')
    await chooseMenuItem('Move to place…')
    const field = await screen.findByRole('textbox', { name: 'Place, 1 to 4' })
    await userEvent.type(field, '9')
    expect(screen.getByRole('alert').textContent).toBe('Enter a number from 1 to 4.')
    await userEvent.clear(field)
    await userEvent.type(field, '2')
    expect(screen.getByRole('status').textContent).toBe('Place 2, before Organization b.')
    await userEvent.keyboard('{Enter}')
    expect(sent).toEqual([{ type: 'queue.move', data: { entry: 'd', before: 'b' } }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('makes a joint statement: the dialog shows whose request time counts', async () => {
    renderPage(makeQueueView({ rows: { a: { askedAt: 60_000 }, b: { askedAt: 3_600_000 } } }), queueList)
    await openMenu('b')
    await chooseMenuItem('Joint statement with…')
    await userEvent.click(await screen.findByRole('radio', { name: /Organization a/ }))
    expect(screen.getByRole('status').textContent).toBe(
      'Organization b will speak, also on behalf of Organization a. The earlier request counts: Organization a, 00:01.',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Make it a joint statement' }))
    expect(sent).toEqual([{ type: 'queue.merge', data: { into: 'b', entry: 'a' } }])
  })

  test('swaps two entries: the dialog shows which position each would have', async () => {
    renderPage(makeQueueView(), queueList)
    await openMenu('a')
    await chooseMenuItem('Change places with…')
    await userEvent.click(await screen.findByRole('radio', { name: /Organization c/ }))
    expect(screen.getByRole('status').textContent).toContain('Organization a would be 3rd and Organization c 1st.')
    await userEvent.click(screen.getByRole('button', { name: 'Change places' }))
    expect(sent).toEqual([{ type: 'queue.swap', data: { entry: 'a', with: 'c' } }])
  })
})

test('[V125] a row shows all marks of the entry, with full names, and its cause once', () => {
  renderPage(
    makeQueueView({
      rows: {
        a: { pinnedBy: 'chair', onBehalfOf: ['Library federation', 'Permanent mission'] },
        b: { pinnedBy: 'consent', inProgramme: true, ownLimit: 120_000 },
        c: { missedCalls: 1 },
      },
      suggestion: { entry: 'c', cause: 'group-first' },
    }),
    queueList,
  )
  expect(findRow('a')?.textContent).toContain('time of requestAlso on behalf of Library federation and Permanent mission')
  expect(findRow('b')?.textContent).toContain('time of requestListedLimit 2:00')
  expect(findRow('c')?.textContent).toContain('Suggested: group not yet heard on this itemNot here')
  expect(findRow('d')?.textContent).not.toMatch(/Suggested|Moved|Limit/)
})

describe('rights of reply', () => {
  test('[V217] are a section of their own without numbers; the Chair can take them all before the list', async () => {
    renderPage(makeQueueView({ replies: 'xy' }), <StaffReplies />)
    expect(screen.getByRole('heading').textContent).toBe('Rights of reply, 2')
    expect(getRowOrder()).toBe('xy')
    expect(findRow('x')?.textContent).toMatch(/^Organization x/)
    await userEvent.click(screen.getByRole('button', { name: 'Take all 2 first' }))
    await openMenu('y')
    await chooseMenuItem('Call now')
    expect(sent.map(({ type }) => type)).toEqual(['queue.advance-replies', 'floor.call'])
  })
  test('are marked if they come before the list, and hidden if nobody has requested one', () => {
    const view = makeQueueView({ replies: 'x' })
    renderPage({ ...view, queue: { ...view.queue, repliesFirst: true } }, <StaffReplies />)
    expect(findRow('x')?.textContent).toContain('Right of reply, Before the list')
    expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull()
    cleanup()
    renderPage(makeQueueView(), <StaffReplies />)
    expect(screen.queryByRole('heading')).toBeNull()
  })
})

describe('the list as a whole', () => {
  test('closes after a last call of two or three minutes, at once, or with a last word', async () => {
    let word = 0
    renderPage(makeQueueView(), <StatusMenu onCallLast={() => (word += 1)} />)
    for (const name of [/Last call, 3.min/, /Close the list now/, /Call a last speaker/]) {
      await userEvent.click(screen.getByRole('button'))
      await screen.findByRole('menu')
      await chooseMenuItem(name)
    }
    expect(sent).toEqual([
      { type: 'queue.last-call', data: { for: 180_000 } },
      { type: 'queue.close', data: {} },
    ])
    expect(word).toBe(1)
  })

  test('is printed alone, with positions, times and causes, and the printed table leaves the page afterwards', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      expect([...document.querySelectorAll('tbody tr')].map((order) => stripMarks(order.textContent))).toEqual([
        '1Organization aCivilRoom00:00time of request',
        '2Organization bAlso on behalf of Library federationCivilRoom00:01time of request',
        'Organization cCivilPaper00:00On hold',
        '1Organization xCivilRoom00:00time of request',
      ])
    })
    const held = { staff: { person: null, nameId: null, topic: null, note: null, requestChannel: 'paper', held: true } }
    renderPage(
      makeQueueView({ order: 'ab', replies: 'x', rows: { b: { askedAt: 60_000, onBehalfOf: ['Library federation'] }, c: held } }),
      <PrintButton />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Print list' }))
    expect(print).toHaveBeenCalledTimes(1)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(document.querySelector('table')).toBeNull()
  })
})

describe('a request entered by the secretariat', () => {
  const getEntityField = () => screen.getByRole('combobox', { name: 'Organization or delegation' })

  test('finds a person of the roster while the name is typed, and adds that person', async () => {
    renderPage(makeQueueView(), <AddForm />)
    await userEvent.type(getEntityField(), 'disab')
    await userEvent.click(await screen.findByRole('option', { name: /Persons with disabilities network/ }))
    expect(requestPaths.at(-1)).toBe('/api/staff/people?find=disab')
    expect(screen.getByText('Registered: Civil, remote')).toBeTruthy()
    expect(screen.queryByRole('combobox', { name: 'Group' })).toBeNull()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'For' }), 'right-of-reply')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(sent[0]).toMatchObject({
      type: 'queue.add',
      data: { kind: 'right-of-reply', person: 'p1', entity: 'Persons with disabilities network', group: null, requestChannel: 'remote' },
    })
    expect((getEntityField() as HTMLInputElement).value).toBe('')
  })

  test('needs a group for a free name, and sends the name as typed', async () => {
    renderPage(makeQueueView(), <AddForm />)
    await userEvent.type(getEntityField(), 'Visitors')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(sent).toEqual([])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Group' }), 'civil')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(sent[0]).toMatchObject({ type: 'queue.add', data: { kind: 'intervention', person: null, entity: 'Visitors', group: 'civil' } })
  })

  test('is not added if the person is already on the list, and a message names them', () => {
    renderPage(makeQueueView(), <AddForm />)
    const pending = { envelope: { id: 'x', type: 'queue.add', data: {} }, area: 'queue-add', pressedAt: 0, status: 'sending' }
    act(() => useSessionStore.setState({ lastRefusal: { pending, reason: 'already-queued' } as never }))
    expect(screen.getByText('This person is already on the list.')).toBeTruthy()
    expect(screen.queryByText('You are already on the list.')).toBeNull()
  })

  test('previews its position only as far as it is known', () => {
    const view = makeQueueView()
    renderPage(view, <AddForm />)
    expect(screen.getByRole('status').textContent).toContain('the Chair and the rule decide (balanced)')
    act(() => useSessionStore.setState({ view: { ...view, queue: { ...view.queue, mode: 'received' } } }))
    expect(screen.getByRole('status').textContent).toBe('Would be placed 5th, based on when the hand was seen.')
    act(() =>
      useSessionStore.setState({
        view: {
          ...makeQueueView({ order: 'ab' }),
          queue: { ...view.queue, mode: 'received' },
          causes: 'm' as never,
        },
      }),
    )
    expect(screen.getByRole('status').textContent).toContain('the Chair and the rule decide')
  })
})
