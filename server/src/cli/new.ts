/** A session from a template that comes with the product, or from a session file. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { instantOf } from '@rostrum/shared/kernel/time'
import { z } from 'zod'
import { offices, seat } from '../access/default-people.ts'
import { FaultyFile, readPlan, shifted } from '../template/read-plan.ts'
import { planFrom, templates } from '../template/templates.ts'
import { type Command, Complaint } from './cli-command.ts'
import { linksOf } from './links.ts'
import { sessionsOf, withStore } from './open-store.ts'

const moment = z.iso.datetime({ offset: true })

export const newSession: Command = {
  usage: 'new <template|file.yaml> [--starts <time>]',
  about: `a new session; templates: ${templates.join(', ')}`,
  run: async (args, { config, say }) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { starts: { type: 'string' } } })
    const [from, ...more] = positionals
    if (from === undefined || more.length > 0) throw new Complaint(`Usage: rostrum ${newSession.usage}`)
    const plan = movedTo(planIn(from), values.starts)
    return await withStore(config, async (stored) => {
      const sessions = sessionsOf(stored)
      try {
        const session = await sessions.create(idFor(from), plan)
        await seat(session, offices)
        say(session.id)
        for (const line of await linksOf(session.id, stored, config)) say(line)
        return 0
      } finally {
        await sessions.close()
      }
    })
  },
}

function planIn(from: string): Plan {
  const template = templates.find((name) => name === from)
  if (template !== undefined) return planFrom(template)
  if (!existsSync(from))
    throw new Complaint(`There is no template and no file ${JSON.stringify(from)}. Templates: ${templates.join(', ')}.`)
  try {
    return readPlan(readFileSync(from, 'utf8'))
  } catch (error) {
    if (error instanceof FaultyFile) throw new Complaint(`${from} has faults:\n${error.message}`)
    throw error
  }
}

function movedTo(plan: Plan, starts: string | undefined): Plan {
  if (starts === undefined) return plan
  if (!moment.safeParse(starts).success) throw new Complaint('--starts is not a time such as 2030-05-06T09:00:00+02:00.')
  return shifted(plan, instantOf(Date.parse(starts)))
}

/** What can be recognised of the name, and enough chance to be the only one. */
function idFor(from: string): SessionId {
  const name = basename(from)
    .replace(/(\.session)?\.ya?ml$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${name || 'session'}-${randomBytes(6).toString('hex')}` as SessionId
}
