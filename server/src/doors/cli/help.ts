import type { CliCommand } from './cli-command.ts'

export function formatHelp(commands: Readonly<Record<string, CliCommand>>): string {
  const rows = Object.values(commands)
  const width = Math.max(...rows.map(({ usage }) => usage.length))
  return [
    'rostrum: manage sessions, links and logs from the command line',
    '',
    ...rows.map(({ usage, about }) => `  rostrum ${usage.padEnd(width)}  ${about}`),
    `  rostrum ${'help'.padEnd(width)}  this page`,
    '',
    'It reads the same ROSTRUM_… variables as the server. With the embedded store, verify, export, links, organizers (to list them) and backup work at any time, and the others only while no server is running.',
  ].join('\n')
}
