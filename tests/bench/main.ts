/** Reads the command line, runs one mode or the short form, and prints the results. */
import { isBuilt } from '../support/is-built.ts'
import { parseOptions } from '../support/parse-options.ts'
import type { Mode, Options } from './modes/mode.ts'
import { type ModeName, modes } from './modes/table.ts'
import { formatShortLine, reportMode } from './report.ts'
import { runShort, shortDefaults } from './short.ts'

const usage = `npm run bench -- <mode> [--clients N] [--rounds R] [--seconds S] [--rate R]
npm run bench -- --short [--clients N] [--rounds R]
The modes are ${Object.keys(modes).join(', ')}.`

/** Returns the exit code: 0 within the bounds, 1 out of bounds, 2 if nothing could be run. */
export async function main(args: readonly string[]): Promise<number> {
  const number = { type: 'string' } as const
  const parsed = parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: { short: { type: 'boolean', default: false }, clients: number, rounds: number, seconds: number, rate: number },
    },
    usage,
  )
  if (parsed === null) return 2
  const { values, positionals } = parsed
  const asked = Object.fromEntries(
    (['clients', 'rounds', 'seconds', 'rate'] as const).flatMap((name) =>
      values[name] === undefined ? [] : [[name, Number(values[name])]],
    ),
  )
  const [name = ''] = positionals
  if (Object.values(asked).some((value) => !(value > 0)) || values.short === Object.hasOwn(modes, name)) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  if (!isBuilt()) return 2
  if (values.short) {
    const lines = await runShort({ ...shortDefaults, ...asked })
    for (const line of lines) process.stdout.write(`${formatShortLine(line)}\n`)
    return lines.every(({ isWithin }) => isWithin) ? 0 : 1
  }
  const mode: Mode = modes[name as ModeName]
  const options: Options = { ...mode.defaults, ...asked }
  const { text, isWithin } = reportMode(mode, options, await mode.run(options))
  process.stdout.write(`${text}\n`)
  return isWithin ? 0 : 1
}
