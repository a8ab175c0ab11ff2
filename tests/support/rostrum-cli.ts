/** The command line of the product, compiled, as a process of its own. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/dist/cli/main.js', import.meta.url))

export type Said = { readonly code: number; readonly output: string; readonly errors: string }

export const rostrum = (variables: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Said> =>
  new Promise((resolve) => {
    const { PATH = '', HOME = '' } = process.env
    execFile(process.execPath, [main, ...args], { env: { PATH, HOME, ...variables }, timeout: 15_000 }, (error, output, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output, errors }),
    )
  })

/** In what a command says: the link of somebody, and the session, which stands first. */
export const linkOf = (output: string, name: string): string | undefined =>
  output
    .split('\n')
    .find((line) => line.startsWith(name))
    ?.slice(15)
export const idIn = (output: string): string => output.split('\n')[0] ?? ''
