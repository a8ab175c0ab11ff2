/** The organizer's page in jsdom, with the answers of a server that each test chooses. */
import { Home } from '@rostrum/client/surfaces/home/home.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, vi } from 'vitest'
import { makePlanReply, sessionLinks } from './organizer-replies.ts'

export const secret = 'organizer-secret'
type SentRequest = { readonly path: string; readonly method: string; readonly body: unknown; readonly secret: string | null }
/** The replies by method and path, such as `GET /api/tokens`. */
type Replies = Readonly<Record<string, () => Response>>

let sentRequests: SentRequest[] = []
let sessions: readonly object[] = []
let answers: Replies = {}

export const getSentRequests = (): readonly SentRequest[] => sentRequests
export const getChangeRequests = () => sentRequests.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }))

export const makeJsonReply =
  (body: object, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status })

/** Sets the server's answers from now on. */
export const answerWith = (replies: Replies): void => {
  answers = { ...answers, ...replies }
}

export const openHome = async (initialSessions: readonly object[], replies: Replies = {}, shownText = 'ABCD 2345') => {
  sentRequests = []
  sessions = initialSessions
  answers = replies
  sessionStorage.setItem('rostrum.organizer', secret)
  render(<Home />)
  await screen.findByText(shownText)
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

/** Sets up the server. Call it once in a test file. */
export const setUpOrganizerServer = (): void => {
  // jsdom lacks these browser APIs, and the UI kit needs them.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  beforeEach(async () => {
    await loadLanguage('en', 'staff')
    vi.stubGlobal('fetch', async (path: string, { method = 'GET', body, headers }: RequestInit) => {
      const bearer = (headers as Record<string, string> | undefined)?.['authorization'] ?? null
      sentRequests.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : body, secret: bearer })
      const own = answers[`${method} ${path}`]
      if (own) return own()
      if (path.endsWith('/plan')) return makeJsonReply(makePlanReply(30))()
      return path === '/api/sessions'
        ? makeJsonReply({ templates: ['wsis-at-20'], sessions, damaged: [] })()
        : makeJsonReply(sessionLinks)()
    })
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
  })
}
