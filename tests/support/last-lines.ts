/**
 * Prints which tests failed, and how to run each of them alone, as the last lines of a run. If `ROSTRUM_RESULTS` names a file, it writes to
 * it how many tests passed, failed and were skipped.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node'

const getMessage = (errors: readonly SerializedError[]): string => (errors[0]?.message ?? 'no message').split('\n')[0] ?? ''
const quote = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`
const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const describeTest = (test: TestCase): string => {
  const file = test.module.relativeModuleId
  const result = test.result()
  const name = test.meta().isStory ? '' : ` -t ${quote(`${escapePattern(test.fullName.replaceAll(' > ', ' '))}$`)}`
  return `✗ ${file} › ${test.fullName}\n    ${getMessage(result.errors ?? [])}\n    alone: npm test -- ${file}${name}`
}
const describeGroup = (group: TestModule | TestSuite): string => {
  const file = 'relativeModuleId' in group ? group.relativeModuleId : group.module.relativeModuleId
  return `✗ ${file}, outside its tests\n    ${getMessage(group.errors())}\n    alone: npm test -- ${file}`
}

/** Lists the failures. Anything that fails outside a test counts as one failure. */
const listFailures = (modules: readonly TestModule[], unhandled: readonly SerializedError[]): readonly string[] => [
  ...modules.flatMap((module) => [
    ...[module, ...module.children.allSuites()].filter((group) => group.errors().length > 0).map(describeGroup),
    ...[...module.children.allTests('failed')].map(describeTest),
  ]),
  ...unhandled.map((error) => `✗ outside every test\n    ${getMessage([error])}`),
]

export default class LastLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const failures = listFailures(modules, unhandled)
    const count = (state: 'passed' | 'skipped') => modules.reduce((sum, one) => sum + [...one.children.allTests(state)].length, 0)
    if (failures.length + count('passed') === 0 && count('skipped') > 0) {
      process.stdout.write('\nNo test has that name.\n')
      process.exitCode = 1
    }
    const file = process.env['ROSTRUM_RESULTS']
    if (file !== undefined) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify({ passed: count('passed'), failed: failures.length, skipped: count('skipped') }))
    }
    if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.length}\n${failures.join('\n')}\n`)
  }
}
