// @vitest-environment jsdom
/** Announcements and the blank screen. The staff write and preview announcements; their addressees read them, and can dismiss them. */

import { Announcements } from '@rostrum/client/features/cues/everyone/announcements.tsx'
import { selectAnnouncements } from '@rostrum/client/features/cues/everyone/use-announcements'
import { AnnounceDialog } from '@rostrum/client/features/cues/staff/announce-dialog.tsx'
import { useBlankAlert } from '@rostrum/client/features/cues/staff/blank-display.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { AlertPlace } from '@rostrum/client/ui/alert-place.tsx'
import { screenReader } from '@rostrum/client/ui/screen-reader'
import type { AnnouncementView } from '@rostrum/shared/projection/cues'
import type { View } from '@rostrum/shared/projection/registry'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const sent: { readonly type: string; readonly data: object }[] = []
let sendReply: object = { ok: true }
const connection = {
  send: (command: (typeof sent)[number]) => {
    sent.push(command)
    return Promise.resolve(sendReply)
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const makeAnnouncement = (text: string, its: { at?: number; to?: string } = {}): AnnouncementView =>
  ({ id: `id-of-${text}`, text, at: Date.UTC(2030, 3, 6, 12), ...its }) as unknown as AnnouncementView

type ViewInput = {
  readonly announcements?: readonly AnnouncementView[]
  readonly myAnnouncements?: readonly AnnouncementView[]
  readonly displayBlank?: boolean
}
const makeView = ({ announcements = [], myAnnouncements = [], displayBlank = false }: ViewInput): View =>
  ({
    session: { phase: 'open', timeZone: 'UTC', title: 'A session' },
    plan: [],
    announcements,
    myAnnouncements,
    displayBlank,
  }) as unknown as View
const updateView = (seen: ViewInput): void => act(() => useSessionStore.setState({ view: makeView(seen) }))
const openPage = (seen: ViewInput, page: ReactNode) => {
  useSessionStore.setState({ ...initialStore, view: makeView(seen) })
  return render(<ConnectionContext value={connection}>{page}</ConnectionContext>)
}
const getTexts = (): readonly (string | null)[] => [...document.querySelectorAll('section p')].map((one) => one.textContent)

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sent.length = 0
  sendReply = { ok: true }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

describe('announcements on a screen', () => {
  test('are listed latest first; the staff see only those addressed to the staff', () => {
    const all = [
      makeAnnouncement('a', { at: 1, to: 'everyone' }),
      makeAnnouncement('b', { at: 2, to: 'remote' }),
      makeAnnouncement('c', { at: 3, to: 'staff' }),
      makeAnnouncement('d', { at: 4, to: 'display' }),
    ]
    expect(selectAnnouncements({ announcements: all, myAnnouncements: [] }).map(({ text }) => text)).toEqual(['c', 'a'])
    const mine = selectAnnouncements({
      announcements: [makeAnnouncement('a', { at: 1 }), makeAnnouncement('e', { at: 5 })],
      myAnnouncements: [makeAnnouncement('b', { at: 2 })],
    })
    expect(mine.map(({ text }) => text)).toEqual(['e', 'b', 'a'])
  })

  test('can be dismissed one by one on this device, and stay dismissed', async () => {
    const both = [makeAnnouncement('The lift is out of order.', { at: 1 }), makeAnnouncement('Lunch at 13:00.', { at: 2 })]
    openPage({ announcements: both }, <Announcements />)
    expect(getTexts()).toEqual(['Lunch at 13:00.', 'The lift is out of order.'])
    await userEvent.click(screen.getAllByRole('button', { name: 'Hide this announcement' })[0] as HTMLElement)
    expect(getTexts()).toEqual(['The lift is out of order.'])
    cleanup()
    openPage({ announcements: both }, <Announcements />)
    expect(getTexts()).toEqual(['The lift is out of order.'])
    updateView({ announcements: [] })
    expect(document.body.textContent).toBe('')
  })

  test('are announced once and politely when they arrive; those already there when the page opens are not announced', () => {
    const say = vi.spyOn(screenReader, 'say')
    const first = makeAnnouncement('First')
    openPage({ announcements: [first] }, <Announcements />)
    updateView({ announcements: [first, makeAnnouncement('Second')] })
    updateView({ announcements: [first, makeAnnouncement('Second')], myAnnouncements: [makeAnnouncement('Third')] })
    expect(say.mock.calls).toEqual([
      ['Announcement: Second', 'id-of-Second'],
      ['Announcement: Third', 'id-of-Third'],
    ])
  })

  test('keep the text direction that their author wrote in', () => {
    openPage({ announcements: [makeAnnouncement('الغداء الساعة 13:00')] }, <Announcements />)
    expect(screen.getByText('الغداء الساعة 13:00').getAttribute('dir')).toBe('auto')
  })
})

describe('writing an announcement', () => {
  const close = vi.fn()
  const getTextField = () => screen.getByLabelText<HTMLTextAreaElement>('Announcement')
  const send = () => screen.getByRole('button', { name: 'Send the announcement' })

  test('sends the text to everyone, then clears the form for the next one', async () => {
    openPage({}, <AnnounceDialog onClose={close} />)
    expect(send().getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(getTextField(), 'Lunch at 13:00.')
    await userEvent.click(send())
    expect(sent).toEqual([{ type: 'cues.announce', data: { to: 'everyone', text: 'Lunch at 13:00.' } }])
    await waitFor(() => expect(getTextField().value).toBe(''))
    expect(close).not.toHaveBeenCalled()
  })

  test('offers one choice of addressee', async () => {
    openPage({}, <AnnounceDialog onClose={close} />)
    await userEvent.click(screen.getByRole('radio', { name: 'Remote' }))
    await userEvent.type(getTextField(), 'The captions are back.')
    await userEvent.click(send())
    expect(sent).toMatchObject([{ data: { to: 'remote' } }])
  })

  test('previews the text, and sends nothing before the button is pressed', async () => {
    openPage({}, <AnnounceDialog onClose={close} />)
    await userEvent.type(getTextField(), 'Soon')
    expect(screen.getAllByText('Soon').map((one) => one.tagName)).toContain('P')
    expect(sent).toEqual([])
  })

  test('counts grapheme clusters, and does not send a text that is too long', async () => {
    openPage({}, <AnnounceDialog onClose={close} />)
    await userEvent.click(getTextField())
    await userEvent.paste('👩‍👩‍👧'.repeat(280))
    expect(screen.getByText('280 of 280')).toBeTruthy()
    expect(send().getAttribute('aria-disabled')).toBeNull()
    await userEvent.paste('!')
    expect(send().getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(send())
    expect(sent).toEqual([])
  })

  test('a refused text stays in the field', async () => {
    sendReply = { ok: false, reason: 'session-closed' }
    openPage({}, <AnnounceDialog onClose={close} />)
    await userEvent.type(getTextField(), 'Late')
    await userEvent.click(send())
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(getTextField().value).toBe('Late')
  })

  test('lists the active announcements with their addressees, and takes one down', async () => {
    const activeAnnouncements = [makeAnnouncement('First', { at: 1, to: 'room' }), makeAnnouncement('Second', { at: 2, to: 'staff' })]
    openPage({ announcements: activeAnnouncements }, <AnnounceDialog onClose={close} />)
    const rows = screen.getAllByRole('listitem')
    expect(rows.map((row) => row.querySelector('span')?.textContent)).toEqual(['Second', 'First'])
    expect(rows[1]?.textContent).toContain('In the room')
    await userEvent.click(within(rows[1] as HTMLElement).getByRole('button', { name: 'Take down: First' }))
    expect(sent).toEqual([{ type: 'cues.take-down', data: { announcement: 'id-of-First' } }])
  })
})

const BlankAlert = () => {
  const alert = useBlankAlert()
  const labels = { place: 'Alerts', none: 'No alerts', all: 'All alerts', count: String }
  return <AlertPlace alerts={alert === null ? [] : [alert]} labels={labels} />
}

describe('the blank screen', () => {
  test('the staff always see that the screen is blank, and one press shows the screen again', async () => {
    openPage({}, <BlankAlert />)
    expect(document.body.textContent).toBe('No alerts')
    updateView({ displayBlank: true })
    expect(screen.getByRole('region', { name: 'Alerts' }).textContent).toContain('The room screen is blank.')
    await userEvent.click(screen.getByRole('button', { name: 'Show the room screen again' }))
    expect(sent).toEqual([{ type: 'cues.unblank', data: {} }])
  })
})
