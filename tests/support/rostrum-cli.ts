/** Runs the compiled command line of the product in a separate process. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/dist/cli.js', import.meta.url))

export type CliResult = { readonly code: number; readonly output: string; readonly errors: string }

export const runCli = (variables: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CliResult> =>
  new Promise((resolve) => {
    const { PATH = '', HOME = '' } = process.env
    execFile(process.execPath, [main, ...args], { env: { PATH, HOME, ...variables }, timeout: 15_000 }, (error, output, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output, errors }),
    )
  })

/** Reads the output of a command. The session comes first; `name` chooses the link of a person. */
export const findLink = (output: string, name: string): string | undefined =>
  output
    .split('\n')
    .find((line) => line.startsWith(name))
    ?.slice(15)
export const readId = (output: string): string => output.split('\n')[0] ?? ''
