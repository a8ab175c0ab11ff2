// @vitest-environment jsdom
/** The form with which the secretariat adds somebody to the list, and the bounds of its command. */

import { AddForm } from '@rostrum/client/features/queue/add/add-form.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { loadLanguage } from '@rostrum/client/text/text'
import { queueCommands } from '@rostrum/shared/contract/queue-commands'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { makeConnection } from '../support/fake-connection.ts'
import { makeQueueView } from '../support/queue-view.ts'

// jsdom lacks this browser API, and the UI kit needs it.
vi.stubGlobal('CSS', { escape: (text: string) => text })

afterEach(cleanup)

const request = {
  kind: 'intervention',
  person: null,
  entity: 'Visitors',
  speaker: null,
  group: 'civil',
  requestChannel: 'room',
  seenAt: Date.UTC(2030, 4, 6, 12),
  note: null,
  language: 'en',
}
const isTaken = (data: object) => queueCommands['queue.add'].schema.safeParse({ ...request, ...data }).success

test.each([
  ['speaker', /^Speaker/],
  ['note', /^Note/],
] as const)('[L201] the form takes as long a %s as the command, and no longer', async (field, name) => {
  await loadLanguage('en', 'staff')
  useSessionStore.setState({ ...initialStore, view: makeQueueView() })
  render(
    <ConnectionContext value={makeConnection({})}>
      <AddForm />
    </ConnectionContext>,
  )
  const { maxLength } = screen.getByRole<HTMLInputElement>('textbox', { name })
  expect([maxLength, maxLength + 1].map((length) => isTaken({ [field]: 'a'.repeat(length) }))).toEqual([true, false])
})
