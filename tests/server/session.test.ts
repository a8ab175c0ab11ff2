/** The session executes commands in one order, repeats first answers, and publishes only what is stored. */

import { chainCommits, emptyChain } from '@rostrum/server/engine/log/chain'
import type { Log } from '@rostrum/server/engine/log/log'
import { StorageUnavailableError } from '@rostrum/server/engine/log/log-errors'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import type { StateChange } from '@rostrum/server/engine/session/change-listeners'
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { noChange } from '@rostrum/shared/kernel/decision'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import type { Instant } from '@rostrum/shared/kernel/time'
import { describe, expect, test } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'
import { allPeople } from '../support/fixtures.ts'
import { createLog, execute, loadSession, loadSessionWithPeople, MemoryLogger, padId, sessionId } from '../support/session-harness.ts'

const joinData = { kind: 'intervention', topic: null } as const
const accepted = { ok: true }

const openSessionAndQueue = async (log: Log = openMemoryLog()) => {
  const session = await loadSessionWithPeople(log)
  await execute(session, 'chair', 'session.open', {})
  await execute(session, 'chair', 'queue.open', {})
  return session
}

describe('repeats', () => {
  test('[L1] a repeated command takes effect once and gets the first answer', async () => {
    const session = await openSessionAndQueue()
    const before = session.revision
    const answers = await Promise.all([1, 2, 3].map(() => execute(session, 'gov-1', 'queue.join', joinData, 'same')))
    expect(answers).toEqual([accepted, accepted, accepted])
    expect(await execute(session, 'gov-1', 'queue.join', joinData, 'same')).toEqual(accepted)
    expect(session.revision).toBe(before + 1)
  })

  test('[L1] a refusal is repeated unchanged, even if the state has changed since', async () => {
    const session = await loadSessionWithPeople(openMemoryLog())
    expect(await execute(session, 'gov-1', 'queue.join', joinData, 'early')).toEqual({ ok: false, reason: 'session-not-open' })
    await execute(session, 'chair', 'session.open', {})
    await execute(session, 'chair', 'queue.open', {})
    expect(await execute(session, 'gov-1', 'queue.join', joinData, 'early')).toEqual({ ok: false, reason: 'session-not-open' })
  })

  test('[L1] a refusal is repeated unchanged even if everything is decided in one group', async () => {
    const session = await openSessionAndQueue()
    await execute(session, 'chair', 'queue.close', {})
    const before = session.revision
    const refused = { ok: false, reason: 'list-closed' }
    const join = () => execute(session, 'gov-1', 'queue.join', joinData, 'same')
    const foreign = () => execute(session, 'gov-2', 'queue.join', joinData, 'same')
    const answers = await Promise.all([join(), execute(session, 'chair', 'queue.open', {}), join(), foreign()])
    expect(answers).toEqual([refused, accepted, refused, { ok: false, reason: 'malformed' }])
    expect(session.revision).toBe(before + 1)
  })

  test('[L1] first answers are restored from the log after a restart', async () => {
    const log = openMemoryLog()
    const session = await openSessionAndQueue(log)
    await execute(session, 'gov-1', 'queue.join', joinData, 'before')
    await session.close()
    const again = await loadSession(log)
    expect(again.state).toEqual(session.state)
    expect(await execute(again, 'gov-1', 'queue.join', joinData, 'before')).toEqual(accepted)
    expect(again.revision).toBe(session.revision)
  })

  test('[L1, L3] a node that has not heard of the first command yet gives the same answer despite its old state', async () => {
    const memory = openMemoryLog()
    const first = await openSessionAndQueue(memory)
    const silent = delegateLog(memory, { follow: () => () => undefined })
    const second = await loadSession(silent)
    expect(await execute(first, 'gov-1', 'queue.join', joinData, 'same')).toEqual(accepted)
    expect(await execute(second, 'gov-1', 'queue.join', joinData, 'same')).toEqual(accepted)
    expect(await execute(first, 'gov-1', 'queue.withdraw', { entry: padId('same') as never }, 'out')).toEqual(accepted)
    expect(await execute(second, 'gov-1', 'queue.join', joinData, 'again')).toEqual(accepted)
    expect(await execute(first, 'gov-1', 'queue.withdraw', { entry: padId('again') as never }, 'out-again')).toEqual(accepted)
    expect(await execute(second, 'gov-1', 'queue.withdraw', { entry: padId('again') as never }, 'out-again')).toEqual(accepted)
  })

  test('[L2] an id that another person has used is refused, and changes nothing of that person’s', async () => {
    const session = await openSessionAndQueue()
    await execute(session, 'gov-1', 'queue.join', joinData, 'mine')
    const { state } = session
    expect(await execute(session, 'civil-1', 'queue.join', joinData, 'mine')).toEqual({ ok: false, reason: 'malformed' })
    const both = await Promise.all([
      execute(session, 'gov-2', 'queue.join', joinData, 'ours'),
      execute(session, 'private-1', 'queue.join', joinData, 'ours'),
    ])
    expect(both).toEqual([accepted, { ok: false, reason: 'malformed' }])
    expect([...session.state.queue.entries]).toEqual(expect.arrayContaining([...state.queue.entries]))
  })
})

