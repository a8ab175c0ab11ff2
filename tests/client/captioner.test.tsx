// @vitest-environment jsdom
/** The page of a captioner: typing, correcting, and working without a network. */
import { Captioner } from '@rostrum/client/surfaces/captioner/captioner.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { TrackPage } from '@rostrum/shared/api/captions'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readBlob } from '../support/read-blob.ts'

// jsdom lacks these browser APIs, and the UI kit needs them.
vi.stubGlobal('CSS', { escape: (text: string) => text })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))

const key = 'session.ar.secret'
let page: TrackPage
let network: 'up' | 'down' | 'ended' | 'busy'
const posts: { readonly seq: number; readonly waited: number; readonly text: string }[] = []

/** Stores a line as the server does. A repeat changes nothing. Only a correction takes the place of a line. */
const store = (seq: number, text: string): void => {
  const line = { id: `1-${seq}`, seq, at: page.now, text }
  const lines = page.lines.some((one) => one.seq === seq) ? page.lines.map((one) => (one.seq === seq ? line : one)) : [...page.lines, line]
  page = { ...page, lines }
}
const answer = async (path: string, init: RequestInit): Promise<Response> => {
  if (network === 'down') throw new TypeError('no network')
  if (network === 'ended') return Response.json({ reason: 'forbidden' }, { status: 403 })
  expect(new Headers(init.headers).get('authorization')).toBe(`Bearer ${key}`)
  if (init.method === 'GET') return Response.json(page)
  if (network === 'busy') return Response.json({ reason: 'too-many-requests' }, { status: 429 })
  const query = new URL(path, 'http://localhost').searchParams
  const text = await readBlob(init.body as Blob)
  posts.push({ seq: Number(query.get('seq')), waited: Number(query.get('waited')), text })
  const known = page.lines.find(({ seq }) => seq === Number(query.get('seq')))
  if (query.get('correct') !== 'true' && known !== undefined && known.text !== text)
    return Response.json({ reason: 'conflict' }, { status: 409 })
  store(Number(query.get('seq')), text)
  return new Response(query.get('seq'))
}
const open = async () => {
  render(<Captioner link={key} over={<p>over</p>} />)
  await screen.findByRole('textbox')
}
const getField = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const listLines = () =>
  [...screen.getByRole('list', { name: 'Sent' }).querySelectorAll('li')].map((line) =>
    (line.textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
  )

beforeEach(async () => {
  await loadLanguage('en', 'staff')
  sessionStorage.clear()
  posts.length = 0
  network = 'up'
  const now = Date.now() as TrackPage['now']
  page = {
    ...{ title: 'Open consultation', language: 'ar' as never, isOpen: true, now, readers: 64 },
    lines: [{ id: '1-1', seq: 1, at: now, text: 'أشكر الرئيس' }],
    floor: { who: 'Delegation 1', language: 'fr', limit: 180_000 as never, used: 60_000 as never, runningSince: null, started: true },
    next: [{ id: 'a', who: 'Coastal Forum', channel: 'remote', language: 'es' }],
  }
  vi.stubGlobal('fetch', answer)
})
afterEach(cleanup)

test('[X62] Enter sends the line with the next number, Up corrects the last line in place, Esc returns to typing', async () => {
  await open()
  expect(screen.getByText('Line 2')).toBeTruthy()
  expect(getField().getAttribute('lang')).toBe('ar')
  expect(document.body.textContent).toMatch(/speaking in French; you are captioning in Arabic/)
  expect(screen.getByText('Coastal Forum')).toBeTruthy()
  await userEvent.type(getField(), 'وأهنئه{Enter}')
  await waitFor(() => expect(posts).toMatchObject([{ seq: 2, text: 'وأهنئه' }]))
  await waitFor(() => expect(screen.getByText('Line 3')).toBeTruthy())
  await userEvent.type(getField(), '{ArrowUp}')
  expect([getField().value, screen.getByText('Correction of line 2') !== null]).toEqual(['وأهنئه', true])
  await userEvent.type(getField(), '{Escape}')
  expect(getField().value).toBe('')
  await userEvent.type(getField(), 'draft')
  await userEvent.click(within(screen.getByRole('list', { name: 'Sent' })).getByRole('button', { name: /Correct\s?1/ }))
  await userEvent.type(getField(), '.{Enter}')
  await waitFor(() => expect(posts.at(-1)).toMatchObject({ seq: 1, text: 'أشكر الرئيس.' }))
  expect(getField().value).toBe('draft')
  await waitFor(() => expect(listLines()).toEqual(['1أشكر الرئيس.Corrected', '2وأهنئهCorrect 2']))
})

test('[X62] a line typed without a network waits visibly, survives a reload, and is sent once with the time it waited', async () => {
  await open()
  network = 'down'
  await userEvent.type(getField(), 'one{Enter}')
  await userEvent.type(getField(), 'two{Enter}')
  await screen.findByText('Not connected. Lines wait here, and each is sent once.', undefined, { timeout: 4_000 })
  expect(listLines().slice(1)).toEqual(['2oneWaiting to send', '3twoWaiting to send'])
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret')
  cleanup()
  network = 'up'
  await open()
  await waitFor(() =>
    expect(posts.map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'one'],
      [3, 'two'],
    ]),
  )
  expect(posts[0]?.waited).toBeGreaterThan(0)
  await waitFor(() => expect(listLines()).toHaveLength(3))
  expect(posts).toHaveLength(2)
})

