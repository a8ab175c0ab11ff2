/** Every command as a message: its fields, what it does, who may send it, and why it can be refused. */
import { z } from 'zod'
import { commandRefusals } from '../contract/command-refusals.ts'
import { commandIdSchema } from '../contract/field-schemas.ts'
import { type CommandType, commands } from '../contract/registry.ts'
import { roles } from '../contract/roles.ts'
import { type ActorRole, getGrant } from '../domain/permissions.ts'
import { listKeys } from '../kernel/fields.ts'

export const commandTypes = listKeys(commands)

const actorRoles: readonly ActorRole[] = [...roles, 'system']
const senders = { yes: (role: ActorRole) => role, own: (role: ActorRole) => `${role} (own only)`, no: () => [] }

const describeCommand = (type: CommandType): string => {
  const allowed = actorRoles.flatMap((role) => senders[getGrant(role, type)](role))
  return `${commands[type].about}\n\nFor: ${allowed.join(', ')}. Refused: ${commandRefusals[type].map((why) => `\`${why}\``).join(', ')}.`
}

/** The schema of all commands, including any that is added to the registry. */
export const commandSchema = z.union(
  commandTypes.map((type) =>
    z
      .strictObject({ id: commandIdSchema, type: z.literal(type), data: commands[type].schema })
      .meta({ id: `Command.${type}`, description: describeCommand(type) }),
  ),
)
