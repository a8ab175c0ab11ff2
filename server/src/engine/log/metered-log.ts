import type { Log } from './log.ts'

/** Wraps a log. `onAppended` gets the duration of each successful append in seconds, and the number of commits that it stored. */
export const meterAppends = (log: Log, onAppended: (seconds: number, commits: number) => void): Log => ({
  get profile() {
    return log.profile
  },
  checkpoints: log.checkpoints,
  append: async (session, expected, commits) => {
    const startedAt = performance.now()
    await log.append(session, expected, commits)
    onAppended((performance.now() - startedAt) / 1000, commits.length)
  },
  read: (...args) => log.read(...args),
  readChain: (...args) => log.readChain(...args),
  follow: (...args) => log.follow(...args),
  delete: (session) => log.delete(session),
  close: () => log.close(),
})
