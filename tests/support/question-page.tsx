/** The moderation workplace with a view that the test gives, and a connection that replies when the test says so. */

import { ModerationWorkplace } from '@rostrum/client/features/questions/moderation/moderation-workplace.tsx'
import type { ListedQuestion } from '@rostrum/client/features/questions/question-lists'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { duties } from '@rostrum/shared/contract/offices'
import type { QuestionCounts } from '@rostrum/shared/contract/question-statuses'
import type { QuestionRow } from '@rostrum/shared/projection/questions/parts'
import type { View } from '@rostrum/shared/projection/registry'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { clearSent, makeConnection, sent } from './fake-connection.ts'

type StaffFields = NonNullable<QuestionRow['staff']>
export type RowInput = Partial<Omit<QuestionRow, 'staff'>> & { readonly staff?: Partial<StaffFields>; readonly total?: number }
export type RowTable = Readonly<Record<string, RowInput>>

/** Returns the time four minutes and `seconds` seconds after twelve. */
export const toInstantAt = (seconds: number): StaffFields['askedAt'] =>
  (Date.UTC(2030, 4, 6, 12, 4) + seconds * 1000) as StaffFields['askedAt']

const makeQuestionRow = (id: string, { staff, total: _, ...given }: RowInput, index = 0): QuestionRow => ({
  number: 0,
  text: `Text of ${id}?`,
  edited: false,
  from: { entity: `Entity ${id}`, group: null, channel: 'room' },
  segment: null,
  status: 'pending',
  answer: null,
  merged: 0,
  alsoAsked: 0,
  ...given,
  staff: {
    askedAt: toInstantAt(index),
    reason: null,
    original: null,
    tags: [],
    mergedInto: null,
    lastAction: null,
    assignee: null,
    ...staff,
  },
})

export const makeRow = (id: string, given: RowInput = {}): ListedQuestion => ({
  ...makeQuestionRow(id, given),
  id: id as ListedQuestion['id'],
  support: { total: given.total ?? 0, groups: [] },
})

const makeGroup = (id: string, mark: string) => ({ id, label: id, short: id, mark })
const makeQuestionRows = (table: RowTable) =>
  Object.fromEntries(Object.entries(table).map(([id, given], index) => [id, makeQuestionRow(id, given, index)]))

const makeView = (table: RowTable, more: object = {}): View =>
  ({
    session: { phase: 'open', timeZone: 'UTC', groups: [makeGroup('civil', 'circle'), makeGroup('private', 'diamond')] },
    plan: [
      { id: 'opening', title: 'Opening', kind: 'opening' },
      { id: 'failures', title: 'Failures', kind: 'topic' },
    ],
    floor: { current: null, interrupted: null },
    answering: { current: null, next: null },
    questionRules: { moderated: true, length: 280, cap: null, attribution: 'named' },
    panellists: [{ person: 'panellist', entity: 'Institute', group: null, channel: 'room', number: 7 }],
    officers: ['chair', 'secretariat'].map((office) => ({
      person: office,
      office,
      number: 1,
      duties,
      presiding: office === 'chair',
      ended: false,
    })),
    questions: makeQuestionRows(table),
    support: Object.fromEntries(Object.entries(table).map(([id, { total = 0 }]) => [id, total])),
    supportGroups: {},
    ...more,
  }) as unknown as View

export const makeCounts = (given: Partial<QuestionCounts>): QuestionCounts => ({
  received: 0,
  pending: 0,
  published: 0,
  merged: 0,
  movedToQueue: 0,
  withdrawn: 0,
  declined: { 'off-topic': 0, duplicate: 0, 'not-a-question': 0, conduct: 0, time: 0 },
  answered: { live: 0, 'in-writing': 0, 'taken-on-notice': 0 },
  notReached: 0,
  ...given,
})

/** Shows another state of the same session. */
export const updateView = (table: RowTable, more: object = {}): void => act(() => useSessionStore.setState({ view: makeView(table, more) }))

export const getSentTypes = (): readonly string[] => sent.map(({ type }) => type)

const connection = makeConnection({})

export const openPage = (table: RowTable, more: object = {}): void => {
  clearSent()
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'live' }, view: makeView(table, more) })
  render(
    <ConnectionContext value={connection}>
      <ModerationWorkplace />
    </ConnectionContext>,
  )
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
export const queryButton = (name: string | RegExp) => screen.queryByRole('button', { name })
export const getReview = () => screen.getByRole('region', { name: 'Review question' })
export const getListedIds = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].map((one) => one.dataset['row'] ?? '')
export const findRowButton = (id: string): HTMLElement | null => document.querySelector(`[data-row="${id}"] button`)
export const focusRow = (id: string): void => act(() => findRowButton(id)?.focus())
export const getReviewText = (): string | null => document.querySelector('[data-review]')?.textContent ?? null
