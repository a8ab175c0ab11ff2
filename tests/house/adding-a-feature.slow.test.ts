/** Applies the code blocks of docs/adding-a-feature.md to a copy of the sources, and compares the compiler errors with its list. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copySources } from '../support/copy-of-sources.ts'

const root = join(import.meta.dirname, '../..')
let copy = ''
beforeAll(async () => {
  copy = await copySources()
})
afterAll(() => rm(copy, { recursive: true, force: true }))

/** Returns the files in which the compiler finds errors, and its output. */
async function compile(): Promise<{ files: readonly string[]; output: string }> {
  await promisify(execFile)(process.execPath, [join(copy, 'client/build/describe-messages.mjs')])
  const output = await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b'], {
    cwd: copy,
    maxBuffer: 1e8,
  }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
  const files = [...output.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file]) => file ?? '')
  return { files: [...new Set(files)].sort(), output }
}

async function applyBlocks(text: string): Promise<void> {
  for (const [, kind, body = ''] of text.matchAll(/```(ts|diff)\n([\s\S]*?)```/g)) {
    const [head = '', ...lines] = body.trimEnd().split('\n')
    if (kind === 'ts') await createFile(head.replace('// ', ''), `${lines.join('\n')}\n`)
    else await insertLines(head, lines)
  }
}

async function createFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true })
  await writeFile(join(copy, path), text, { flag: 'wx' })
}

async function insertLines(path: string, lines: readonly string[]): Promise<void> {
  const text = (await readFile(join(copy, path), 'utf8')).split('\n')
  let at = -1
  for (const line of lines) {
    if (line.startsWith('+')) text.splice(++at, 0, line.slice(1))
    else {
      at = text.indexOf(line.slice(1))
      if (at < 0 || text.lastIndexOf(line.slice(1)) !== at) throw new Error(`${path} must have this line once: ${line}`)
    }
  }
  await writeFile(join(copy, path), text.join('\n'))
}

test('after step 1 the compiler reports the files that the guide lists; after all steps it reports nothing', {
  timeout: 300_000,
}, async () => {
  const guide = await readFile(join(root, 'docs/adding-a-feature.md'), 'utf8')
  const [first = '', ...rest] = guide.split(/^## (?=\d)/m).slice(1)
  const listed = [...first.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path ?? '').sort()
  expect(listed.length).toBeGreaterThan(3)
  await applyBlocks(first)
  expect((await compile()).files).toEqual(listed)
  await applyBlocks(rest.join(''))
  expect((await compile()).output).toBe('')
})
