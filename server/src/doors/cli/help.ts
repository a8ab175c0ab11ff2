import type { CliCommand } from './cli-command.ts'

/** The commands that do not need the store for themselves. */
export const worksNextToServer =
  'With the embedded store, sessions, verify, export, captions, links, organizers (to list them) and backup work at any time, and the others only while no server is running.'

/** The width of a usual terminal. */
const columns = 80

export function formatHelp(commands: Readonly<Record<string, CliCommand>>): string {
  const rows = [...Object.values(commands), { usage: 'help', about: 'this page' }]
  return [
    'rostrum: manage sessions, links and logs from the command line',
    ...rows.flatMap(({ usage, about }) => ['', ...wrap(`rostrum ${usage}`, 2, 10), ...wrap(about, 6, 6)]),
    '',
    ...wrap(`It reads the same ROSTRUM_… variables as the server. ${worksNextToServer}`, 0, 0),
  ].join('\n')
}

/** Breaks a text into lines. `first`, `others`: the spaces before them. A pair of brackets stays whole where it can. */
function wrap(text: string, first: number, others: number): readonly string[] {
  const lines: string[] = []
  let line = ' '.repeat(first)
  for (const piece of text.split(/ (?![^[]*\])| (?=\[)/)) {
    const isEmpty = line.trim() === ''
    if (!isEmpty && line.length + 1 + piece.length > columns) {
      lines.push(line)
      line = ' '.repeat(others) + piece
    } else line += isEmpty ? piece : ` ${piece}`
  }
  return [...lines, line]
}