describe('one order', () => {
  test('[L3, E18] a decision without events takes effect once, in a certain state, and never if nothing can be stored', async () => {
    const memory = openMemoryLog()
    const first = await openSessionAndQueue(memory)
    let down = false
    const append: Log['append'] = (...given) => (down ? Promise.reject(new StorageUnavailableError('no disk')) : memory.append(...given))
    const second = await loadSession(delegateLog(memory, { follow: () => () => undefined, append }))
    const [seen, effects]: [number[], number[]] = [[], []]
    const decide = (id: string) =>
      second.executeDecision({ person: 'civil-1' as PersonId }, padId(id), 'sense.respond', ({ queue: { entries } }) => {
        seen.push(entries.size)
        return { ...noChange, settle: () => (effects.push(entries.size) > 0 ? { ok: true } : { ok: false, reason: 'malformed' }) }
      })
    await execute(first, 'gov-1', 'queue.join', joinData)
    const both = [decide('one'), execute(second, 'gov-2', 'queue.join', joinData)]
    expect([await Promise.all(both), seen, effects]).toEqual([[accepted, accepted], [0, 1], [1]])
    down = true
    const unavailable = { ok: false, reason: 'unavailable' }
    expect(await Promise.all([execute(second, 'civil-1', 'queue.join', joinData), decide('two')])).toEqual([unavailable, unavailable])
    expect(effects).toEqual([1])
  })

  test('[L3] a change is published after it is stored and before it is answered', async () => {
    const memory = openMemoryLog()
    const seen: string[] = []
    const log: Log = {
      ...delegateLog(memory),
      append: async (id, expected, commits) => {
        await memory.append(id, expected, commits)
        // Like a disk, this takes longer than anything that is already in memory.
        await new Promise((resolve) => setImmediate(resolve))
        seen.push(...commits.map(({ command }) => `stored ${command.id}`))
      },
    }
    const session = await openSessionAndQueue(log)
    seen.length = 0
    session.onChange(() => seen.push('published'))
    await execute(session, 'gov-1', 'queue.join', joinData, 'join').then(() => seen.push('answered'))
    expect(seen).toEqual([`stored ${padId('join')}`, 'published', 'answered'])
  })

  test('[L3] two nodes that decide at once produce one order without gaps, and both see it', async () => {
    const log = await createLog(openMemoryLog())
    const [one, two] = await Promise.all([loadSession(log), loadSession(log)])
    await one.admit(allPeople, 'everybody' as CommandId)
    await execute(one, 'chair', 'session.open', {})
    await execute(one, 'chair', 'queue.open', {})
    const participants = allPeople.filter(({ role }) => role === 'participant').map(({ person }) => person)
    const answers = await Promise.all(participants.map((person, index) => execute(index % 2 ? one : two, person, 'queue.join', joinData)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const commits = await log.read(sessionId, revisionZero)
    expect(commits.map(({ revision }) => revision)).toEqual(commits.map((_, index) => index + 1))
    await expect.poll(() => [one.revision, two.revision]).toEqual([commits.length, commits.length])
    expect(two.state).toEqual(one.state)
    expect([...one.state.queue.entries.keys()]).toHaveLength(participants.length)
  })

  test('[L4] if two of the staff act at the same time, one gets a conflict', async () => {
    const session = await openSessionAndQueue()
    for (const person of ['gov-1', 'civil-1', 'private-1']) await execute(session, person, 'queue.join', joinData, person)
    const next = session.state.queue.order[0]?.entry ?? null
    const other = session.state.queue.order[1]?.entry
    const press = (by: string, entry: unknown) =>
      execute(session, by, 'floor.call', { entry: entry as never, expectedCurrent: null, expectedNext: next })
    const answers = await Promise.all([press('chair', next), press('desk', other), press('desk', next)])
    expect(answers).toEqual([accepted, { ok: false, reason: 'conflict' }, accepted])
    expect(session.state.floor.past).toHaveLength(0)
  })

  test('[L121] a command is refused if the right to it was withdrawn while it waited, on this node or another', async () => {
    const log = openMemoryLog()
    const session = await openSessionAndQueue(log)
    const deaf = await loadSession(delegateLog(log, { follow: () => () => undefined }))
    const answers = await Promise.all([
      execute(session, 'chair', 'people.revoke', { person: 'gov-1' as never }),
      execute(session, 'gov-1', 'queue.join', joinData),
    ])
    expect(answers).toEqual([accepted, { ok: false, reason: 'person-revoked' }])
    expect(await execute(deaf, 'gov-1', 'queue.join', joinData)).toEqual({ ok: false, reason: 'person-revoked' })
    expect([...session.state.queue.entries.keys()]).toEqual([])
  })
})

describe('when commands cannot be stored', () => {
  test('[L5] answers unavailable, publishes nothing, and goes on when storage works again', async () => {
    const memory = openMemoryLog()
    let down = false
    const log: Log = {
      ...delegateLog(memory),
      append: (...given) => (down ? Promise.reject(new StorageUnavailableError('no disk')) : memory.append(...given)),
    }
    const logger = new MemoryLogger()
    const session = await loadSessionWithPeople(log, logger)
    const changes: StateChange[] = []
    session.onChange((advance) => changes.push(advance))
    down = true
    const { state, revision } = session
    expect(await execute(session, 'chair', 'session.open', {}, 'open')).toEqual({ ok: false, reason: 'unavailable' })
    expect([session.state, session.revision, changes.length]).toEqual([state, revision, 0])
    expect(session.state).toBe(state)
    down = false
    expect(await execute(session, 'chair', 'session.open', {}, 'open')).toEqual(accepted)
    expect(session.state.session.phase).toBe('open')
  })

  /** Opens a session on a log whose reads `read` changes. The session then learns that the log can no longer be followed. */
  const recover = async (read: (commits: readonly Commit[]) => readonly Commit[]) => {
    const memory = openMemoryLog()
    let lose: (reason: Error) => void = () => undefined
    let isChanged = false
    const log: Log = {
      ...delegateLog(memory),
      read: async (session, since) => {
        const commits = await memory.read(session, since)
        return isChanged ? read(commits) : commits
      },
      follow: (_session, _since, _on, lost) => {
        lose = lost
        return () => undefined
      },
    }
    const logger = new MemoryLogger()
    const session = await loadSessionWithPeople(log, logger)
    await execute(session, 'chair', 'session.open', {})
    const changes: StateChange[] = []
    session.onChange((advance) => changes.push(advance))
    isChanged = true
    lose(new Error('the connection was lost'))
    await expect.poll(() => changes.some(({ reset }) => reset)).toBe(true)
    await session.close()
    return { session, hasReported: logger.lines.some(({ level, message }) => level === 'error' && message.includes('confirmed')) }
  }

  test('[L6] a log that lost confirmed commits is reported as an error, and everybody gets the state again', async () => {
    const { session, hasReported } = await recover((commits) => commits.slice(0, -1))
    expect(session.state.session.phase).toBe('planned')
    expect(hasReported).toBe(true)
  })

  test('[L92] the loss is reported even if other nodes have since written the same number again', async () => {
    const replaced = await recover((commits) =>
      chainCommits(
        emptyChain,
        commits.map(({ chain: _chain, ...commit }) => ({ ...commit, at: (commit.at + (commit.revision > 2 ? 5 : 0)) as Instant })),
      ),
    )
    expect(replaced.hasReported).toBe(true)
    const whole = await recover((commits) => commits)
    expect(whole.hasReported).toBe(false)
  })
})
