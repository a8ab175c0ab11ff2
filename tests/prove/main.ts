/** Reads the command line, runs the proofs one after the other, and prints a line for each. */
import { isBuilt } from '../support/is-built.ts'
import { parseOptions } from '../support/parse-options.ts'
import type { Proof, ProofForm, ProofOptions, ProofResult } from './proof.ts'
import { type ProofName, proofs } from './table.ts'

const names = Object.keys(proofs) as ProofName[]
const usage = `npm run prove -- --short [what]
npm run prove -- --long [what]
npm run prove -- --short --seed N what    replays one seed
npm run prove -- --long --count N what    runs so many
What can be proved: ${names.join(', ')}.`

/** Returns the exit code: 0 if every promise holds, 1 if one does not, 2 if nothing could be run. */
export async function main(args: readonly string[]): Promise<number> {
  const flag = { type: 'boolean', default: false } as const
  const number = { type: 'string' } as const
  const parsed = parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: { short: flag, long: flag, seed: number, count: number },
    },
    usage,
  )
  if (parsed === null) return 2
  const { values, positionals } = parsed
  const isKnown = positionals.every((name) => Object.hasOwn(proofs, name))
  const options = isKnown ? readOptions(values, positionals as ProofName[]) : null
  if (values.short === values.long || options === null) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  if (!isBuilt()) return 2
  let held = true
  for (const name of positionals.length > 0 ? (positionals as ProofName[]) : names) {
    const result = await runProof(proofs[name], values.short ? 'short' : 'long', options)
    held &&= result.failures.length === 0
    process.stdout.write(`${formatProofLine(name, proofs[name], result)}\n`)
  }
  return held ? 0 : 1
}

/** Returns null if an option is not a number, or is not for every named proof. */
function readOptions(values: { readonly seed?: string; readonly count?: string }, names: readonly ProofName[]): ProofOptions | null {
  const options: { seed?: number; count?: number } = {}
  for (const option of ['seed', 'count'] as const) {
    const value = values[option]
    if (value === undefined) continue
    const takesIt = (name: ProofName) => (proofs[name] as Proof).takes?.includes(option)
    if (!/^\d{1,9}$/.test(value) || names.length === 0 || !names.every(takesIt)) return null
    options[option] = Number(value)
  }
  return options
}

/** A proof that fails to run proves nothing: its error is a failure. */
async function runProof(proof: Proof, form: ProofForm, options: ProofOptions): Promise<ProofResult> {
  try {
    return await proof.run(form, options)
  } catch (error) {
    return { figure: 'could not be run', failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

export function formatProofLine(name: string, { promises }: Proof, { figure, table = [], failures }: ProofResult): string {
  const line = `${failures.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${promises.join(' ').padEnd(10)} ${figure}`
  return [line, ...table.map((row) => `     ${row}`), ...failures.slice(0, 20).map((failure) => `     ${failure}`)].join('\n')
}
