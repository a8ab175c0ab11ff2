/** Checkpoints of a session: those that a start trusts, and those that it does not. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'
import type { Log } from '@rostrum/server/engine/log/log'
import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { advanceCheckpoint, decodeCheckpoint, encodeCheckpoint, loadCheckpoint } from '@rostrum/server/engine/session/checkpoint'
import { Checkpointer } from '@rostrum/server/engine/session/checkpointer'
import type { Session } from '@rostrum/server/engine/session/session'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { delegateLog } from '../support/delegate-log.ts'
import { execute, loadSession, loadSessionWithPeople, MemoryLogger, padId, sessionId } from '../support/session-harness.ts'

let folder: string
let log: Log
const checkpointers: Checkpointer[] = []
const sessions: Session[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-checkpoint-'))
  log = openLmdbLog(await LmdbEnvironment.open(folder))
})
afterEach(async () => {
  vi.useRealTimers()
  for (const checkpointer of checkpointers.splice(0)) await checkpointer.stop()
  for (const session of sessions.splice(0)) await session.close()
  await log.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async (on = log): Promise<Session> => {
  const session = await loadSession(on)
  sessions.push(session)
  return session
}
/** Plays a session with a few commits. */
const play = async (): Promise<Session> => {
  const session = await loadSessionWithPeople(log)
  sessions.push(session)
  await execute(session, 'chair', 'session.open', {}, 'opened')
  await execute(session, 'chair', 'queue.open', {})
  await execute(session, 'gov-1', 'queue.join', { kind: 'intervention', topic: null }, 'joined')
  return session
}
/** Wraps the log, and notes from which revision commits were read. */
const watchReads = () => {
  const reads: number[] = []
  const watched = delegateLog(log, {
    read: (session, since, limit) => {
      reads.push(since)
      return log.read(session, since, limit)
    },
  })
  return { reads, watched }
}
const load = async () => (await log.checkpoints?.load(sessionId)) ?? ''

test('[L70] a session opened from its checkpoint is the same, and reads only the commits after it', async () => {
  const session = await play()
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  const { revision } = session
  await execute(session, 'gov-2', 'queue.join', { kind: 'intervention', topic: null })
  const { reads, watched } = watchReads()
  const again = await open(watched)
  expect([again.startedFrom, again.revision, reads[0]]).toEqual([revision, session.revision, revision])
  expect(again.state).toEqual(session.state)
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  expect((await loadCheckpoint(log, sessionId, new MemoryLogger())).revision).toBe(session.revision)
})

test('[L1, L2, L70] first answers are kept, and an id belongs to the person who used it', async () => {
  await play()
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  const again = await open()
  const { revision } = again
  expect(await execute(again, 'gov-1', 'queue.join', { kind: 'intervention', topic: null }, 'joined')).toEqual({ ok: true })
  expect(await execute(again, 'gov-2', 'queue.join', { kind: 'intervention', topic: null }, 'joined')).toEqual({
    ok: false,
    reason: 'malformed',
  })
  expect(again.revision).toBe(revision)
})

test('[X79] the digest of a command is known to another node, from the log and from a checkpoint; a commit without one has any as its repeat', async () => {
  const session = await play()
  const sent = { id: padId('announced'), type: 'cues.announce', data: { to: 'everyone', text: 'Tea' } } as const
  const other = await open()
  const send = (on: Session, digest?: string) => on.execute({ person: 'chair' as PersonId }, sent, digest)
  expect(await send(session, 'one')).toEqual({ ok: true })
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  const fromCheckpoint = await open()
  expect(fromCheckpoint.startedFrom).toBe(session.revision)
  for (const node of [session, other, fromCheckpoint]) {
    expect(await Promise.all([send(node, 'one'), send(node, 'two'), send(node)])).toEqual([
      { ok: true },
      { ok: false, reason: 'id-taken' },
      { ok: true },
    ])
    const joined = { id: padId('joined'), type: 'queue.join', data: { kind: 'intervention', topic: null } } as const
    expect(await node.execute({ person: 'gov-1' as PersonId }, joined, 'any')).toEqual({ ok: true })
  }
})

test('[L70] a checkpoint of another program, a changed one, a torn one or one of another history is not trusted', async () => {
  const session = await play()
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  const text = await load()
  const checkpoint = decodeCheckpoint(text)
  if (checkpoint === null) throw new Error('it was made by this program')
  expect((await loadCheckpoint(log, sessionId, new MemoryLogger())).revision).toBe(session.revision)
  const wrong = [
    '',
    text.slice(0, -1),
    text.slice(0, 64),
    `x${text.slice(1)}`,
    text.replace('gov-1', 'gov-7'),
    encodeCheckpoint({ ...checkpoint, chain: 'f'.repeat(64) }),
    encodeCheckpoint({ ...checkpoint, revision: (checkpoint.revision + 1) as typeof checkpoint.revision }),
    encodeCheckpoint({ ...checkpoint, revision: (checkpoint.revision - 1) as typeof checkpoint.revision }),
  ]
  for (const one of wrong) {
    await log.checkpoints?.save(sessionId, one)
    expect([one.slice(0, 70), (await loadCheckpoint(log, sessionId, new MemoryLogger())).revision]).toEqual([
      one.slice(0, 70),
      revisionZero,
    ])
    expect((await open()).state).toEqual(session.state)
  }
})

