// @vitest-environment jsdom
/** What chair and desk do with the floor list: with the keyboard, by the menus and dialogs, for rights of reply, on paper. */
import { AddForm } from '@rostrum/client/features/queue/add/add-form.tsx'
import { FloorList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { StaffReplies } from '@rostrum/client/features/queue/list/staff-replies.tsx'
import { StandingMenu } from '@rostrum/client/features/queue/list/status-menu.tsx'
import { PrintButton } from '@rostrum/client/features/queue/print/print-button.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import { announcements } from '@rostrum/client/ui/screen-reader'
import type { Command } from '@rostrum/shared/contract/registry'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seen } from '../support/queue-view.ts'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

let sent: Command[] = []
let asked: string[] = []
/** What the session makes of what is sent, before it answers. */
let effect: (command: Command) => void = () => undefined
const connection = {
  ask: (path: string) => {
    asked.push(path)
    const people = [{ person: 'p1', entity: 'Persons with disabilities network', group: 'civil', channel: 'remote', number: 7 }]
    return Promise.resolve({ ok: true, value: { people } })
  },
  send: async (command: Command) => {
    sent.push(command)
    effect(command)
    return { ok: true }
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const show = (view: View, children: ReactNode) => {
  useScreen.setState({ ...emptyScreen, view })
  render(<ConnectionContext value={connection}>{children}</ConnectionContext>)
}
const list = <FloorList heard={9} cut="" />
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`)
/** What is read, without the marks that keep numbers in their direction. */
const bare = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')
const standing = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].map((one) => one.dataset['row']).join('')
const openMenu = async (id: string) => {
  await userEvent.click(within(rowOf(id) as HTMLElement).getByRole('button'))
  await screen.findByRole('menu')
}
const pick = (name: string | RegExp) => userEvent.click(screen.getByRole('menuitem', { name }))

beforeEach(async () => {
  sent = []
  asked = []
  effect = () => undefined
  await load('en', 'all')
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('with the keyboard', () => {
  it('Alt and an arrow move the row itself, at once, keep the focus on it, and say where it stands', async () => {
    const said = vi.spyOn(announcements, 'say')
    effect = () => act(() => useScreen.setState({ view: seen({ line: 'acbd' }) }))
    show(seen(), list)
    act(() => rowOf('b')?.focus())
    await userEvent.keyboard('{ArrowDown}{Alt>}{ArrowUp}{/Alt}')
    expect(sent).toEqual([{ type: 'queue.move', data: { entry: 'c', before: 'b' } }])
    expect(standing()).toBe('acbd')
    expect(document.activeElement).toBe(rowOf('c'))
    await waitFor(() => expect(said).toHaveBeenCalledWith('Organization c is now 2nd, moved by the Chair.', 'moved'))
  })

  it('moves nobody beyond the list, nor while an earlier move is on its way', async () => {
    show(seen(), list)
    act(() => rowOf('a')?.focus())
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    act(() => rowOf('d')?.focus())
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    act(() =>
      useScreen.setState({
        pending: [
          { envelope: { id: 'x', type: 'queue.move', data: { entry: 'a', before: null } }, pressedAt: 0, standing: 'sending' },
        ] as never,
      }),
    )
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(sent).toEqual([])
  })

  it('a plain arrow goes from row to row and moves nobody', async () => {
    show(seen(), list)
    act(() => rowOf('a')?.focus())
    await userEvent.keyboard('{ArrowDown}{End}{ArrowUp}')
    expect([document.activeElement, sent]).toEqual([rowOf('c'), []])
  })
})

describe('by the menu of a row', () => {
  it.each([
    ['Move up', { type: 'queue.move', data: { entry: 'b', before: 'a' } }],
    ['Move down', { type: 'queue.move', data: { entry: 'b', before: 'd' } }],
    ['Call now', { type: 'floor.call', data: { entry: 'b', expectedCurrent: null, expectedNext: 'a' } }],
    [/Give the last word/, { type: 'floor.last-word', data: { entry: 'b', expectedCurrent: null, expectedNext: 'a' } }],
    ['Back to its place by the rule', { type: 'queue.unpin', data: { entry: 'b' } }],
    ['Not now', { type: 'queue.hold', data: { entry: 'b' } }],
    ['Separate Permanent mission', { type: 'queue.separate', data: { entry: 'j' } }],
  ] as const)('%s', async (name, command) => {
    show(seen({ rows: { b: { moved: 'chair' } }, joint: [{ entry: 'j', into: 'b', entity: 'Permanent mission' }] }), list)
    await openMenu('b')
    await pick(name)
    expect(sent).toEqual([command])
  })

  it('to a place: before whom is read first, and a place that is none is refused in words', async () => {
    show(seen(), list)
    await openMenu('d')
    await pick('Move to place…')
    const field = await screen.findByRole('textbox', { name: 'Place, 1 to 4' })
    await userEvent.type(field, '9')
    expect(screen.getByRole('alert').textContent).toBe('Write a number from 1 to 4.')
    await userEvent.clear(field)
    await userEvent.type(field, '2')
    expect(screen.getByRole('status').textContent).toBe('Place 2, before Organization b.')
    await userEvent.keyboard('{Enter}')
    expect(sent).toEqual([{ type: 'queue.move', data: { entry: 'd', before: 'b' } }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('a joint statement: says whose time counts', async () => {
    show(seen({ rows: { a: { askedAt: 60_000 }, b: { askedAt: 3_600_000 } } }), list)
    await openMenu('b')
    await pick('Joint statement with…')
    await userEvent.click(await screen.findByRole('radio', { name: /Organization a/ }))
    expect(screen.getByRole('status').textContent).toBe(
      'Organization b speaks, also on behalf of Organization a. The earlier request counts: Organization a, 00:01.',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Make the joint statement' }))
    expect(sent).toEqual([{ type: 'queue.merge', data: { into: 'b', entry: 'a' } }])
  })

  it('changed places: says where both would stand', async () => {
    show(seen(), list)
    await openMenu('a')
    await pick('Change places with…')
    await userEvent.click(await screen.findByRole('radio', { name: /Organization c/ }))
    expect(screen.getByRole('status').textContent).toContain('Organization a would be 3rd, Organization c 1st.')
    await userEvent.click(screen.getByRole('button', { name: 'Change places' }))
    expect(sent).toEqual([{ type: 'queue.swap', data: { entry: 'a', with: 'c' } }])
  })
})

it('a row says all that is to be known, names whole', () => {
  show(
    seen({
      rows: {
        a: { moved: 'chair', behalf: ['Library federation', 'Permanent mission'] },
        b: { moved: 'consent', listed: true, limit: 120_000 },
        c: { absent: 1 },
      },
      suggestion: { entry: 'c', cause: 'group-unheard' },
    }),
    list,
  )
  expect(rowOf('a')?.textContent).toContain('Moved by the ChairAlso on behalf of Library federation and Permanent mission')
  expect(rowOf('b')?.textContent).toContain('Changed placesListedLimit 2:00')
  expect(rowOf('c')?.textContent).toContain('Suggested: group not yet heardNot here')
  expect(rowOf('d')?.textContent).not.toMatch(/Suggested|Moved|Limit/)
})

describe('rights of reply', () => {
  it('are a section of their own, taken before the list by decision', async () => {
    show(seen({ replies: 'xy' }), <StaffReplies />)
    expect(screen.getByRole('heading').textContent).toBe('Rights of reply, 2')
    expect(standing()).toBe('xy')
    await userEvent.click(screen.getByRole('button', { name: 'Take them now' }))
    await openMenu('y')
    await pick('Call now')
    expect(sent.map(({ type }) => type)).toEqual(['queue.advance-replies', 'floor.call'])
  })
  it('say that they come first, and are not there where nobody asks for one', () => {
    const view = seen({ replies: 'x' })
    show({ ...view, list: { ...view.list, repliesFirst: true } }, <StaffReplies />)
    expect(screen.getByText('Before the list')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Take them now' })).toBeNull()
    cleanup()
    show(seen(), <StaffReplies />)
    expect(screen.queryByRole('heading')).toBeNull()
  })
})

describe('the list itself', () => {
  it('is closed after a last call of two or three minutes, at once, or with a last word', async () => {
    let word = 0
    show(seen(), <StandingMenu onLastWord={() => (word += 1)} />)
    for (const name of [/Last call, 3.min/, /Close the list now/, /Give a last word/]) {
      await userEvent.click(screen.getByRole('button'))
      await screen.findByRole('menu')
      await pick(name)
    }
    expect(sent).toEqual([
      { type: 'queue.last-call', data: { for: 180_000 } },
      { type: 'queue.close', data: {} },
    ])
    expect(word).toBe(1)
  })

  it('is printed alone, with places, times and reasons, and is gone from the page afterwards', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      expect([...document.querySelectorAll('tbody tr')].map((line) => bare(line.textContent))).toEqual([
        '1Organization aCivilRoom00:00order of request',
        '2Organization bAlso on behalf of Library federationCivilRoom00:01order of request',
        'Organization cCivilPaper00:00Not now',
        '1Organization xCivilRoom00:00order of request',
      ])
    })
    const held = { desk: { person: null, name: null, topic: null, note: null, door: 'paper', held: true } }
    show(seen({ line: 'ab', replies: 'x', rows: { b: { askedAt: 60_000, behalf: ['Library federation'] }, c: held } }), <PrintButton />)
    await userEvent.click(screen.getByRole('button', { name: 'Print list' }))
    expect(print).toHaveBeenCalledTimes(1)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(document.querySelector('table')).toBeNull()
  })
})

describe('entered by the desk', () => {
  const entity = () => screen.getByRole('combobox', { name: 'Organization or delegation' })

  it('somebody of the roster is found while one writes, and goes as that person', async () => {
    show(seen(), <AddForm />)
    await userEvent.type(entity(), 'disab')
    await userEvent.click(await screen.findByRole('option', { name: /Persons with disabilities network/ }))
    expect(asked.at(-1)).toBe('/api/desk/people?find=disab')
    expect(screen.getByText('In the roster: Civil, remote')).toBeTruthy()
    expect(screen.queryByRole('combobox', { name: 'Group' })).toBeNull()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'For' }), 'right-of-reply')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(sent[0]).toMatchObject({
      type: 'queue.add',
      data: { kind: 'right-of-reply', person: 'p1', entity: 'Persons with disabilities network', group: null, door: 'remote' },
    })
    expect((entity() as HTMLInputElement).value).toBe('')
  })

  it('a free name needs its group, and is sent as it is written', async () => {
    show(seen(), <AddForm />)
    await userEvent.type(entity(), 'Visitors')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(sent).toEqual([])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Group' }), 'civil')
    await userEvent.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(sent[0]).toMatchObject({ type: 'queue.add', data: { kind: 'intervention', person: null, entity: 'Visitors', group: 'civil' } })
  })

  it('whoever is on the list already is spoken of, not to', () => {
    show(seen(), <AddForm refused={<p>You are already on the list.</p>} />)
    const pending = { envelope: { id: 'x', type: 'queue.add', data: {} }, pressedAt: 0, standing: 'sending' }
    act(() => useScreen.setState({ refused: { pending, why: 'already-queued' } as never }))
    expect(screen.getByText('This person is already on the list.')).toBeTruthy()
    expect(screen.queryByText('You are already on the list.')).toBeNull()
  })

  it('is told where it would stand only as far as that is known', () => {
    const view = seen()
    show(view, <AddForm />)
    expect(screen.getByRole('status').textContent).toContain('the Chair and the rule decide (balanced)')
    act(() => useScreen.setState({ view: { ...view, list: { ...view.list, mode: 'received' } } }))
    expect(screen.getByRole('status').textContent).toBe('Would be placed 5th, by the time the hand was seen.')
    act(() =>
      useScreen.setState({
        view: { ...seen({ line: 'ab' }), list: { ...view.list, mode: 'received' }, line: [{ ...view.line[0], cause: 'moved' }] as never },
      }),
    )
    expect(screen.getByRole('status').textContent).toContain('the Chair and the rule decide')
  })
})
