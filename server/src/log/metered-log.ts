import type { Log } from './log.ts'

/** Wraps a log. `onAppended` gets the duration of each successful append in seconds. */
export const meterAppends = (log: Log, onAppended: (seconds: number) => void): Log => ({
  profile: log.profile,
  append: async (...args) => {
    const startedAt = performance.now()
    await log.append(...args)
    onAppended((performance.now() - startedAt) / 1000)
  },
  read: (...args) => log.read(...args),
  follow: (...args) => log.follow(...args),
  delete: (session) => log.delete(session),
  close: () => log.close(),
})
