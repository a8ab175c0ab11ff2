/** Proofs and the bench run the build, and only if it was built from the current sources. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copySources } from '../support/copy-of-sources.ts'
import { tellStory } from '../support/story.ts'

const root = join(import.meta.dirname, '../..')
const sentence = 'The build does not match these sources. Build again: node run.mjs build\n'

tellStory()

let copy = ''
beforeAll(async () => {
  copy = await copySources()
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const run = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', timeout: 60_000 })
  return { status, stderr }
}

test('[L136] a build that is missing or from other sources is reported and not run', async () => {
  expect(run('run.mjs', 'built')).toEqual({ status: 1, stderr: sentence })
  for (const built of ['server/dist', 'shared/dist', 'client/dist/light', 'node_modules/.rostrum.json'])
    await cp(join(root, built), join(copy, built), { recursive: true })
  expect(run('run.mjs', 'built')).toEqual({ status: 0, stderr: '' })
  // A first build makes this file among the sources.
  await rm(join(copy, 'shared/locales/messages.d.ts'))
  expect(run('run.mjs', 'built')).toEqual({ status: 0, stderr: '' })
  for (const file of ['client/src/main.tsx', 'server/src/engine/fanout/walk.ts']) {
    await appendFile(join(copy, file), '\n')
    expect(run('run.mjs', 'built')).toEqual({ status: 1, stderr: sentence })
    await cp(join(root, file), join(copy, file))
  }
  expect(run('run.mjs', 'built')).toEqual({ status: 0, stderr: '' })
  // The sources were changed, compiled by another command, and changed back.
  await appendFile(join(copy, 'server/dist/cli.js'), '\n')
  expect(run('run.mjs', 'built')).toEqual({ status: 1, stderr: sentence })
  await cp(join(root, 'server/dist/cli.js'), join(copy, 'server/dist/cli.js'))
  await appendFile(join(copy, 'server/src/engine/fanout/walk.ts'), '\n')
  for (const program of ['tests/prove/prove.mjs', 'tests/bench/bench.mjs'])
    expect(run(program, '--short')).toEqual({ status: 2, stderr: sentence })
  await cp(join(root, 'server/src/engine/fanout/walk.ts'), join(copy, 'server/src/engine/fanout/walk.ts'))
})

/** Hears the lines of a command, and ends it with all that it has started. */
const startSpeaking = () => {
  const command = spawn(process.execPath, ['run.mjs', 'bench', '--none'], {
    cwd: copy,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines = createInterface(command.stderr)[Symbol.asyncIterator]()
  return {
    hear: async () => (await lines.next()).value as string | undefined,
    end: async () => {
      const ended = once(command, 'exit')
      if (command.pid !== undefined) process.kill(-command.pid, 'SIGKILL')
      await ended
    },
  }
}

test('[L136] a command waits while another installs or builds here, but not for one that was killed', async () => {
  const lock = join(copy, 'node_modules/.rostrum.lock')
  // Everything is installed, and something is to be compiled.
  await cp(join(root, 'pnpm-workspace.yaml'), join(copy, 'pnpm-workspace.yaml'))
  await appendFile(join(copy, 'server/src/engine/fanout/walk.ts'), '\n')
  const { pid: killed } = spawnSync(process.execPath, ['-e', ''])
  await writeFile(lock, `${killed}`)
  const after = startSpeaking()
  expect(await after.hear()).toBe('Compiling …')
  await after.end()

  await writeFile(lock, `${process.pid}`)
  const waiting = startSpeaking()
  expect(await waiting.hear()).toBe(`Another command (process ${process.pid}) installs or builds here. Waiting until it is done …`)
  await rm(lock)
  expect(await waiting.hear()).toBe('Compiling …')
  await waiting.end()

  // A file that is cut off counts as missing.
  await writeFile(join(copy, 'node_modules/.rostrum.json'), '{"comp')
  expect(run('run.mjs', 'built')).toEqual({ status: 1, stderr: sentence })
})