test('[L174] a line that came too fast for the server waits, and is sent once', async () => {
  await open()
  network = 'busy'
  await userEvent.type(getField(), 'one{Enter}')
  await waitFor(() => expect(listLines().slice(1)).toEqual(['2oneWaiting to send']))
  network = 'up'
  await waitFor(() => expect(posts.map(({ text }) => text)).toEqual(['one']), { timeout: 4_000 })
  await waitFor(() => expect(listLines()).toHaveLength(2))
})

test('[X62] the page tells the captioner when the link has ended, and when the session is not open', async () => {
  page = { ...page, isOpen: false }
  await open()
  expect(screen.getByText('The meeting is not open. Lines are accepted from its opening to its close.')).toBeTruthy()
  network = 'ended'
  await screen.findByText('over', undefined, { timeout: 4_000 })
})

test('[X76] with two captioners of one track, lines that waited get the next numbers and replace none of the other’s', async () => {
  await open()
  network = 'down'
  for (const line of ['mine', 'mine too']) await userEvent.type(getField(), `${line}{Enter}`)
  await waitFor(() => expect(listLines().slice(1)).toEqual(['2mineWaiting to send', '3mine tooWaiting to send']))
  for (const [seq, line] of [
    [2, 'theirs'],
    [3, 'theirs too'],
  ] as const)
    store(seq, line)
  network = 'up'
  await waitFor(() =>
    expect(page.lines.slice(1).map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'theirs'],
      [3, 'theirs too'],
      [4, 'mine'],
      [5, 'mine too'],
    ]),
  )
  await waitFor(() => expect(screen.queryAllByText('Waiting to send')).toHaveLength(0))
  expect(posts.map(({ seq }) => seq)).toEqual([2, 4, 5])
  // Up takes back the last line of this page, not the other captioner’s.
  store(6, 'theirs again')
  await waitFor(() => expect(listLines().at(-1)).toContain('theirs again'))
  await userEvent.type(getField(), '{ArrowUp}')
  expect(getField().value).toBe('mine too')
})

test('[X62] if the clock of the device was set back while a line waited, it is sent as one that did not wait', async () => {
  await open()
  network = 'down'
  await userEvent.type(getField(), 'one{Enter}')
  await waitFor(() => expect(listLines().slice(1)).toEqual(['2oneWaiting to send']))
  const now = Date.now()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now - 600_000)
  network = 'up'
  await waitFor(() => expect(posts).toEqual([{ seq: 2, waited: 0, text: 'one' }]))
  clock.mockRestore()
})
