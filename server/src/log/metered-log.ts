import type { Log } from './log.ts'

/** The same log; `appended` is told how many seconds each append took that was stored. */
export const timed = (log: Log, appended: (seconds: number) => void): Log => ({
  profile: log.profile,
  append: async (...what) => {
    const began = performance.now()
    await log.append(...what)
    appended((performance.now() - began) / 1000)
  },
  read: (...what) => log.read(...what),
  follow: (...what) => log.follow(...what),
  forget: (session) => log.forget(session),
  close: () => log.close(),
})
