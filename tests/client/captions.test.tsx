// @vitest-environment jsdom
/** Captions on the pages: the display that each reader chooses, and the work of the secretariat. */
import { splitPages } from '@rostrum/client/features/captions/reading/caption-pages.tsx'
import { CaptionReader } from '@rostrum/client/features/captions/reading/caption-reader.tsx'
import { CaptionsWorkplace } from '@rostrum/client/features/captions/staff/captions-workplace.tsx'
import { computeCaptionState, getSpeakingSince } from '@rostrum/client/features/captions/use-captions'
import { showCaptions, useCaptionStore } from '@rostrum/client/session/caption-store'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps, ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getPerson } from '../support/fixtures.ts'
import { call, command, join, queueOpen, replay, toEntryId, toTurnId } from '../support/given.ts'
import { readBlob } from '../support/read-blob.ts'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const english = 'en' as SpokenLanguage
const sent: { readonly type: string; readonly data: object }[] = []
const report = {
  language: 'en',
  address: 'https://rostrum.example.org/api/captions?key=s.en.secret',
  page: 'https://rostrum.example.org/captioner#s.en.secret',
  lines: 3,
  readers: 64,
  lastAt: 1,
}
const connection = {
  follow: () => () => undefined,
  request: () => Promise.resolve({ ok: true, value: { tracks: [report] } }),
  send: (one: (typeof sent)[number]) => {
    sent.push(one)
    return Promise.resolve({ ok: true })
  },
} as unknown as ComponentProps<typeof ConnectionContext>['value']

const state = replay([...queueOpen, command('desk', 'captions.add', { language: english }), join('gov-1')])
const renderPage = (children: ReactNode) => {
  const view = { ...projectAudience(state, 'staff').view, ...projectPerson(state, getPerson(state, 'desk')).view }
  useSessionStore.setState({ ...initialStore, view: { ...view, presence: { room: 1, remote: 1 } } })
  render(<ConnectionContext value={connection}>{children}</ConnectionContext>)
}
const turn = { id: 'turn', who: 'Delegation 1', language: 'fr' }
const line = (id: string, text: string): CaptionLine => ({ id, text, at: 1 as CaptionLine['at'], turn })
const show = (...lines: readonly CaptionLine[]) => act(() => showCaptions({ language: english, lines }))
const getLog = () => screen.getByRole('log')

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  localStorage.clear()
  sent.length = 0
})
afterEach(cleanup)

test('[X40] a late line appears in the transcript where it was spoken, and at the end of the two lines', async () => {
  renderPage(<CaptionReader language="en" />)
  show(line('1', 'first'), line('3', 'third'))
  show(line('2', 'second'), line('1', 'First'))
  expect(useCaptionStore.getState().lines.map(({ text }) => text)).toEqual(['First', 'third', 'second'])
  expect([...getLog().querySelectorAll('p')].map(({ textContent }) => textContent?.replace(/[\u2066-\u2069]/g, ''))).toEqual([
    'Delegation 1in French',
    'First',
    'second',
    'third',
  ])
  expect(getLog().getAttribute('aria-live')).toBe('off')
  await userEvent.click(screen.getByRole('radio', { name: 'Two lines' }))
  expect(document.body.textContent).toContain('thirdsecond')
})

/** A box whose size and text the test decides, because jsdom lays nothing out. The browser keeps the place within what is there. */
const layOut = (box: HTMLElement) => {
  const size = { clientHeight: 300, scrollHeight: 1000, clientWidth: 375 }
  let top = 0
  Object.defineProperty(box, 'scrollTop', {
    get: () => top,
    set: (to: number) => {
      top = Math.max(0, Math.min(to, size.scrollHeight - size.clientHeight))
    },
  })
  for (const name of Object.keys(size) as (keyof typeof size)[]) Object.defineProperty(box, name, { get: () => size[name] })
  return (its: Partial<typeof size>) => void Object.assign(size, its)
}
const queryNewest = () => screen.queryByRole('button', { name: 'Go to the newest line' })

