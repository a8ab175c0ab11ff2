/** Follows a log in a test, and waits for its commits. */
import type { Log } from '@rostrum/server/engine/log/log'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Commit } from '@rostrum/shared/contract/registry'
import { toRevision } from './commits.ts'

type LogWatcher = {
  readonly commits: readonly Commit[]
  until(revision: number): Promise<void>
  readonly lost: Promise<Error>
  stop(): void
}

/** Follows a session. `until` resolves when a revision has arrived. It rejects when the follower is lost, with the reason from `lost`. */
export function watchLog(log: Log, session: SessionId, since: number, onHearing?: (silence: Error | null) => void): LogWatcher {
  const commits: Commit[] = []
  const waiting = new Set<() => void>()
  let failed: Error | null = null
  let lose: (reason: Error) => void = () => undefined
  const lost = new Promise<Error>((resolve) => {
    lose = resolve
  })
  const wakeAll = () => {
    for (const each of waiting) each()
  }
  const stop = log.follow(
    session,
    toRevision(since),
    (added) => {
      commits.push(...added)
      wakeAll()
    },
    (error) => {
      failed = error
      lose(error)
      wakeAll()
    },
    onHearing,
  )
  const until = (revision: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (failed !== null) reject(failed)
        else if ((commits.at(-1)?.revision ?? 0) >= revision) resolve()
        else return
        waiting.delete(check)
      }
      waiting.add(check)
      check()
    })
  return { commits, until, lost, stop }
}
