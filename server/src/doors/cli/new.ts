/** Creates a session from a built-in template or from a plan file. */

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { templates } from '@rostrum/shared/contract/templates'
import { toInstant } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { admitDefaultPeople, alwaysAdmitted } from '../../people/access/default-people.ts'
import { PlanFileError, readPlan, shiftPlan } from '../../services/template/read-plan.ts'
import { loadTemplate } from '../../services/template/templates.ts'
import { type CliCommand, CliError } from './cli-command.ts'
import { listLinks } from './links.ts'
import { openSessionRegistry, withStore } from './open-store.ts'

const startTimeSchema = z.iso.datetime({ offset: true })

export const newCommand: CliCommand = {
  usage: 'new <template|file.yaml> [--starts <time>]',
  about: `creates a session; templates: ${templates.join(', ')}`,
  run: async (args, { config, print }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { starts: { type: 'string' } } })
    const [from, ...more] = positionals
    if (from === undefined || more.length > 0) throw new CliError(`Usage: rostrum ${newCommand.usage}`)
    const plan = movePlan(loadPlan(from), values.starts)
    return await withStore(config, async (openStore) => {
      const sessions = openSessionRegistry(openStore)
      try {
        const session = await sessions.create(makeSessionId(from), plan)
        await admitDefaultPeople(session, alwaysAdmitted)
        print(session.id)
        for (const line of await listLinks(session.id, openStore, config)) print(line)
        return 0
      } finally {
        await sessions.close()
      }
    })
  },
}

function loadPlan(from: string): Plan {
  const template = templates.find((name) => name === from)
  if (template !== undefined) return loadTemplate(template)
  if (!existsSync(from))
    throw new CliError(`There is no template or file named ${JSON.stringify(from)}. Templates: ${templates.join(', ')}.`)
  try {
    return readPlan(readFileSync(from, 'utf8'))
  } catch (error) {
    if (error instanceof PlanFileError) throw new CliError(`${from} has errors:\n${error.message}`)
    throw error
  }
}

function movePlan(plan: Plan, starts: string | undefined): Plan {
  if (starts === undefined) return plan
  if (!startTimeSchema.safeParse(starts).success) throw new CliError('--starts must be a time such as 2030-05-06T09:00:00+02:00.')
  return shiftPlan(plan, toInstant(Date.parse(starts)))
}

/** Makes an id from the recognizable part of the name, and enough random characters to be unique. */
function makeSessionId(from: string): SessionId {
  const name = basename(from)
    .replace(/(\.session)?\.ya?ml$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${name || 'session'}-${randomBytes(6).toString('hex')}` as SessionId
}
