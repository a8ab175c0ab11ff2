/** A plain object with the methods of a log. A test replaces some of them. */
import type { Log } from '@rostrum/server/engine/log/log'

export const delegateLog = (log: Log, change: Partial<Log> = {}): Log => ({
  profile: log.profile,
  checkpoints: log.checkpoints,
  append: (...given) => log.append(...given),
  read: (...given) => log.read(...given),
  readChain: (...given) => log.readChain(...given),
  follow: (...given) => log.follow(...given),
  delete: (...given) => log.delete(...given),
  close: () => log.close(),
  ...change,
})
