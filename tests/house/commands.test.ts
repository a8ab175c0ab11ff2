/**
 * docs/commands.md is generated from the registry, the permissions and the refusals.
 * To regenerate it, run in tests: `npx vitest run --config vitest.config.ts house/commands -u`
 */

import { commandRefusals } from '@rostrum/shared/contract/command-refusals'
import { type CommandType, commands } from '@rostrum/shared/contract/registry'
import { roles } from '@rostrum/shared/contract/roles'
import { type ActorRole, getGrant } from '@rostrum/shared/domain/permissions'
import { expect, test } from 'vitest'

type Schema = {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly const?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | false
}

const formatSeconds = (milliseconds: number | undefined): string => `${(milliseconds ?? 0) / 1000}`
const describeSchema = (schema: Schema): string => {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(describeSchema).join(', or ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.type === 'boolean') return '`true` · `false`'
  if (schema.propertyNames && typeof schema.additionalProperties === 'object')
    return `{ ${schema.propertyNames.enum?.map((name) => `\`${name}\``).join(' · ')}: ${describeSchema(schema.additionalProperties)} }, at least one of them`
  if (schema.type === 'object')
    return `{ ${Object.entries(schema.properties ?? {})
      .map(([name, one]) => `\`${name}\`: ${describeSchema(one)}`)
      .join('; ')} }`
  if (schema.items) return `${schema.minItems ?? 0} to ${schema.maxItems ?? 0} of ${describeSchema(schema.items)}`
  if (schema.type === 'null') return 'null'
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(' · ')
  if (schema.pattern?.includes('{22,')) return 'a receipt: 22 to 64 of the characters of an id, at least 128 random bits'
  if (schema.pattern) return 'an id'
  if (schema.type === 'string') return `text, at most ${(schema.maxLength ?? 0) / 16} characters (graphemes)`
  if (schema.multipleOf === 1000)
    return `whole seconds in milliseconds, from ${formatSeconds(schema.minimum)} s to ${formatSeconds(schema.maximum)} s`
  if (schema.type === 'integer' && (schema.maximum ?? Number.MAX_SAFE_INTEGER) < 1e6)
    return `a number, from ${schema.minimum} to ${schema.maximum}`
  if (schema.type === 'integer') return 'an instant: milliseconds since 1970 by the server’s clock'
  throw new Error(`house/commands.test.ts cannot describe ${JSON.stringify(schema)}`)
}

const listFields = (type: CommandType): readonly string[] => {
  const { properties = {}, required = [] } = commands[type].schema.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema
  const rows = Object.entries(properties).map(
    ([name, schema]) => `| \`${name}\` | ${describeSchema(schema)}${required.includes(name) ? '' : ', or absent'} |`,
  )
  return rows.length === 0 ? ['No fields: `data` is `{}`.'] : ['| field | |', '|---|---|', ...rows]
}

const actorRoles: readonly ActorRole[] = [...roles, 'system']
const getRoleName = (role: ActorRole): string => (role === 'system' ? 'the system' : role)
const describePermissions = (type: CommandType): string => {
  const allowedRoles = actorRoles.filter((role) => getGrant(role, type) === 'yes').map(getRoleName)
  const ownerRoles = actorRoles.filter((role) => getGrant(role, type) === 'own').map((role) => `${getRoleName(role)} (own only)`)
  return [...allowedRoles, ...ownerRoles].join(', ')
}

const makeSection = (type: CommandType): readonly string[] => {
  return [
    `### ${type}`,
    '',
    commands[type].about,
    '',
    ...listFields(type),
    '',
    `Allowed for: ${describePermissions(type)}.  `,
    `Refused: ${commandRefusals[type].map((why) => `\`${why}\``).join(' ')}`,
    '',
  ]
}

const makePage = (): string => {
  const types = Object.keys(commands) as CommandType[]
  const features = [...new Set(types.map((type) => type.split('.')[0] ?? ''))]
  return [
    '# Commands',
    '',
    'Generated from the registry by `tests/house/commands.test.ts`; do not edit. The reasons are explained in `shared/src/contract`.',
    '',
    'A client sends each command as `{ id, type, data }`. Unknown keys are refused. In addition to the reasons listed here, any command',
    'can be refused with `malformed`, `too-fast` or `unavailable`, and a command with text also with `text-empty`, `text-too-long` or',
    '`text-refused`. A valid command that changes nothing is accepted.',
    '',
    ...features.flatMap((feature) => [`## ${feature}`, '', ...types.filter((type) => type.startsWith(`${feature}.`)).flatMap(makeSection)]),
  ].join('\n')
}

test('docs/commands.md agrees with the registry', async () => {
  await expect(makePage()).toMatchFileSnapshot('../../docs/commands.md')
})
