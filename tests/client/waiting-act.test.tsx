// @vitest-environment jsdom
/** On the Chair's page a press that waits for the connection has its name in the place of the last act, and can be taken back. */
import { LastStep } from '@rostrum/client/features/floor/staff/last-step.tsx'
import { ConnectionContext } from '@rostrum/client/session/hooks.tsx'
import type { PendingCommand } from '@rostrum/client/session/outbox'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { uiLanguages } from '@rostrum/client/text/language-files'
import { loadLanguage } from '@rostrum/client/text/text'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { cleanup, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getPerson } from '../support/fixtures.ts'
import { call, join, queueOpen, replay, type SentCommand, toCommandId } from '../support/given.ts'
import { getPageText, press, queryButton } from '../support/participant-page.tsx'

const cancelled: PendingCommand[] = []
const connection = { cancel: (pending: PendingCommand) => cancelled.push(pending) } as unknown as ComponentProps<
  typeof ConnectionContext
>['value']

const toPending = ({ type, data }: SentCommand, isUnsent: boolean): PendingCommand =>
  ({
    envelope: { id: toCommandId('pressed'), type, data },
    area: 'controls',
    pressedAt: Date.now(),
    ...(isUnsent ? { status: 'waiting', isUnsent: true } : { status: 'sending' }),
  }) as PendingCommand

const openPage = (pending: PendingCommand) => {
  const state = replay([...queueOpen, join('gov-1')])
  const view = { ...projectAudience(state, 'staff').view, ...projectPerson(state, getPerson(state, 'chair')).view }
  useSessionStore.setState({ ...initialStore, connectionStatus: { kind: 'offline' }, view: view as never, pending: [pending] })
  render(
    <ConnectionContext value={connection}>
      <LastStep />
    </ConnectionContext>,
  )
}

beforeEach(() => {
  cancelled.length = 0
  return loadLanguage('en', 'staff')
})
afterEach(cleanup)

test('[V423] an act of the Chair that waits for the connection is named and can be taken back', async () => {
  const waiting = toPending(call('gov-1'), true)
  openPage(waiting)
  expect(getPageText()).toContain('Waiting to send: Call next')
  expect(queryButton(/^Undo/)).toBeNull()
  await press('Cancel')
  expect(cancelled).toEqual([waiting])
})

test('[V423] an act that is on its way cannot be taken back like this', () => {
  openPage(toPending(call('gov-1'), false))
  expect(getPageText()).not.toContain('Waiting to send')
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
})

test.each(uiLanguages.map(({ id }) => id))('in %s the act that waits has its name', async (language) => {
  await loadLanguage(language, 'staff')
  openPage(toPending(call('gov-1'), true))
  expect(getPageText()).toMatch(/.+[:：].+/)
})
