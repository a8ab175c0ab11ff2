/** The short form of the bench, as CI runs it. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { recorded } from './short.ts'

const bench = fileURLToPath(new URL('bench.mjs', import.meta.url))
const run = promisify(execFile)

/** Processor time and memory are read from /proc. */
describe.runIf(process.platform === 'linux')('the short form', () => {
  test('[L66] a thousand screens cost at most a third more than recorded', { timeout: 600_000 }, async () => {
    const { stdout } = await run(process.execPath, [bench, '--short']).catch((error: { stdout: string; stderr: string }) => {
      throw new Error(`out of bounds:\n${error.stdout}${error.stderr}`)
    })
    console.log(stdout)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.slice(4, 23).trim().replace('  ', ' ')),
    ).toEqual(Object.keys(recorded))
  })
})
