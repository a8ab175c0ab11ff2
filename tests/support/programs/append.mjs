// Appends to the embedded log in small groups until it is killed, and prints each confirmed revision. Uses the compiled product.

import { chainCommits } from '@rostrum/server/engine/log/chain'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'

const [folder, session] = process.argv.slice(2)
const log = openLmdbLog(await LmdbEnvironment.open(folder))
let last = (await log.read(session, 0)).at(-1) ?? { revision: 0, chain: '' }
for (;;) {
  const commits = chainCommits(
    last.chain,
    [1, 2, 3].map((step) => commit(last.revision + step)),
  )
  await log.append(session, last.revision, commits)
  last = commits.at(-1)
  process.stdout.write(`${last.revision}\n`)
}

/** Makes the same commits as `commits.ts`. */
function commit(revision) {
  return {
    revision,
    at: 1_800_000_000_000 + revision,
    actor: { person: 'person-1' },
    command: { id: `command-a-${String(revision).padStart(12, '0')}`, type: 'agenda.go' },
    events: [{ type: 'agenda.segment-started', data: { segment: `segment-${revision} · العربية · 中文` } }],
  }
}