test('[L70] a checkpoint that cannot be read does not prevent a session from opening, and is reported', async () => {
  const session = await play()
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  const files = join(folder, 'checkpoints')
  const [file = ''] = await readdir(files)
  await rm(join(files, file))
  await mkdir(join(files, file))
  const logger = new MemoryLogger()
  const again = await loadSession(log, logger)
  sessions.push(again)
  expect([again.startedFrom, again.state]).toEqual([revisionZero, session.state])
  expect(logger.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', message: 'a checkpoint cannot be read; the whole log is replayed' }),
  )
})

test('[L70] the thread makes a checkpoint after a number of commits, while the session goes on', async () => {
  const session = await play()
  const logger = new MemoryLogger()
  const storage = { data: folder, redisUrl: null, redisSentinels: null, redisVolatile: false }
  checkpointers.push(new Checkpointer(session, { log, storage, logger, every: 5, calm: 10 }))
  for (let index = 0; index < 40; index += 1) {
    await execute(session, 'chair', 'queue.close', {})
    await execute(session, 'chair', 'queue.open', {})
  }
  await expect.poll(async () => (await loadCheckpoint(log, sessionId, new MemoryLogger())).revision, { timeout: 20_000 }).toBeGreaterThan(5)
  expect(logger.lines).toEqual([])
  const again = await open()
  expect(again.startedFrom).toBeGreaterThan(5)
  expect(again.state).toEqual(session.state)
})

test('[L70] in a storm the thread waits until it is calm, but not forever', async () => {
  const session = await play()
  const storage = { data: folder, redisUrl: null, redisSentinels: null, redisVolatile: false }
  // This test decides how many commits come in the calm time. The speed of the machine does not.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  checkpointers.push(new Checkpointer(session, { log, storage, logger: new MemoryLogger(), every: 50, calm: 1_000 }))
  const storm = async (until: number) => {
    for (let turn = 0; session.revision < until; turn += 1)
      await execute(session, 'chair', turn % 2 === 0 ? 'queue.close' : 'queue.open', {})
    vi.advanceTimersByTime(1_000)
  }
  const made = async () => (await loadCheckpoint(log, sessionId, new MemoryLogger())).revision
  await storm(120)
  await storm(190)
  expect(await made()).toBe(revisionZero)
  await storm(260)
  vi.useRealTimers()
  await expect.poll(made, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
  expect(await made()).toBeGreaterThanOrEqual(200)
})

test('[L70] a thread that fails is reported, and nothing else happens', async () => {
  const session = await play()
  const logger = new MemoryLogger()
  const storage = { data: join(folder, 'nowhere'), redisUrl: null, redisSentinels: null, redisVolatile: false }
  checkpointers.push(new Checkpointer(session, { log, storage, logger, every: 2, calm: 10 }))
  await expect.poll(() => logger.lines.map(({ message }) => message), { timeout: 20_000 }).toEqual(['a checkpoint could not be made'])
  expect(await execute(session, 'chair', 'queue.close', {})).toEqual({ ok: true })
})

test('[L71] damage before the checkpoint is found after the start, and commands are then refused', async () => {
  const session = await play()
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  await session.close()
  await log.close()
  const environment = await LmdbEnvironment.open(folder)
  const entries = environment.open<string, [string, number]>('log', 'string')
  await entries.put([sessionId, 2], (entries.get([sessionId, 2]) ?? '').replace('gov-1', 'gov-7'))
  log = openLmdbLog(environment)
  const again = await open()
  expect([again.fault, again.state]).toEqual([null, session.state])
  const logger = new MemoryLogger()
  checkpointers.push(
    new Checkpointer(again, { log, storage: { data: folder, redisUrl: null, redisSentinels: null, redisVolatile: false }, logger }),
  )
  await expect.poll(() => again.fault?.reason).toBe('damaged')
  expect(await execute(again, 'chair', 'queue.close', {})).toEqual({ ok: false, reason: 'unavailable' })
})

test('[S10, L70] nothing of a deleted session is left in a checkpoint', async () => {
  const session = await play()
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  const files = join(folder, 'checkpoints')
  const [file = ''] = await readdir(files)
  expect(await readFile(join(files, file), 'utf8')).toContain('gov-1')
  await writeFile(join(files, `${file}.new`), 'torn')
  await session.close()
  await log.delete(sessionId)
  expect(await readdir(files)).toEqual([])
  await advanceCheckpoint(log, sessionId, new MemoryLogger())
  expect(await readdir(files)).toEqual([])
})

test('[L70] no checkpoint is made if the log ends with the process', async () => {
  const memory = openMemoryLog()
  await loadSessionWithPeople(memory)
  await advanceCheckpoint(memory, sessionId, new MemoryLogger())
  expect((await loadCheckpoint(memory, 'another' as SessionId, new MemoryLogger())).revision).toBe(revisionZero)
})
