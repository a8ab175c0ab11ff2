/** Rows whose shape differs from what was written, as after a changed bit. */
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openMemoryStore } from '@rostrum/server/engine/store/memory'
import { DamagedTableError, type Store, type StoreTable } from '@rostrum/server/engine/store/store'
import { Roster } from '@rostrum/server/people/roster/roster'
import type { PersonId } from '@rostrum/shared/contract/ids'
import { expect, test } from 'vitest'
import { toSessionId } from '../support/commits.ts'
import { noon } from '../support/fixtures.ts'
import { MemoryLogger } from '../support/session-harness.ts'

const [hall, attic] = [toSessionId('hall'), toSessionId('attic')]
const openRegistry = (store: Store) => new SessionRegistry({ log: openMemoryLog(), store, now: () => noon, logger: new MemoryLogger() })
const damaged = (table: StoreTable, problem: string) => new DamagedTableError(table, `a row is not what was written: ${problem}`)

test('[L102] a row of the wrong shape is reported as damaged, with its table and field, and without its content', async () => {
  const store = openMemoryStore()
  await store.put('sessions', hall, { createdAt: 'a private name' })
  const sessions = openRegistry(store)
  const expected = damaged('sessions', 'createdAt: Invalid input: expected number, received string')
  await expect(sessions.list()).rejects.toThrow(expected)
  await expect(sessions.open(hall)).rejects.toThrow(expected)
  expect(expected.message).toBe(
    'the table sessions is damaged: it cannot be read (a row is not what was written: createdAt: Invalid input: expected number, received string). Restore the store from a copy',
  )
})

test('[L102] the name of a field that does not belong in a row is not reported', async () => {
  const store = openMemoryStore()
  const [roster, person] = [new Roster(store), 'p1' as PersonId]
  const complete = { name: null, email: null, language: null, nameInRecord: null, externalId: null }
  await store.put(`roster/${hall}`, person, { ...complete, 'a private name': null })
  const expected = damaged(`roster/${hall}`, 'it has a field too many')
  await expect(roster.get(hall, person)).rejects.toThrow(expected)
  await expect(roster.list(hall)).rejects.toThrow(expected)
  await expect(roster.update(hall, person, { language: 'fr' })).rejects.toThrow(expected)
})

test('[L102] a row that is not an object is reported as damaged', async () => {
  const store = openMemoryStore()
  await store.put('sessions', hall, 7)
  await expect(openRegistry(store).list()).rejects.toThrow(damaged('sessions', 'Invalid input: expected object, received number'))
})

test('a missing row is not reported as damaged', async () => {
  const store = openMemoryStore()
  await store.put('sessions', hall, { createdAt: noon })
  expect(await openRegistry(store).list()).toEqual([hall])
  expect(await openRegistry(store).open(attic)).toBeNull()
  expect(await openRegistry(openMemoryStore()).list()).toEqual([])
})
