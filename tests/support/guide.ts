/** Does what a guide in docs/adding says, in a copy of the sources: writes its blocks, compiles, and runs the tests that it adds. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { copySources } from './copy-of-sources.ts'

const root = join(import.meta.dirname, '../..')

/** The first step, which the compiler answers with a list; the other steps; the files in that list; and the tests that the guide adds or names. */
export type Guide = Readonly<Record<'first' | 'rest', string>> & Readonly<Record<'listed' | 'tests', readonly string[]>>

export async function readGuide(path: string): Promise<Guide> {
  const text = await readFile(join(root, path), 'utf8')
  const [first = '', ...rest] = text.split(/^## (?=\d)/m).slice(1)
  return {
    first,
    rest: rest.join(''),
    listed: [...first.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file ?? '').sort(),
    tests: [...text.matchAll(/^\/\/ (tests\/\S+\.test\.tsx?)$|`npm test -- (tests\/[^`]+)`/gm)].flatMap(([, added, named]) =>
      (added ?? named ?? '').split(' '),
    ),
  }
}

/** `message` begins with the file and the line, as the compiler writes them. */
export type CompilerError = Readonly<Record<'file' | 'message', string>>
/** How many tests of a file passed, and why the others failed. */
export type TestFile = { readonly path: string; readonly passed: number; readonly failures: readonly string[] }

/** One copy serves all guides. After them `restore` gives it back as it was. */
export class GuideCopy {
  readonly #folder: string
  /** The text of each changed file before the guide; null for a new file. */
  readonly #originals = new Map<string, string | null>()
  readonly #newFolders = new Set<string>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<GuideCopy> {
    return new GuideCopy(await copySources())
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }

  async restore(): Promise<void> {
    for (const [path, text] of this.#originals) await (text === null ? rm(path) : writeFile(path, text))
    for (const folder of this.#newFolders) await rm(folder, { recursive: true, force: true })
    this.#originals.clear()
    this.#newFolders.clear()
  }

  /** The errors that the compiler finds, and its whole output. */
  async compile(): Promise<{ readonly errors: readonly CompilerError[]; readonly output: string }> {
    const messages = await this.#run(join(this.#folder, 'client/build/describe-messages.mjs'), [])
    const output = messages + (await this.#run(join(root, 'node_modules/typescript/bin/tsc'), ['-b']))
    const parts = output.split(/^(?=\S+?\(\d+,\d+\): error)/m).filter((part) => part.includes(': error TS'))
    return { errors: parts.map((message) => ({ file: message.slice(0, message.indexOf('(')), message })), output }
  }

  async runTests(files: readonly string[]): Promise<readonly TestFile[]> {
    const [vitest, config] = ['tests/node_modules/vitest/vitest.mjs', 'tests/vitest.config.ts'].map((path) => join(this.#folder, path))
    const paths = files.map((path) => join(this.#folder, path))
    const report = join(this.#folder, 'report.json')
    const output = await this.#run(vitest ?? '', ['run', ...paths, '--config', config ?? '', '--reporter', 'json', '--outputFile', report])
    if (!existsSync(report)) throw new Error(`the tests could not be run: ${output}`)
    const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report
    return testResults
      .map(({ name, message, assertionResults }) => ({
        path: relative(this.#folder, name),
        passed: assertionResults.filter(({ status }) => status === 'passed').length,
        failures: [...(message ? [message] : []), ...assertionResults.flatMap(({ failureMessages }) => failureMessages)],
      }))
      .sort((one, other) => one.path.localeCompare(other.path))
  }

  async applyBlocks(text: string): Promise<void> {
    for (const [, kind, body = ''] of text.matchAll(/```(tsx?|diff|copy)\n([\s\S]*?)```/g)) {
      const [head = '', ...lines] = body.trimEnd().split('\n')
      if (kind === 'copy') await this.#copy(head, lines[0] ?? '')
      else if (kind === 'diff') for (const path of expandBraces(head)) await this.#changeLines(path, lines)
      else await this.#write(head.replace('// ', ''), `${lines.join('\n')}\n`, null)
    }
  }

  /** A line that begins with a minus is replaced by those after it, or removed. */
  async #changeLines(path: string, lines: readonly string[]): Promise<void> {
    const before = await readFile(join(this.#folder, path), 'utf8')
    const text = before.split('\n')
    let at = -1
    for (const line of lines) {
      if (line.startsWith('+')) text.splice(++at, 0, line.slice(1))
      else {
        const [start = '', cut] = line.slice(1).split('…')
        const isMeant = (one: string) => (cut === '' ? one.startsWith(start) : one === line.slice(1))
        at = text.findIndex(isMeant)
        if (at < 0 || text.findLastIndex(isMeant) !== at) throw new Error(`${path} must have this line once: ${line}`)
        if (line.startsWith('-')) text.splice(at--, 1)
      }
    }
    await this.#write(path, text.join('\n'), before)
  }

  async #copy(from: string, to: string): Promise<void> {
    const source = join(this.#folder, from)
    for (const name of (await stat(source)).isDirectory() ? await readdir(source) : [''])
      await this.#write(join(to, name), await readFile(join(this.#folder, from, name), 'utf8'), null)
  }

  /** `before`: null for a file that must not exist. */
  async #write(path: string, text: string, before: string | null): Promise<void> {
    const file = join(this.#folder, path)
    const made = await mkdir(dirname(file), { recursive: true })
    if (made !== undefined) this.#newFolders.add(made)
    await writeFile(file, text, { flag: before === null ? 'wx' : 'w' })
    if (!this.#originals.has(file)) this.#originals.set(file, before)
  }

  /** The output of a program that may fail. It learns nothing of the test run that starts it. */
  #run(script: string, args: readonly string[]): Promise<string> {
    const { PATH, HOME, TMPDIR } = process.env
    const options = { cwd: this.#folder, env: { PATH, HOME, TMPDIR }, maxBuffer: 1e8 }
    return promisify(execFile)(process.execPath, [script, ...args], options).then(
      ({ stdout }) => stdout,
      ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => stdout + stderr,
    )
  }
}

/** `a/{b,c}.ts` is `a/b.ts` and `a/c.ts`. */
const expandBraces = (path: string): readonly string[] => {
  const [, before = '', names = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? []
  return names === '' ? [path] : names.split(',').map((name) => `${before}${name}${after}`)
}

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[]
  }[]
}
