// Prints one line: how many tests passed, failed and were skipped. A file that fails outside its tests counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const report = process.argv[2]
if (report === undefined || !existsSync(report)) {
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(0)
}
const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
const tests = testResults.flatMap((file) => file.assertionResults)
const count = (...states) => tests.filter((test) => states.includes(test.status)).length
const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
console.log(
  `${count('passed')} passed, ${count('failed') + broken.length} failed, ${count('skipped', 'pending', 'todo', 'disabled')} skipped`,
)
