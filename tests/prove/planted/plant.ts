/** Puts a known bug into a copy of the sources, and checks whether a test finds it there. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** `replace` must occur in the file exactly once. */
type Edit = { readonly file: string; readonly replace: string; readonly by: string }
/** The tests of a file whose names contain `test`. */
export type Killer = { readonly file: string; readonly test: string }
export type Bug = { readonly name: string; readonly edits: readonly Edit[]; readonly killers: readonly [Killer, ...Killer[]] }

type TestResult = { readonly title: string; readonly status: string; readonly failureMessages: readonly string[] }
type Report = { readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly TestResult[] }[] }

/** The milliseconds for one run. A bug may make a test wait forever. */
const longest = 180_000

/**
 * True for an error of `expect`, even of one that polls, or of `assert`. Any other failure may have nothing to do with the test's subject.
 */
const isAssertion = (message: string): boolean => /^(AssertionError|Error: expected )/.test(message)

/** Plants a bug. Returns null if the killer finds it, otherwise the reason why it does not count as found. Restores the copy afterwards. */
export async function plantBug(copy: string, { edits }: Pick<Bug, 'edits'>, killer: Killer): Promise<string | null> {
  const originals = new Map<string, string>()
  try {
    for (const { file, replace, by } of edits) {
      const path = join(copy, file)
      const text = await readFile(path, 'utf8')
      if (text.split(replace).length !== 2) return `${file} must have this once: ${replace.trim()}`
      if (!originals.has(path)) originals.set(path, text)
      await writeFile(
        path,
        text.replace(replace, () => by),
      )
    }
    const results = selectResults(await runTests(copy, [killer]), killer)
    const failures = results.flatMap(({ failureMessages }) => failureMessages)
    if (failures.some(isAssertion)) return null
    return failures[0] ?? (results.length === 0 ? 'no test ran' : 'no test failed')
  } finally {
    for (const [path, text] of originals) await writeFile(path, text)
  }
}

/** Lists the killers that are missing, and those that fail without a bug. */
export async function findFalseKillers(copy: string, killers: readonly Killer[]): Promise<readonly string[]> {
  const report = await runTests(copy, killers)
  return killers.flatMap((killer) => {
    const results = selectResults(report, killer)
    const isGreen = results.length > 0 && results.every(({ status }) => status === 'passed')
    return isGreen
      ? []
      : [`without a bug ${describeKiller(killer)} is not green: ${results[0]?.failureMessages[0] ?? 'there is no such test'}`]
  })
}

export const describeKiller = ({ file, test }: Killer): string => `${file} “${test}”`

const selectResults = ({ testResults }: Report, { file, test }: Killer): readonly TestResult[] =>
  testResults
    .filter(({ name }) => name.endsWith(`/${file}`))
    .flatMap(({ assertionResults }) => assertionResults.filter(({ title }) => title.includes(test)))

/** The project that runs the file with all its runs. Every other one would only be prepared. */
const getProject = (file: string): string => /\.(scaled|slow)\.test\./.exec(file)?.[1] ?? 'sharing'

/** Runs the tests in a process of its own, which is independent of a surrounding test run. */
async function runTests(copy: string, killers: readonly Killer[]): Promise<Report> {
  const output = join(copy, 'report.json')
  await rm(output, { force: true })
  const files = new Set(killers.map(({ file }) => join(copy, file)))
  const projects = new Set(killers.map(({ file }) => `--project=${getProject(file)}`))
  const names = killers.map(({ test }) => test.replaceAll(/[^\w ]/g, '\\$&')).join('|')
  const config = join(copy, 'tests/vitest.config.ts')
  const vitest = join(copy, 'tests/node_modules/vitest/vitest.mjs')
  const { PATH, HOME, TMPDIR } = process.env
  const options = { cwd: copy, env: { PATH, HOME, TMPDIR }, timeout: longest, maxBuffer: 1e8 }
  const args = [vitest, 'run', ...files, '--config', config, ...projects, '--testNamePattern', names, '--reporter', 'json']
  // Failed tests make it end with 1. Only the report counts.
  const said = await promisify(execFile)(process.execPath, [...args, '--outputFile', output], options).then(
    ({ stderr }) => stderr,
    ({ stderr, killed }: { readonly stderr: string; readonly killed: boolean }) => (killed ? 'it took too long' : stderr),
  )
  if (!existsSync(output)) throw new Error(`the tests could not be run: ${said}`)
  return JSON.parse(await readFile(output, 'utf8')) as Report
}
