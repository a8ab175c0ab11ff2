// Appends to the embedded log until the disk is full, then prints the result: "refused <name>", "again <name>", "confirmed <revision>",
// "readable <count>". When there is space again, it prints "later <revision>" for the commits that it stores without a restart.
import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { chainCommits } from '@rostrum/server/engine/log/chain'
import { openLmdbLog } from '@rostrum/server/engine/log/lmdb'
import { LmdbEnvironment } from '@rostrum/server/engine/log/lmdb-environment'

const [folder, session] = process.argv.slice(2)
const log = openLmdbLog(await LmdbEnvironment.open(folder))
let last = { revision: 0, chain: '' }
const next = () =>
  chainCommits(last.chain, [
    {
      revision: last.revision + 1,
      at: 1_800_000_000_000,
      actor: { person: 'person-1' },
      command: { id: `command-${last.revision + 1}`, type: 'agenda.go' },
      events: [{ type: 'agenda.segment-started', data: { segment: 'x'.repeat(2_000) } }],
    },
  ])
const attempt = async () => {
  const commits = next()
  await log.append(session, last.revision, commits)
  last = commits[0]
}

let refused = null
while (refused === null) {
  await attempt().catch((error) => {
    refused = error
  })
}
say(`refused ${refused.name}`)
await attempt().then(
  () => say('again stored'),
  (error) => say(`again ${error.name}`),
)
const kept = await log.read(session, 0)
say(`confirmed ${last.revision}`)
say(`readable ${kept.length}`)
execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited'])
for (let isStored = false; !isStored; await pause(50)) {
  isStored = await attempt().then(
    () => true,
    () => false,
  )
}
say(`later ${last.revision}`)
await log.close()

function say(line) {
  process.stdout.write(`${line}\n`)
}
