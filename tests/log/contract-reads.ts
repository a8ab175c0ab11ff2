/** The contract of every log for a start: reading in parts, the chain of one commit, and checkpoints. */
import type { Log } from '@rostrum/server/engine/log/log'
import type { SessionId } from '@rostrum/shared/contract/ids'
import { revisionZero } from '@rostrum/shared/kernel/revision'
import { expect, test } from 'vitest'
import { makeCommitsAfter, toRevision, toSessionId } from '../support/commits.ts'

export function describeReads(getLog: () => Log, getSession: () => SessionId): void {
  test('returns a limited number of commits, and continues from there', async () => {
    const commits = makeCommitsAfter(null, 7)
    await getLog().append(getSession(), revisionZero, commits)
    expect(await getLog().read(getSession(), revisionZero, 3)).toEqual(commits.slice(0, 3))
    expect(await getLog().read(getSession(), toRevision(3), 3)).toEqual(commits.slice(3, 6))
    expect(await getLog().read(getSession(), toRevision(6), 3)).toEqual(commits.slice(6))
    expect(await getLog().read(getSession(), toRevision(7), 3)).toEqual([])
  })

  test('returns the chain of a stored commit, and null otherwise', async () => {
    const commits = makeCommitsAfter(null, 2)
    await getLog().append(getSession(), revisionZero, commits)
    expect([await getLog().readChain(getSession(), toRevision(2)), await getLog().readChain(getSession(), toRevision(3))]).toEqual([
      commits[1]?.chain,
      null,
    ])
    expect(await getLog().readChain(toSessionId('none'), toRevision(1))).toBeNull()
  })

  test('[L70] keeps a checkpoint of each session until it is replaced or the session is deleted', async () => {
    const { checkpoints } = getLog()
    if (checkpoints === null) return expect(getLog().profile).toBe('memory')
    await getLog().append(getSession(), revisionZero, makeCommitsAfter(null, 2))
    expect(await checkpoints.load(getSession())).toBeNull()
    await checkpoints.save(getSession(), 'one')
    await checkpoints.save(toSessionId(`${getSession()}z`), 'of another')
    await checkpoints.save(getSession(), 'é\u0000two'.repeat(100_000))
    expect(await checkpoints.load(getSession())).toBe('é\u0000two'.repeat(100_000))
    await getLog().delete(getSession())
    expect([await checkpoints.load(getSession()), await checkpoints.load(toSessionId(`${getSession()}z`))]).toEqual([null, 'of another'])
    await checkpoints.delete(toSessionId(`${getSession()}z`))
    expect(await checkpoints.load(toSessionId(`${getSession()}z`))).toBeNull()
  })
}