test('[V262] the transcript follows the newest line through every turn of the phone, and only the reader stops it', async () => {
  renderPage(<CaptionReader language="en" />)
  const resize = layOut(getLog())
  const scroll = (top: number) => {
    getLog().scrollTop = top
    fireEvent.scroll(getLog())
  }
  const isAtEnd = () => getLog().scrollTop === getLog().scrollHeight - getLog().clientHeight
  show(line('1', 'first'))
  expect(isAtEnd()).toBe(true)
  // The scroll event of the new size comes before every other event.
  resize({ clientHeight: 120, scrollHeight: 700, clientWidth: 667 })
  fireEvent.scroll(getLog())
  expect([isAtEnd(), queryNewest()]).toEqual([true, null])
  resize({ clientHeight: 300, scrollHeight: 1100, clientWidth: 375 })
  scroll(400)
  expect(isAtEnd()).toBe(true)
  scroll(500)
  show(line('1', 'first'), line('2', 'second'))
  expect([isAtEnd(), getLog().scrollTop]).toEqual([false, 500])
  await userEvent.click(screen.getByRole('button', { name: 'Go to the newest line' }))
  expect([isAtEnd(), queryNewest(), document.activeElement]).toEqual([true, null, getLog()])
  scroll(500)
  expect(queryNewest()).not.toBeNull()
  scroll(790)
  expect(queryNewest()).toBeNull()
})

test('[X46] pages wait until the reader turns them, and the chosen display is kept on the device', async () => {
  renderPage(<CaptionReader language="en" />)
  await userEvent.click(screen.getByRole('radio', { name: 'Pages' }))
  show(line('1', 'a'.repeat(200)), line('2', 'b'.repeat(100)))
  expect(screen.getByRole('heading', { level: 3 }).textContent).toContain('Page')
  const before = document.body.textContent
  show(line('3', 'c'.repeat(200)))
  expect(document.body.textContent?.includes('ccc')).toBe(false)
  expect(before).toContain('bbb')
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
  expect(document.body.textContent).toContain('ccc')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 3 }))
  await userEvent.click(screen.getByRole('button', { name: 'Contrast' }))
  cleanup()
  renderPage(<CaptionReader language="en" />)
  expect(screen.getByRole('button', { name: 'Contrast' }).getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('radio', { name: 'Pages' }).getAttribute('aria-checked')).toBe('true')
  expect(splitPages([]).length).toBe(0)
})

test('[X46] captions are late after eight seconds of a turn and silent after thirty, and never while nobody speaks', () => {
  expect(computeCaptionState(1_000, null, 90_000)).toEqual({ kind: 'resting' })
  expect(computeCaptionState(1_000, 500, 9_000)).toEqual({ kind: 'arriving' })
  expect(computeCaptionState(1_000, 500, 15_000)).toEqual({ kind: 'late', seconds: 14 })
  expect(computeCaptionState(1_000, 500, 31_001)).toEqual({ kind: 'silent', since: 1_000 })
  expect(computeCaptionState(1_000, 60_000, 65_000)).toEqual({ kind: 'expected' })
})

test('[X102] nobody reads that captions arrive in a turn without any, and a silence begins with the last line that came', () => {
  expect(computeCaptionState(null, 60_000, 65_000)).toEqual({ kind: 'expected' })
  expect(computeCaptionState(62_000, 60_000, 65_000)).toEqual({ kind: 'arriving' })
  expect(computeCaptionState(1_000, 60_000, 70_000)).toEqual({ kind: 'late', seconds: 10 })
  expect(computeCaptionState(1_000, 60_000, 91_000)).toEqual({ kind: 'silent', since: 1_000 })
  expect(computeCaptionState(null, 60_000, 91_000)).toEqual({ kind: 'silent', since: null })
})

