/** The contract of every log. */
import type { Log } from '@rostrum/server/engine/log/log'
import { RevisionConflictError } from '@rostrum/server/engine/log/log-errors'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'
import { watchLog } from '../support/watch-log.ts'
import { describeReads } from './contract-reads.ts'

export type LogUnderTest = {
  open(): Promise<Log>
  /** Closes the log and opens it again. Null if nothing is meant to survive that. */
  reopen: ((log: Log) => Promise<Log>) | null
  /** Changes the stored commit of a revision without the log. */
  tamper: ((session: SessionId, revision: number, change: (entry: string) => string) => Promise<void>) | null
}

let name = 0

export function describeLog(what: string, make: () => LogUnderTest): void {
  describe(`log contract: ${what}`, () => {
    const { reopen, tamper } = make()
    let under: LogUnderTest
    let log: Log
    let session: SessionId

    beforeEach(async () => {
      under = make()
      log = await under.open()
      name += 1
      session = toSessionId(`session-${process.pid}-${name}`)
    })
    afterEach(() => log.close())

    test('reports its guarantees', () => {
      expect(log.profile).toMatch(/^(memory|embedded|redis )/)
    })

    test('a session without commits is empty', async () => {
      expect(await log.read(session, revisionZero)).toEqual([])
    })

    test('returns appended commits, starting from any revision', async () => {
      const commits = makeCommitsAfter(null, 5)
      await log.append(session, revisionZero, commits.slice(0, 2))
      await log.append(session, toRevision(2), commits.slice(2))
      expect(await log.read(session, revisionZero)).toEqual(commits)
      expect(await log.read(session, toRevision(3))).toEqual(commits.slice(3))
      expect(await log.read(session, toRevision(5))).toEqual([])
    })

    test('sessions are separate', async () => {
      const other = toSessionId(`${session}x`)
      await log.append(session, revisionZero, makeCommitsAfter(null, 2, 'here'))
      await log.append(other, revisionZero, makeCommitsAfter(null, 3, 'there'))
      expect(await log.read(session, revisionZero)).toEqual(makeCommitsAfter(null, 2, 'here'))
      expect(await log.read(other, revisionZero)).toEqual(makeCommitsAfter(null, 3, 'there'))
    })

    test('a deleted session is empty, its followers are lost, and other sessions are kept', async () => {
      const other = toSessionId(`${session}y`)
      await log.append(session, revisionZero, makeCommitsAfter(null, 4, 'here'))
      await log.append(other, revisionZero, makeCommitsAfter(null, 2, 'there'))
      const lost = new Promise<Error>((lose) => log.follow(session, toRevision(4), () => undefined, lose))
      await new Promise(setImmediate)
      await log.delete(session)
      expect(await log.read(session, revisionZero)).toEqual([])
      expect(await lost).toBeInstanceOf(Error)
      expect(await log.read(other, revisionZero)).toHaveLength(2)
      await log.append(session, revisionZero, makeCommitsAfter(null, 1, 'again'))
      expect(await log.read(session, revisionZero)).toEqual(makeCommitsAfter(null, 1, 'again'))
    })

    describeReads(
      () => log,
      () => session,
    )

    test('reading beyond the head is an error, not an empty answer', async () => {
      await log.append(session, revisionZero, makeCommitsAfter(null, 2))
      await expect(log.read(session, toRevision(7))).rejects.toMatchObject({ name: 'DamagedLogError' })
    })

    test('a conflict names the head and stores nothing', async () => {
      const commits = makeCommitsAfter(null, 3)
      await log.append(session, revisionZero, commits)
      await expect(log.append(session, revisionZero, makeCommitsAfter(null, 2, 'late'))).rejects.toMatchObject({
        name: 'RevisionConflictError',
        headRevision: 3,
      })
      await expect(log.append(session, toRevision(1), makeCommitsAfter(commits[0] ?? null, 1, 'late'))).rejects.toMatchObject({
        headRevision: 3,
      })
      expect(await log.read(session, revisionZero)).toEqual(commits)
    })

    test('an append after a revision beyond the head is a conflict too', async () => {
      const commits = makeCommitsAfter(null, 4)
      await log.append(session, revisionZero, commits.slice(0, 1))
      await expect(log.append(session, toRevision(3), commits.slice(3))).rejects.toMatchObject({
        name: 'RevisionConflictError',
        headRevision: 1,
      })
      expect(await log.read(session, revisionZero)).toEqual(commits.slice(0, 1))
    })

    test('an invalid batch stores nothing', async () => {
      const [first, second, third] = makeCommitsAfter(null, 3)
      if (first === undefined || second === undefined || third === undefined) throw new Error('three were made')
      await expect(log.append(session, revisionZero, [first, third])).rejects.toThrow(/instead of 2/)
      await expect(log.append(session, revisionZero, [first, { ...second, at: third.at }])).rejects.toThrow(/not chained/)
      expect(await log.read(session, revisionZero)).toEqual([])
      await log.append(session, revisionZero, [first, second, third])
      expect(await log.read(session, revisionZero)).toEqual([first, second, third])
    })

    test('if several append at once, exactly one succeeds and the others get a conflict', async () => {
      const writers = Array.from({ length: 20 }, (_, index) => makeCommitsAfter(null, 2, `writer${index}`))
      const outcomes = await Promise.allSettled(writers.map((commits) => log.append(session, revisionZero, commits)))
      const winners = writers.filter((_, index) => outcomes[index]?.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      expect(
        outcomes
          .filter((outcome) => outcome.status === 'rejected')
          .every(({ reason }) => reason instanceof RevisionConflictError && reason.headRevision === 2),
      ).toBe(true)
      expect(await log.read(session, revisionZero)).toEqual(winners[0])
    })

    test('writers that retry after a conflict lose nothing and store nothing twice', async () => {
      const each = 25
      const write = async (label: string): Promise<void> => {
        for (let done = 0; done < each; ) {
          const last = (await log.read(session, revisionZero)).at(-1) ?? null
          try {
            await log.append(session, last?.revision ?? revisionZero, makeCommitsAfter(last, 1, `${label}-${done}`))
            done += 1
          } catch (error) {
            if (!(error instanceof RevisionConflictError)) throw error
          }
        }
      }
      await Promise.all(['a', 'b', 'c'].map(write))
      const ids = (await log.read(session, revisionZero)).map(({ command }) => command.id.replace(/-\d{12}$/, ''))
      expect(ids).toHaveLength(3 * each)
      expect(new Set(ids).size).toBe(3 * each)
    })

    test('2,000 commits come back in order', async () => {
      const commits = makeCommitsAfter(null, 2_000)
      for (let at = 0; at < commits.length; at += 50) await log.append(session, toRevision(at), commits.slice(at, at + 50))
      expect(await log.read(session, revisionZero)).toEqual(commits)
    })

    test('a follower gets every commit once and in order: earlier ones and later ones', async () => {
      const commits = makeCommitsAfter(null, 60)
      await log.append(session, revisionZero, commits.slice(0, 20))
      const watcher = watchLog(log, session, 5)
      for (let at = 20; at < 60; at += 4) await log.append(session, toRevision(at), commits.slice(at, at + 4))
      await watcher.until(60)
      expect(watcher.commits).toEqual(commits.slice(5))
      watcher.stop()
    })

    test('a follower that starts while others append misses nothing', async () => {
      const commits = makeCommitsAfter(null, 100)
      const watcher = [0, 1, 2].map(() => watchLog(log, session, 0))
      const writing = (async () => {
        for (const [at, commit] of commits.entries()) await log.append(session, toRevision(at), [commit])
      })()
      await Promise.all(watcher.map((each) => each.until(50)))
      const late = watchLog(log, session, 30)
      await writing
      await Promise.all([...watcher, late].map((each) => each.until(100)))
      for (const each of watcher) expect(each.commits).toEqual(commits)
      expect(late.commits).toEqual(commits.slice(30))
      for (const each of [...watcher, late]) each.stop()
    })

    test('a follower that has stopped gets nothing more', async () => {
      const commits = makeCommitsAfter(null, 4)
      const [gone, stays] = [watchLog(log, session, 0), watchLog(log, session, 0)]
      await log.append(session, revisionZero, commits.slice(0, 2))
      await Promise.all([gone.until(2), stays.until(2)])
      gone.stop()
      await log.append(session, toRevision(2), commits.slice(2))
      await stays.until(4)
      expect(gone.commits).toEqual(commits.slice(0, 2))
      stays.stop()
    })

    test('a follower that starts beyond the head learns that commits are missing', async () => {
      await log.append(session, revisionZero, makeCommitsAfter(null, 2))
      const error = await new Promise<Error>((resolve) => log.follow(session, toRevision(9), () => resolve(new Error('no error')), resolve))
      expect(error).toMatchObject({ name: 'DamagedLogError' })
    })

    test('an error in one follower is reported to it and affects no other', async () => {
      const other = watchLog(log, session, 0)
      const error = new Promise<Error>((resolve) =>
        log.follow(
          session,
          revisionZero,
          () => {
            throw new Error('broken screen')
          },
          resolve,
        ),
      )
      await log.append(session, revisionZero, makeCommitsAfter(null, 1))
      expect((await error).message).toBe('broken screen')
      await other.until(1)
      other.stop()
    })

    test('first answers can be repeated: the log returns command ids with their revisions', async () => {
      const commits = makeCommitsAfter(null, 30)
      await log.append(session, revisionZero, commits)
      const answers = new Map((await log.read(session, revisionZero)).map(({ command, revision }) => [command.id, revision]))
      for (const { command, revision } of commits) expect(answers.get(command.id)).toBe(revision)
    })

    test.for(reopen === null ? [] : ['a restart'])('a deleted session stays deleted across %s', async () => {
      await log.append(session, revisionZero, makeCommitsAfter(null, 3))
      await log.delete(session)
      log = (await under.reopen?.(log)) ?? log
      expect(await log.read(session, revisionZero)).toEqual([])
    })

    test.for(reopen === null ? [] : ['a restart'])('keeps all commits across %s', async () => {
      const commits = makeCommitsAfter(null, 300)
      await log.append(session, revisionZero, commits.slice(0, 299))
      log = (await under.reopen?.(log)) ?? log
      expect(await log.read(session, revisionZero)).toEqual(commits.slice(0, 299))
      await log.append(session, toRevision(299), commits.slice(299))
      expect(await log.read(session, toRevision(298))).toEqual(commits.slice(298))
    })

    const harms: Readonly<Record<string, (entry: string) => string>> = {
      'a changed letter': (entry) => entry.replace('segment-7', 'segment-8'),
      'a torn end': (entry) => entry.slice(0, -20),
      'a flipped bit of the chain': (entry) => String.fromCharCode(entry.charCodeAt(0) ^ 1) + entry.slice(1),
    }
    // A store that the test cannot reach cannot be damaged.
    test.for(tamper === null ? [] : Object.entries(harms))('%s is detected and never returned', async ([, change]) => {
      await log.append(session, revisionZero, makeCommitsAfter(null, 12))
      await under.tamper?.(session, 7, change)
      await expect(log.read(session, revisionZero)).rejects.toMatchObject({ name: 'DamagedLogError', revision: 7 })
      expect(await log.read(session, toRevision(8))).toHaveLength(4)
      const heard = await new Promise<Error | readonly Commit[]>((resolve) => log.follow(session, revisionZero, resolve, resolve))
      expect(heard).toMatchObject({ name: 'DamagedLogError', revision: 7 })
    })
  })
}
