/** Checks the checker of ledgers: every promise is broken once, and it finds each. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import type { Checkpoint } from '@rostrum/server/engine/session/checkpoint'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Person } from '@rostrum/shared/contract/people'
import type { Command, Commit } from '@rostrum/shared/contract/registry'
import type { Revision } from '@rostrum/shared/kernel/revision'
import { projectAudience, projectPerson } from '@rostrum/shared/projection/project'
import { expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { command, toCommandId, toEntryId } from '../support/given.ts'
import { checkLedger, replayCommits } from '../support/ledger/check-ledger.ts'
import { checkScreens } from '../support/ledger/check-screens.ts'
import { type AskedCommand, LedgerFile, readLedger } from '../support/ledger/ledger-file.ts'
import { buildLog } from '../support/log-builder.ts'

const history = [
  command('chair', 'session.open', {}, { id: 'open' }),
  command('chair', 'queue.open', {}, { id: 'open-list' }),
  command('gov-1', 'queue.join', { kind: 'intervention', topic: null }, { id: 'ask' }),
  command('gov-1', 'queue.set-topic', { entry: toEntryId('ask'), topic: 'Access' }, { id: 'write' }),
]
const commits = buildLog(plan, history)
/** A ledger in which each command was sent after the answer to the previous one. */
const ledger: readonly AskedCommand[] = history.map(({ by, id, type, data }, index) => ({
  id: toCommandId(id),
  person: by as PersonId,
  command: { type, data } as Command,
  sentAt: index * 10,
  reply: { ok: true },
  answeredAt: index * 10 + 5,
}))
const last = commits.at(-1) as Commit
const change = (name: string, to: Partial<AskedCommand>) => ledger.map((one) => (one.id === toCommandId(name) ? { ...one, ...to } : one))
/** Returns these commits numbered and chained as in a log, whatever their order and number. */
const rechain = (some: readonly Commit[]): readonly Commit[] =>
  chainCommits(
    emptyChain,
    some.map(({ chain: _chain, ...commit }, index) => ({ ...commit, revision: (index + 1) as Revision })),
  )
const check = (asked: readonly AskedCommand[], stored: readonly Commit[], checkpoint: Checkpoint | null = null) =>
  checkLedger(asked, { commits: stored, checkpoint }).join('\n')

test('[L95] the checker reports nothing for a ledger that holds, with or without the last answer', () => {
  expect(check(ledger, commits)).toBe('')
  expect(check(change('write', { reply: null, answeredAt: null }), commits)).toBe('')
  expect(check(change('write', { reply: null, answeredAt: null }), commits.slice(0, -1))).toBe('')
})

test('[L95] the checker finds a confirmed command that is lost', () => {
  expect(check(ledger, commits.slice(0, -1))).toContain('was confirmed and is not in the log')
})

test('[L95] the checker finds a command that took effect twice', () => {
  expect(check(ledger, rechain([...commits, last]))).toContain('is in the log twice')
})

test('[L95] the checker finds a commit that differs from the request, or has another sender', () => {
  const events = last.events.map((event) => ({ ...event, data: { ...event.data, topic: 'Another' } })) as unknown as Commit['events']
  for (const changed of [
    { ...last, events },
    { ...last, actor: { person: 'gov-2' as PersonId } },
  ])
    expect(check(ledger, rechain([...commits.slice(0, -1), changed]))).toContain('is not what write')
})

test('[L95] the checker finds a refused command that took effect', () => {
  expect(check(change('write', { reply: { ok: false, reason: 'forbidden' } }), commits)).toContain(
    'was refused (forbidden) and is in the log',
  )
})

test('[L95] the checker finds a commit that nobody asked for', () => {
  expect(check(ledger.slice(0, -1), commits)).toContain('was asked for by nobody')
})

test('[L95] the checker finds a gap in the revisions, and a broken chain', () => {
  expect(check(ledger, [...commits.slice(0, 2), ...commits.slice(3)])).toContain('commit 4 is in the place of 3')
  expect(check(ledger, [...commits.slice(0, -1), { ...last, at: (last.at + 1) as Commit['at'] }])).toContain(
    'the chain is broken at commit 6',
  )
})

test('[L95] the checker finds a checkpoint of another log, and one that does not give the state of the whole log', () => {
  const at = commits[3] as Commit
  const checkpoint: Checkpoint = { ...at, state: replayCommits(commits.slice(0, 4)), senders: [] }
  expect(check(ledger, commits, checkpoint)).toBe('')
  expect(check(ledger, commits, { ...checkpoint, chain: last.chain })).toContain('is of another log')
  expect(check(ledger, commits, { ...checkpoint, state: replayCommits(commits.slice(0, 3)) })).toContain('is not what the whole log gives')
})

test('[L95] the checker finds a commit that comes after one that was sent only after its confirmation', () => {
  expect(check(change('open', { sentAt: 100, answeredAt: 105 }), commits)).toContain('confirmed before it was sent')
  expect(check(change('write', { sentAt: 5, answeredAt: 22 }), commits)).toBe('')
})

test('[L95] the checker finds a screen, on any node, that shows a different state', () => {
  const state = replayCommits(commits)
  const person = state.people.all.get('gov-1' as PersonId) as Person
  const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  const screen = {
    name: 'gov-1 at a node',
    person: person.id,
    audience: { ...copy(projectAudience(state, 'public').view), presence: {} },
    own: copy(projectPerson(state, person).view),
  }
  expect(checkScreens([screen], state)).toEqual([])
  expect(checkScreens([{ ...screen, audience: { ...screen.audience, order: [] } }], state)).toEqual([
    'gov-1 at a node shows what is not in the log',
  ])
  expect(checkScreens([{ ...screen, own: {} }], state)).toHaveLength(1)
  expect(checkScreens([screen], replayCommits(commits.slice(0, -1)))).not.toEqual([])
})

test('[L95] a ledger is a set of files with one line for each event, and reads as it was written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-ledger-'))
  const file = new LedgerFile(folder, 'gov-1' as PersonId)
  const asked = { type: 'queue.close', data: {} } as Command
  file.addSent(toCommandId('close'), asked)
  file.addSent(toCommandId('lost'), asked)
  file.addAnswer(toCommandId('close'), { ok: true })
  const [closed, lost] = readLedger(folder)
  expect(closed).toMatchObject({ person: 'gov-1', command: asked, reply: { ok: true } })
  expect(closed?.answeredAt).toBeGreaterThanOrEqual(closed?.sentAt ?? Number.NaN)
  expect(lost).toMatchObject({ reply: null, answeredAt: null })
  await rm(folder, { recursive: true })
})
