/** What every log promises, whatever it is made of. */
import { Conflict, type Log } from '@rostrum/server/log/log'
import { noRevision, type SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commitsAfter, revisionOf, sessionOf } from '../support/commits.ts'

export type LogUnderTest = {
  open(): Promise<Log>
  /** Ends the log and opens what it kept; null where nothing is meant to outlast it. */
  reopen: ((log: Log) => Promise<Log>) | null
  /** Changes what stands in the store at a revision, behind the log's back. */
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
      session = sessionOf(`session-${process.pid}-${name}`)
    })
    afterEach(() => log.close())

    test('says what it promises', () => {
      expect(log.profile).toMatch(/^(memory|embedded|redis )/)
    })

    test('a session that nobody wrote is empty', async () => {
      expect(await log.read(session, noRevision)).toEqual([])
    })

    test('gives back what was appended, from any revision on', async () => {
      const commits = commitsAfter(null, 5)
      await log.append(session, noRevision, commits.slice(0, 2))
      await log.append(session, revisionOf(2), commits.slice(2))
      expect(await log.read(session, noRevision)).toEqual(commits)
      expect(await log.read(session, revisionOf(3))).toEqual(commits.slice(3))
      expect(await log.read(session, revisionOf(5))).toEqual([])
    })

    test('sessions do not meet', async () => {
      const other = sessionOf(`${session}x`)
      await log.append(session, noRevision, commitsAfter(null, 2, 'here'))
      await log.append(other, noRevision, commitsAfter(null, 3, 'there'))
      expect(await log.read(session, noRevision)).toEqual(commitsAfter(null, 2, 'here'))
      expect(await log.read(other, noRevision)).toEqual(commitsAfter(null, 3, 'there'))
    })

    test('forgotten, a session is empty, whoever follows it has lost it, and others stay', async () => {
      const other = sessionOf(`${session}y`)
      await log.append(session, noRevision, commitsAfter(null, 4, 'here'))
      await log.append(other, noRevision, commitsAfter(null, 2, 'there'))
      const lost = new Promise<Error>((lose) => log.follow(session, revisionOf(4), () => undefined, lose))
      await new Promise(setImmediate)
      await log.forget(session)
      expect(await log.read(session, noRevision)).toEqual([])
      expect(await lost).toBeInstanceOf(Error)
      expect(await log.read(other, noRevision)).toHaveLength(2)
      await log.append(session, noRevision, commitsAfter(null, 1, 'anew'))
      expect(await log.read(session, noRevision)).toEqual(commitsAfter(null, 1, 'anew'))
    })

    test('reading beyond the tip is a fault, not an empty answer', async () => {
      await log.append(session, noRevision, commitsAfter(null, 2))
      await expect(log.read(session, revisionOf(7))).rejects.toMatchObject({ name: 'Damaged' })
    })

    test('a conflict names the tip and leaves nothing', async () => {
      const commits = commitsAfter(null, 3)
      await log.append(session, noRevision, commits)
      await expect(log.append(session, noRevision, commitsAfter(null, 2, 'late'))).rejects.toMatchObject({ name: 'Conflict', tip: 3 })
      await expect(log.append(session, revisionOf(1), commitsAfter(commits[0] ?? null, 1, 'late'))).rejects.toMatchObject({ tip: 3 })
      expect(await log.read(session, noRevision)).toEqual(commits)
    })

    test('an append from beyond the tip is a conflict too', async () => {
      const commits = commitsAfter(null, 4)
      await log.append(session, noRevision, commits.slice(0, 1))
      await expect(log.append(session, revisionOf(3), commits.slice(3))).rejects.toMatchObject({ name: 'Conflict', tip: 1 })
      expect(await log.read(session, noRevision)).toEqual(commits.slice(0, 1))
    })

    test('a batch with a fault in it leaves nothing', async () => {
      const [first, second, third] = commitsAfter(null, 3)
      if (first === undefined || second === undefined || third === undefined) throw new Error('three were made')
      await expect(log.append(session, noRevision, [first, third])).rejects.toThrow(/stands where 2 belongs/)
      await expect(log.append(session, noRevision, [first, { ...second, at: third.at }])).rejects.toThrow(/not chained/)
      expect(await log.read(session, noRevision)).toEqual([])
      await log.append(session, noRevision, [first, second, third])
      expect(await log.read(session, noRevision)).toEqual([first, second, third])
    })

    test('of writers that come at once exactly one wins, and the others are told', async () => {
      const writers = Array.from({ length: 20 }, (_, index) => commitsAfter(null, 2, `writer${index}`))
      const outcomes = await Promise.allSettled(writers.map((commits) => log.append(session, noRevision, commits)))
      const winners = writers.filter((_, index) => outcomes[index]?.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      expect(
        outcomes.filter((outcome) => outcome.status === 'rejected').every(({ reason }) => reason instanceof Conflict && reason.tip === 2),
      ).toBe(true)
      expect(await log.read(session, noRevision)).toEqual(winners[0])
    })

    test('writers that read and try again on conflict lose and double nothing', async () => {
      const each = 25
      const write = async (label: string): Promise<void> => {
        for (let done = 0; done < each; ) {
          const last = (await log.read(session, noRevision)).at(-1) ?? null
          try {
            await log.append(session, last?.revision ?? noRevision, commitsAfter(last, 1, `${label}-${done}`))
            done += 1
          } catch (error) {
            if (!(error instanceof Conflict)) throw error
          }
        }
      }
      await Promise.all(['a', 'b', 'c'].map(write))
      const ids = (await log.read(session, noRevision)).map(({ command }) => command.id.replace(/-\d{12}$/, ''))
      expect(ids).toHaveLength(3 * each)
      expect(new Set(ids).size).toBe(3 * each)
    })

    test('2,000 commits come back in order', async () => {
      const commits = commitsAfter(null, 2_000)
      for (let at = 0; at < commits.length; at += 50) await log.append(session, revisionOf(at), commits.slice(at, at + 50))
      expect(await log.read(session, noRevision)).toEqual(commits)
    })

    test('a follower gets every commit once and in order: those before, and those after', async () => {
      const commits = commitsAfter(null, 60)
      await log.append(session, noRevision, commits.slice(0, 20))
      const seen = watch(log, session, 5)
      for (let at = 20; at < 60; at += 4) await log.append(session, revisionOf(at), commits.slice(at, at + 4))
      await seen.until(60)
      expect(seen.commits).toEqual(commits.slice(5))
      seen.stop()
    })

    test('a follower that begins while others write misses nothing', async () => {
      const commits = commitsAfter(null, 100)
      const seen = [0, 1, 2].map(() => watch(log, session, 0))
      const writing = (async () => {
        for (const [at, commit] of commits.entries()) await log.append(session, revisionOf(at), [commit])
      })()
      await Promise.all(seen.map((each) => each.until(50)))
      const late = watch(log, session, 30)
      await writing
      await Promise.all([...seen, late].map((each) => each.until(100)))
      for (const each of seen) expect(each.commits).toEqual(commits)
      expect(late.commits).toEqual(commits.slice(30))
      for (const each of [...seen, late]) each.stop()
    })

    test('a follower that stopped hears nothing more', async () => {
      const commits = commitsAfter(null, 4)
      const [gone, stays] = [watch(log, session, 0), watch(log, session, 0)]
      await log.append(session, noRevision, commits.slice(0, 2))
      await Promise.all([gone.until(2), stays.until(2)])
      gone.stop()
      await log.append(session, revisionOf(2), commits.slice(2))
      await stays.until(4)
      expect(gone.commits).toEqual(commits.slice(0, 2))
      stays.stop()
    })

    test('one that follows from beyond the tip is told that commits are missing', async () => {
      await log.append(session, noRevision, commitsAfter(null, 2))
      const why = await new Promise<Error>((resolve) => log.follow(session, revisionOf(9), () => resolve(new Error('told')), resolve))
      expect(why).toMatchObject({ name: 'Damaged' })
    })

    test('a fault in one follower is said to it and harms no other', async () => {
      const other = watch(log, session, 0)
      const why = new Promise<Error>((resolve) =>
        log.follow(
          session,
          noRevision,
          () => {
            throw new Error('broken screen')
          },
          resolve,
        ),
      )
      await log.append(session, noRevision, commitsAfter(null, 1))
      expect((await why).message).toBe('broken screen')
      await other.until(1)
      other.stop()
    })

    test('the first answers can be told again: the ids of commands come back with their revisions', async () => {
      const commits = commitsAfter(null, 30)
      await log.append(session, noRevision, commits)
      const answers = new Map((await log.read(session, noRevision)).map(({ command, revision }) => [command.id, revision]))
      for (const { command, revision } of commits) expect(answers.get(command.id)).toBe(revision)
    })

    test.for(reopen === null ? [] : ['a restart'])('what was forgotten stays so over %s', async () => {
      await log.append(session, noRevision, commitsAfter(null, 3))
      await log.forget(session)
      log = (await under.reopen?.(log)) ?? log
      expect(await log.read(session, noRevision)).toEqual([])
    })

    test.for(reopen === null ? [] : ['a restart'])('keeps all over %s', async () => {
      const commits = commitsAfter(null, 300)
      await log.append(session, noRevision, commits.slice(0, 299))
      log = (await under.reopen?.(log)) ?? log
      expect(await log.read(session, noRevision)).toEqual(commits.slice(0, 299))
      await log.append(session, revisionOf(299), commits.slice(299))
      expect(await log.read(session, revisionOf(298))).toEqual(commits.slice(298))
    })

    const harms: Readonly<Record<string, (entry: string) => string>> = {
      'a changed letter': (entry) => entry.replace('segment-7', 'segment-8'),
      'a torn end': (entry) => entry.slice(0, -20),
      'a flipped bit of the chain': (entry) => String.fromCharCode(entry.charCodeAt(0) ^ 1) + entry.slice(1),
    }
    // What nobody can reach into cannot be harmed.
    test.for(tamper === null ? [] : Object.entries(harms))('%s is found and never shown', async ([, change]) => {
      await log.append(session, noRevision, commitsAfter(null, 12))
      await under.tamper?.(session, 7, change)
      await expect(log.read(session, noRevision)).rejects.toMatchObject({ name: 'Damaged', revision: 7 })
      expect(await log.read(session, revisionOf(8))).toHaveLength(4)
      const heard = await new Promise<Error | readonly Commit[]>((resolve) => log.follow(session, noRevision, resolve, resolve))
      expect(heard).toMatchObject({ name: 'Damaged', revision: 7 })
    })
  })
}

type Watched = { readonly commits: readonly Commit[]; until(revision: number): Promise<void>; stop(): void }

/** Follows a session; `until` resolves when a revision was seen and rejects when the follower was lost. */
export function watch(log: Log, session: SessionId, since: number): Watched {
  const commits: Commit[] = []
  const waiting = new Set<() => void>()
  let failed: Error | null = null
  const wake = () => {
    for (const each of waiting) each()
  }
  const stop = log.follow(
    session,
    revisionOf(since),
    (told) => {
      commits.push(...told)
      wake()
    },
    (why) => {
      failed = why
      wake()
    },
  )
  const until = (revision: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (failed !== null) reject(failed)
        else if ((commits.at(-1)?.revision ?? 0) >= revision) resolve()
        else return
        waiting.delete(look)
      }
      waiting.add(look)
      look()
    })
  return { commits, until, stop }
}
