/** Reads the command line, runs the proofs one after the other, and prints a line for each. */
import { parseArgs } from 'node:util'
import type { Proof, ProofForm, ProofResult } from './proof.ts'
import { type ProofName, proofs } from './table.ts'

const names = Object.keys(proofs) as ProofName[]
const usage = `npm run prove -- --short [what]
npm run prove -- --long [what]
What can be proved: ${names.join(', ')}.`

/** Returns the code to exit with: 0 if every promise holds, 1 if one does not, 2 for what cannot be run. */
export async function main(args: readonly string[]): Promise<number> {
  const flag = { type: 'boolean', default: false } as const
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { short: flag, long: flag } })
  if (values.short === values.long || positionals.some((name) => !Object.hasOwn(proofs, name))) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  let held = true
  for (const name of positionals.length > 0 ? (positionals as ProofName[]) : names) {
    const result = await runProof(proofs[name], values.short ? 'short' : 'long')
    held &&= result.failures.length === 0
    process.stdout.write(`${formatProofLine(name, proofs[name], result)}\n`)
  }
  return held ? 0 : 1
}

/** A proof that fails to run proves nothing: its error is a failure. */
async function runProof(proof: Proof, form: ProofForm): Promise<ProofResult> {
  try {
    return await proof.run(form)
  } catch (error) {
    return { figure: 'could not be run', failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}

export function formatProofLine(name: string, { promises }: Proof, { figure, failures }: ProofResult): string {
  const line = `${failures.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${promises.join(' ').padEnd(10)} ${figure}`
  return [line, ...failures.slice(0, 20).map((failure) => `     ${failure}`)].join('\n')
}