test('[X85] the time in which the clock of a speaker is paused does not make captions late', () => {
  const turn = toTurnId('turn-gov-1')
  const spoken = [...queueOpen, join('gov-1'), call('gov-1'), command('chair', 'floor.start', { turn })]
  const paused = replay([...spoken, command('chair', 'floor.pause', { turn })])
  expect(getSpeakingSince(projectAudience(paused, 'public').view)).toBe(null)
  const resumed = replay([command('chair', 'floor.resume', { turn }, { at: 600 })], paused)
  const since = getSpeakingSince(projectAudience(resumed, 'public').view)
  const lastAt = resumed.floor.current?.startedAt ?? 0
  expect(computeCaptionState(lastAt, since, (since ?? 0) + 5_000)).toEqual({ kind: 'expected' })
  expect(computeCaptionState(lastAt, since, (since ?? 0) + 10_000)).toEqual({ kind: 'late', seconds: 10 })
})

test('[X47] the secretariat adds a language, shows and renews its address, and sets the language of a speaker', async () => {
  renderPage(<CaptionsWorkplace />)
  await screen.findByText(/shown on 64 screens/)
  expect(document.body.textContent).not.toContain('key=')
  await userEvent.click(screen.getByRole('button', { name: /^Show/ }))
  expect(document.body.textContent).toContain('key=s.en.secret')
  await userEvent.click(screen.getByRole('button', { name: 'More actions for English' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /Renew/ }))
  await userEvent.selectOptions(screen.getByLabelText('Another language'), 'French')
  await userEvent.click(screen.getByRole('button', { name: 'Add a language' }))
  await userEvent.click(screen.getByRole('radio', { name: '6\u00a0s' }))
  const list = within(screen.getByRole('region', { name: 'Language of each intervention' }))
  await userEvent.selectOptions(list.getByRole('combobox'), 'Arabic')
  expect(sent).toEqual([
    { type: 'captions.renew', data: { language: 'en' } },
    { type: 'captions.add', data: { language: 'fr' } },
    { type: 'captions.set-delay', data: { delay: 6_000 } },
    { type: 'queue.set-language', data: { entry: toEntryId('gov-1'), language: 'ar' } },
  ])
})

