import { backupCommand } from './backup.ts'
import { captionsCommand } from './captions.ts'
import type { CliCommand } from './cli-command.ts'
import { deleteCommand } from './delete.ts'
import { eraseCommand } from './erase.ts'
import { exportCommand } from './export.ts'
import { linksCommand } from './links.ts'
import { newCommand } from './new.ts'
import { organizersCommand } from './organizers.ts'
import { rosterCommand } from './roster.ts'
import { sessionsCommand } from './sessions.ts'
import { tokensCommand } from './tokens.ts'
import { verifyCommand } from './verify.ts'

/** The commands by name, in the order of the help. */
export const cliCommands: Readonly<Record<string, CliCommand>> = {
  new: newCommand,
  sessions: sessionsCommand,
  links: linksCommand,
  roster: rosterCommand,
  organizers: organizersCommand,
  tokens: tokensCommand,
  verify: verifyCommand,
  backup: backupCommand,
  export: exportCommand,
  captions: captionsCommand,
  erase: eraseCommand,
  delete: deleteCommand,
}
