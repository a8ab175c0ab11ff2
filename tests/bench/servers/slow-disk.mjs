// Loaded into the product before it starts. Each commit takes 20 ms longer, as on a disk with such slow flushes.
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
