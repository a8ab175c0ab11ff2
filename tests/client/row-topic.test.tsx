// @vitest-environment jsdom
/** The topic that a speaker has named, on the staff's list. */
import { QueueList } from '@rostrum/client/features/queue/list/queue-list.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { toMillis } from '@rostrum/shared/kernel/time'
import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { makeConnection } from '../support/fake-connection.ts'
import { makeQueueView } from '../support/queue-view.ts'

vi.stubGlobal('CSS', { escape: (text: string) => text })

test('[V389] a row says which topic the speaker has named, in one line that is whole under the pointer', async () => {
  await loadLanguage('en', 'staff')
  const staff = { person: 'p1', nameId: null, topic: 'Connectivity in rural schools', note: null, requestChannel: 'room', held: false }
  useSessionStore.setState({ ...initialStore, view: makeQueueView({ rows: { a: { staff } } }) })
  render(
    <ConnectionContext value={makeConnection({})}>
      <QueueList reachedCount={9} limit={toMillis(180_000)} cut="" />
    </ConnectionContext>,
  )
  const line = screen.getByTitle('Connectivity in rural schools')
  expect(line.textContent?.replace(/[\u2066-\u2069]/g, '')).toBe('Subject: Connectivity in rural schools')
  expect(document.querySelector('[data-row=a]')?.contains(line)).toBe(true)
  expect(document.querySelector('[data-row=b]')?.textContent).not.toContain('Subject')
})
