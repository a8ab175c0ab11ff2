// Opens stores as a start does, one after the other, and prints a line of JSON for each session. The line has the digest of the state that
// it would serve, or the message with which it refuses. A line `{"folder"}` alone comes first. Uses the compiled product.
import { createHash } from 'node:crypto'
import { SessionRegistry } from '@rostrum/server/engine/session/session-registry'
import { openStorage } from '@rostrum/server/engine/store/open-storage'
import { toStoredState } from '@rostrum/shared/domain/stored-state'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)
const digest = (state) =>
  createHash('sha256')
    .update(JSON.stringify(toStoredState(state)))
    .digest('hex')

for (const folder of process.argv.slice(2)) {
  say({ folder })
  try {
    const { log, store } = await openStorage({ data: folder, redisUrl: null, redisVolatile: false })
    const sessions = new SessionRegistry({ log, store, now: () => Date.now(), logger: quiet })
    for (const id of await sessions.list()) {
      try {
        const session = await sessions.open(id)
        say({ folder, session: id, ...(session === null ? { refusal: 'it is listed, and not found' } : { state: digest(session.state) }) })
      } catch (error) {
        say({ folder, session: id, refusal: error.message })
      }
    }
    await sessions.close()
    await Promise.all([log.close(), store.close()])
  } catch (error) {
    say({ folder, session: null, refusal: error.name === 'StorageError' ? error.cause.message : error.message })
  }
}
