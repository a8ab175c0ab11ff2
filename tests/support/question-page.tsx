/** The moderators' desk over a view that the test writes, and a line that answers when the test says so. */
import { QuestionDesk } from '@rostrum/client/features/questions/moderation/moderation-workplace.tsx'
import type { Listed } from '@rostrum/client/features/questions/question-lists'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { emptyScreen, useScreen } from '@rostrum/client/session/store'
import type { QuestionCounts } from '@rostrum/shared/projection/questions/counts'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { lineOf, nothingSent, sent } from './fake-connection.ts'

type Desk = NonNullable<QuestionRow['desk']>
export type Given = Partial<Omit<QuestionRow, 'desk'>> & { readonly desk?: Partial<Desk>; readonly total?: number }
export type Table = Readonly<Record<string, Given>>

/** Four minutes and so many seconds after twelve. */
export const at = (seconds: number): Desk['askedAt'] => (Date.UTC(2030, 4, 6, 12, 4) + seconds * 1000) as Desk['askedAt']

const row = (id: string, { desk, total: _, ...given }: Given, index = 0): QuestionRow => ({
  number: 0,
  text: `Text of ${id}?`,
  edited: false,
  from: { entity: `Entity ${id}`, group: null, channel: 'room' },
  segment: null,
  status: 'pending',
  answer: null,
  merged: 0,
  ...given,
  desk: { askedAt: at(index), reason: null, original: null, tags: [], into: null, decided: null, to: null, ...desk },
})

export const listedRow = (id: string, given: Given = {}): Listed => ({
  ...row(id, given),
  id: id as Listed['id'],
  support: { total: given.total ?? 0, groups: [] },
})

const group = (id: string, mark: string) => ({ id, label: id, short: id, mark })
const rows = (table: Table) => Object.fromEntries(Object.entries(table).map(([id, given], index) => [id, row(id, given, index)]))

const seen = (table: Table, more: object = {}): View =>
  ({
    session: { phase: 'open', timeZone: 'UTC', groups: [group('civil', 'circle'), group('private', 'diamond')] },
    plan: [
      { id: 'opening', title: 'Opening', kind: 'opening' },
      { id: 'failures', title: 'Failures', kind: 'topic' },
    ],
    floor: { current: null, interrupted: null },
    answering: { current: null, next: null },
    asking: { moderated: true, length: 280, cap: null, attribution: 'named' },
    panel: [{ person: 'panellist', entity: 'Institute', group: null, channel: 'room', number: 7 }],
    questions: rows(table),
    support: Object.fromEntries(Object.entries(table).map(([id, { total = 0 }]) => [id, { total, groups: [] }])),
    ...more,
  }) as unknown as View

export const counts = (given: Partial<QuestionCounts>): QuestionCounts => ({
  received: 0,
  pending: 0,
  published: 0,
  merged: 0,
  toFloor: 0,
  withdrawn: 0,
  declined: { 'off-topic': 0, duplicate: 0, 'not-a-question': 0, conduct: 0, time: 0 },
  answered: { live: 0, 'in-writing': 0, 'taken-on-notice': 0 },
  notReached: 0,
  ...given,
})

/** Another moment of the same session. */
export const comesIn = (table: Table, more: object = {}): void => act(() => useScreen.setState({ view: seen(table, more) }))

export const sentTypes = (): readonly string[] => sent.map(({ type }) => type)

const connection = lineOf({})

export const opens = (table: Table, more: object = {}): void => {
  nothingSent()
  useScreen.setState({ ...emptyScreen, line: { kind: 'live' }, view: seen(table, more) })
  render(
    <ConnectionContext value={connection}>
      <QuestionDesk />
    </ConnectionContext>,
  )
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const button = (name: string | RegExp) => screen.queryByRole('button', { name })
export const review = () => screen.getByRole('region', { name: 'Review question' })
export const listedIds = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].map((one) => one.dataset['row'] ?? '')
export const rowButton = (id: string): HTMLElement | null => document.querySelector(`[data-row="${id}"] button`)
export const focusOn = (id: string): void => act(() => rowButton(id)?.focus())
export const reviewed = (): string | null => document.querySelector('[data-review]')?.textContent ?? null
