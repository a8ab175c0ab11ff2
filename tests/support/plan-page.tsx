/** The page on which a plan is edited: its fields, its rows, the save button, and a stand-in for the server. */
import { Home } from '@rostrum/client/surfaces/home/home.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { PlanFile } from '@rostrum/shared/contract/plan'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'

export const makeJsonReply = (body: object, status = 200) => new Response(JSON.stringify(body), { status })

export type ServedPlan = {
  stored: { phase: string; version: string; plan: PlanFile }
  /** The plan as it was stored at first, as JSON. */
  readonly sent: PlanFile
  /** The plans that the page has sent. */
  readonly saved: PlanFile[]
  refuse: (() => Response) | null
  people: readonly { readonly group: string | null }[]
  readonly store: (plan: PlanFile) => void
}

/** Serves one session with this plan to the organizer's page. */
export const servePlan = async (plan: PlanFile): Promise<ServedPlan> => {
  await loadLanguage('en', 'staff')
  const served: ServedPlan = {
    stored: { phase: 'planned', version: 'first', plan },
    sent: JSON.parse(JSON.stringify(plan)),
    saved: [],
    refuse: null,
    people: [],
    store: (next) => {
      served.stored = { ...served.stored, version: `${served.stored.version}-`, plan: next }
    },
  }
  history.replaceState(null, '', '/home')
  sessionStorage.setItem('rostrum.organizer', 'organizer-secret')
  // jsdom lacks these browser APIs, and the UI kit needs them.
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[+.]/g, '\\$&') })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  HTMLElement.prototype.scrollIntoView = () => undefined
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) =>
    answerRequest(served, method, path, typeof body === 'string' ? JSON.parse(body) : body),
  )
  return served
}

const answerRequest = (served: ServedPlan, method: string, path: string, body: unknown): Response => {
  const { stored, people } = served
  const { plan } = stored
  const session = {
    ...{ id: 'one', title: plan.title, short: 'one', series: null, place: 'Geneva', timeZone: 'Europe/Zurich' },
    ...{ startsAt: Date.parse(plan.startsAt), endsAt: Date.parse(plan.endsAt), phase: stored.phase, rehearsal: false },
    ...{ archived: false, meetingLink: true, walkIns: true, counts: { people: 3, room: 2, remote: 1, segments: 5 } },
  }
  if (path === '/api/sessions') return makeJsonReply({ templates: [], sessions: [session], damaged: [] })
  if (path.includes('/people?')) return makeJsonReply({ people, total: people.length, page: 1, pages: 1 })
  if (!path.endsWith('/plan')) return makeJsonReply({ code: 'ABCD2345', join: 'https://rostrum.example/j#ABCD2345', links: [] })
  if (method === 'PUT') {
    if (stored.phase !== 'planned') return makeJsonReply({ reason: 'session-started' }, 409)
    const sent = body as { version: string; plan: PlanFile }
    if (sent.version !== stored.version) return makeJsonReply({ reason: 'conflict' }, 409)
    served.saved.push(sent.plan)
    if (served.refuse) return served.refuse()
    served.store(sent.plan)
  }
  return makeJsonReply(served.stored)
}

export const getField = (name: string | RegExp) => screen.getByLabelText(name)
export const typeInto = (name: string | RegExp, text: string) => fireEvent.change(getField(name), { target: { value: text } })
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const getSegmentRow = (title: string) => {
  const found = screen
    .getAllByDisplayValue(title)
    .find((one) => one.tagName === 'INPUT')
    ?.closest('li')
  if (!found) throw new Error(`there is no row ${title}`)
  return found
}
export const getTitles = () =>
  within(screen.getByRole('region', { name: 'Agenda' }))
    .getAllByLabelText('Title')
    .map((input) => (input as HTMLInputElement).value)
export const openPlanPage = async () => {
  render(<Home />)
  await press(await screen.findByRole('button', { name: /Edit session|See the plan/ }).then(({ textContent }) => textContent ?? ''))
  await screen.findByLabelText('Short title (optional)')
}
export const save = () => press('Save the plan')
export const waitForSaved = async () => {
  await save()
  await screen.findByText(/^Saved\./)
}