/** Serves captions with lines up to 213, while others may write more. `answers`: the statuses for the next lines; null is no answer. */
const typeOnPage = async (answers: readonly (number | null)[]) => {
  const posted: (readonly [string, string])[] = []
  const next = [...answers]
  let last = 213
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (path, init) => {
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer s.en.secret')
    if (init?.method !== 'POST') return Response.json({ lines: [{ seq: last - 1 }, { seq: last }] })
    posted.push([String(path).replace('/api/captions?', ''), await readBlob(init.body as Blob)])
    const status = next.length === 0 ? 200 : (next.shift() ?? null)
    if (status !== 409) last += 1
    if (status === null) throw new TypeError('no answer')
    return Response.json(status === 200 ? last : { reason: 'conflict' }, { status })
  })
  renderPage(<CaptionsWorkplace />)
  await screen.findByText(/shown on 64 screens/)
  await userEvent.click(screen.getByRole('button', { name: 'More actions for English' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Type captions here' }))
  return { posted, end: () => fetched.mockRestore() }
}

test('[X47] the secretariat types a line, and takes the last one back to correct it', async () => {
  const { posted, end } = await typeOnPage([])
  await userEvent.type(screen.getByLabelText('Line'), 'I thank the Chair{Enter}')
  show(line('00000000000001-000000214', 'I thank the Chair'))
  await userEvent.type(screen.getByLabelText('Line'), '{ArrowUp}')
  await userEvent.type(screen.getByLabelText('Correction of the last line'), '.{Enter}')
  expect(posted).toEqual([
    ['seq=214&new=true', 'I thank the Chair'],
    ['seq=214', 'I thank the Chair.'],
  ])
  end()
})

test('[X47] a line without an answer is sent again under its number, or under the next if that is taken', async () => {
  const { posted, end } = await typeOnPage([null, 409, 200])
  await userEvent.type(screen.getByLabelText('Line'), 'I thank the Chair{Enter}')
  await screen.findByText('The line was not sent. Try again.')
  await userEvent.click(screen.getByRole('button', { name: 'Send line' }))
  await vi.waitFor(() => expect(posted.map(([address]) => address)).toEqual(['seq=214&new=true', 'seq=214&new=true', 'seq=215&new=true']))
  await vi.waitFor(() => expect(screen.getByLabelText('Line')).toHaveProperty('value', ''))
  await userEvent.type(screen.getByLabelText('Line'), 'I thank the Chair{Enter}')
  expect(posted.at(-1)).toEqual(['seq=216&new=true', 'I thank the Chair'])
  end()
})

test('[X66] the secretariat hands in a file: its effect is shown first, and a refusal is explained in words', async () => {
  const asked: (readonly [string, string | null, number])[] = []
  const answers: (readonly [number, object])[] = [
    [422, { reason: 'caption-time-unclear', at: '12', rule: 'x' }],
    [200, { lines: 37, outside: 5, replaced: 3, changed: true }],
    [200, { lines: 37, outside: 2, replaced: 3, changed: true }],
    [200, { lines: 37, outside: 2, replaced: 3, changed: true }],
    [200, { lines: 37, outside: 2, replaced: 37, changed: false }],
  ]
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (path, init) => {
    asked.push([String(path), new Headers(init?.headers).get('authorization'), (init as { body: Blob }).body.size])
    const [status, answer] = answers.shift() ?? [500, {}]
    return new Response(JSON.stringify(answer), { status })
  })
  renderPage(<CaptionsWorkplace />)
  await userEvent.click(await screen.findByRole('button', { name: 'Add a file (WebVTT, SRT)' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Captions from a file' }))
  const choose = async (text: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement
    await userEvent.upload(input, new File([text], 'meeting.vtt', { type: 'text/vtt' }))
  }
  await choose('WEBVTT broken')
  expect(await dialog.findByText(/^Row 12: A time cannot be read/)).toBeTruthy()
  expect(dialog.queryByRole('button', { name: /lines/ })).toBeNull()
  await choose('WEBVTT whole')
  expect(await dialog.findByText('Lines in the file: 37.')).toBeTruthy()
  expect(dialog.getByText('Lines spoken while nobody had the floor: 5.')).toBeTruthy()
  expect(dialog.getByText('English already has lines: 3. The file will replace all of them.')).toBeTruthy()
  const start = dialog.getByLabelText('The file begins at') as HTMLInputElement
  expect(start.value).toContain(':')
  const { openedAt } = useSessionStore.getState().view?.session ?? { openedAt: 0 }
  await userEvent.clear(start)
  expect(dialog.getByText(/Enter the time as/)).toBeTruthy()
  expect(dialog.queryByRole('button', { name: 'Replace all lines' })).toBeNull()
  await userEvent.click(start)
  await userEvent.paste('12:00:30')
  await userEvent.click(await dialog.findByRole('button', { name: 'Replace all lines' }))
  expect(await dialog.findByText('Lines of the file now stored: 37.')).toBeTruthy()
  const minute = new Date(openedAt as number).setUTCSeconds(30, 0)
  expect(asked).toEqual([
    ['/api/captions/file?check=true', 'Bearer s.en.secret', 13],
    ['/api/captions/file?check=true', 'Bearer s.en.secret', 12],
    [`/api/captions/file?check=true&start=${minute}`, 'Bearer s.en.secret', 12],
    [`/api/captions/file?start=${minute}`, 'Bearer s.en.secret', 12],
  ])
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  await userEvent.click(screen.getByRole('button', { name: 'Add a file (WebVTT, SRT)' }))
  await choose('WEBVTT whole')
  expect(await screen.findByText('English already has these captions.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /lines$/ })).toBeNull()
  fetched.mockRestore()
})

test('[V298] the secretariat chooses the captions of all room screens, or none', async () => {
  renderPage(<CaptionsWorkplace />)
  await userEvent.selectOptions(screen.getByLabelText('Captions on the room screen'), 'English')
  await userEvent.selectOptions(screen.getByLabelText('Captions on the room screen'), 'No captions')
  expect(sent.map(({ type, data }) => ({ type, data }))).toEqual([
    { type: 'captions.display', data: { language: 'en' } },
    { type: 'captions.display', data: { language: null } },
  ])
})
