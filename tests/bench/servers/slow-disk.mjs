// Loaded into the product before it starts: each commit takes 20 ms longer, as on a disk that flushes so slowly.
import { setTimeout as pause } from 'node:timers/promises'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'

const flush = 20

for (const name of ['write', 'transact']) {
  const commit = LmdbEnvironment.prototype[name]
  LmdbEnvironment.prototype[name] = async function (writes) {
    await commit.call(this, writes)
    await pause(flush)
  }
}
