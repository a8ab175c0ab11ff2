// @vitest-environment jsdom
/** Announcements and the blank screen: written and previewed by those who drive, read by those they are for, put away by each for themselves. */

import { Notices } from '@rostrum/client/features/cues/everyone/announcements.tsx'
import { noticesFor } from '@rostrum/client/features/cues/everyone/use-announcements'
import { AnnounceDialog } from '@rostrum/client/features/cues/staff/announce-dialog.tsx'
import { BlankNotice } from '@rostrum/client/features/cues/staff/blank-display.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import { load } from '@rostrum/client/text/text'
import { announcements } from '@rostrum/client/ui/screen-reader'
import type { NoticeView } from '@rostrum/shared/projection/cues'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// The kit asks the browser for this, and jsdom has none.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const sent: { readonly type: string; readonly data: object }[] = []
let answer: object = { ok: true }
const connection = {
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return Promise.resolve(answer)
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const notice = (text: string, its: { at?: number; to?: string } = {}): NoticeView =>
  ({ id: `id-of-${text}`, text, at: Date.UTC(2030, 3, 6, 12), ...its }) as unknown as NoticeView

type Seen = { readonly notices?: readonly NoticeView[]; readonly myNotices?: readonly NoticeView[]; readonly blank?: boolean }
const view = ({ notices = [], myNotices = [], blank = false }: Seen): View =>
  ({ session: { phase: 'open', timeZone: 'UTC' }, notices, myNotices, blank }) as unknown as View
const show = (seen: Seen): void => act(() => useScreen.setState({ view: view(seen) }))
const open = (seen: Seen, page: ReactNode) => {
  useScreen.setState({ ...emptyScreen, view: view(seen) })
  return render(<ConnectionContext value={connection}>{page}</ConnectionContext>)
}
const texts = (): readonly (string | null)[] => [...document.querySelectorAll('section p')].map((one) => one.textContent)

beforeEach(async () => {
  await load('en', 'all')
  sent.length = 0
  answer = { ok: true }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('announcements on a screen', () => {
  it('the latest first; of the staff’s only those that are for the staff', () => {
    const all = [
      notice('a', { at: 1, to: 'everyone' }),
      notice('b', { at: 2, to: 'remote' }),
      notice('c', { at: 3, to: 'staff' }),
      notice('d', { at: 4, to: 'display' }),
    ]
    expect(noticesFor({ notices: all, myNotices: [] }).map(({ text }) => text)).toEqual(['c', 'a'])
    const mine = noticesFor({ notices: [notice('a', { at: 1 }), notice('e', { at: 5 })], myNotices: [notice('b', { at: 2 })] })
    expect(mine.map(({ text }) => text)).toEqual(['e', 'b', 'a'])
  })

  it('are put away one by one on this device, and stay away', async () => {
    const both = [notice('The lift is out of order.', { at: 1 }), notice('Lunch at 13:00.', { at: 2 })]
    open({ notices: both }, <Notices />)
    expect(texts()).toEqual(['Lunch at 13:00.', 'The lift is out of order.'])
    await userEvent.click(screen.getAllByRole('button', { name: 'Hide this announcement' })[0] as HTMLElement)
    expect(texts()).toEqual(['The lift is out of order.'])
    cleanup()
    open({ notices: both }, <Notices />)
    expect(texts()).toEqual(['The lift is out of order.'])
    show({ notices: [] })
    expect(document.body.textContent).toBe('')
  })

  it('are spoken calmly when they come, once; not those that stood when the page was opened', () => {
    const say = vi.spyOn(announcements, 'say')
    const first = notice('First')
    open({ notices: [first] }, <Notices />)
    show({ notices: [first, notice('Second')] })
    show({ notices: [first, notice('Second')], myNotices: [notice('Third')] })
    expect(say.mock.calls).toEqual([
      ['Announcement: Second', 'id-of-Second'],
      ['Announcement: Third', 'id-of-Third'],
    ])
  })

  it('keep the direction of whoever wrote them', () => {
    open({ notices: [notice('الغداء الساعة 13:00')] }, <Notices />)
    expect(screen.getByText('الغداء الساعة 13:00').getAttribute('dir')).toBe('auto')
  })
})

describe('announcing', () => {
  const close = vi.fn()
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Announcement')
  const send = () => screen.getByRole('button', { name: 'Send the announcement' })

  it('sends to everyone what was written, and is ready for the next', async () => {
    open({}, <AnnounceDialog onClose={close} />)
    expect(send().getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(field(), 'Lunch at 13:00.')
    await userEvent.click(send())
    expect(sent).toEqual([{ type: 'cues.announce', data: { to: 'everyone', text: 'Lunch at 13:00.' } }])
    await waitFor(() => expect(field().value).toBe(''))
    expect(close).not.toHaveBeenCalled()
  })

  it('to whom is a choice of one', async () => {
    open({}, <AnnounceDialog onClose={close} />)
    await userEvent.click(screen.getByRole('radio', { name: 'Remote' }))
    await userEvent.type(field(), 'The captions are back.')
    await userEvent.click(send())
    expect(sent).toMatchObject([{ data: { to: 'remote' } }])
  })

  it('shows how it will read, and nothing leaves while it is written', async () => {
    open({}, <AnnounceDialog onClose={close} />)
    await userEvent.type(field(), 'Soon')
    expect(screen.getAllByText('Soon').map((one) => one.tagName)).toContain('P')
    expect(sent).toEqual([])
  })

  it('counts as readers do, and too much cannot be sent', async () => {
    open({}, <AnnounceDialog onClose={close} />)
    await userEvent.click(field())
    await userEvent.paste('👩‍👩‍👧'.repeat(280))
    expect(screen.getByText('280 of 280')).toBeTruthy()
    expect(send().getAttribute('aria-disabled')).toBeNull()
    await userEvent.paste('!')
    expect(send().getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(send())
    expect(sent).toEqual([])
  })

  it('what was refused stays written', async () => {
    answer = { ok: false, why: 'session-closed' }
    open({}, <AnnounceDialog onClose={close} />)
    await userEvent.type(field(), 'Late')
    await userEvent.click(send())
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(field().value).toBe('Late')
  })

  it('lists those that stand, with whom they are for, and takes one down', async () => {
    const standing = [notice('First', { at: 1, to: 'room' }), notice('Second', { at: 2, to: 'staff' })]
    open({ notices: standing }, <AnnounceDialog onClose={close} />)
    const rows = screen.getAllByRole('listitem')
    expect(rows.map((row) => row.querySelector('span')?.textContent)).toEqual(['Second', 'First'])
    expect(rows[1]?.textContent).toContain('In the room')
    await userEvent.click(within(rows[1] as HTMLElement).getByRole('button', { name: 'Take down: First' }))
    expect(sent).toEqual([{ type: 'cues.take-down', data: { announcement: 'id-of-First' } }])
  })
})

describe('the blank screen', () => {
  it('is not forgotten, and shown again with one press', async () => {
    open({}, <BlankNotice />)
    expect(document.body.textContent).toBe('')
    show({ blank: true })
    expect(screen.getByRole('status').textContent).toContain('The room screen is blank.')
    await userEvent.click(screen.getByRole('button', { name: 'Show the room screen again' }))
    expect(sent).toEqual([{ type: 'cues.unblank', data: {} }])
  })
})
