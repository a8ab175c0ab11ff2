import type { Command } from './cli-command.ts'
import { exportRecord } from './export.ts'
import { links } from './links.ts'
import { newSession } from './new.ts'
import { roster } from './roster.ts'
import { tokens } from './tokens.ts'
import { verify } from './verify.ts'

/** By the word that is typed, in the order in which help shows them. */
export const commands: Readonly<Record<string, Command>> = { new: newSession, links, roster, tokens, verify, export: exportRecord }
