// Prints one line: how many tests passed, failed and were skipped in all the given runs. A run without a result counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const runs = process.argv
  .slice(2)
  .map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }))
const sum = (state) => runs.reduce((total, run) => total + run[state], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
