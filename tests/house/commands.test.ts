/** docs/commands.md is written from the registry, the permissions and the refusals. To write it anew: `npx vitest run house/commands -u` in tests. */
import { type CommandType, commands } from '@rostrum/shared/contract/registry'
import { roles } from '@rostrum/shared/contract/roles'
import { grants, type Seat } from '@rostrum/shared/domain/permissions'
import { expect, test } from 'vitest'
import { refusals } from '../support/command-refusals.ts'
import { list, read } from './sources.ts'

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
}

const contracts = list('shared/src/contract').map(read).join('\n')
/** The comment that stands before a command in its contract. */
const meaning = (type: CommandType): string | null =>
  new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n  '${type.replace('.', '\\.')}':`)
    .exec(contracts)?.[1]
    ?.replace(/\n\s*\*?\s*/g, ' ')
    .trim() ?? null

const seconds = (milliseconds: number | undefined): string => `${(milliseconds ?? 0) / 1000}`
const whatIs = (schema: Schema): string => {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(whatIs).join(', or ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.type === 'boolean') return '`true` · `false`'
  if (schema.type === 'object')
    return `{ ${Object.entries(schema.properties ?? {})
      .map(([name, one]) => `\`${name}\`: ${whatIs(one)}`)
      .join('; ')} }`
  if (schema.items) return `${schema.minItems ?? 0} to ${schema.maxItems ?? 0} of ${whatIs(schema.items)}`
  if (schema.type === 'null') return 'null'
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(' · ')
  if (schema.pattern?.includes('{22,')) return 'a receipt: 22 to 64 of the characters of an id, at least 128 random bits'
  if (schema.pattern) return 'an id'
  if (schema.type === 'string') return `text, at most ${(schema.maxLength ?? 0) / 16} characters as a reader counts them`
  if (schema.multipleOf === 1000) return `whole seconds in milliseconds, from ${seconds(schema.minimum)} s to ${seconds(schema.maximum)} s`
  if (schema.type === 'integer' && (schema.maximum ?? Number.MAX_SAFE_INTEGER) < 1e6)
    return `a number, from ${schema.minimum} to ${schema.maximum}`
  if (schema.type === 'integer') return 'a moment: milliseconds since 1970 by the server’s clock'
  throw new Error(`house/commands.test.ts has no words for ${JSON.stringify(schema)}`)
}

const fields = (type: CommandType): readonly string[] => {
  const { properties = {} } = commands[type].toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema
  const rows = Object.entries(properties).map(([name, schema]) => `| \`${name}\` | ${whatIs(schema)} |`)
  return rows.length === 0 ? ['No fields: `data` is `{}`.'] : ['| field | |', '|---|---|', ...rows]
}

const seats: readonly Seat[] = [...roles, 'system']
const called = (seat: Seat): string => (seat === 'system' ? 'time itself' : seat)
const who = (type: CommandType): string => {
  const may = seats.filter((seat) => grants(seat, type) === 'yes').map(called)
  const own = seats.filter((seat) => grants(seat, type) === 'own').map((seat) => `${called(seat)} on what is theirs`)
  return [...may, ...own].join(', ')
}

const section = (type: CommandType): readonly string[] => {
  const said = meaning(type)
  return [
    `### ${type}`,
    '',
    ...(said ? [said, ''] : []),
    ...fields(type),
    '',
    `May: ${who(type)}.  `,
    `Refused: ${refusals[type].map((why) => `\`${why}\``).join(' ')}`,
    '',
  ]
}

const page = (): string => {
  const types = Object.keys(commands) as CommandType[]
  const features = [...new Set(types.map((type) => type.split('.')[0] ?? ''))]
  return [
    '# Commands',
    '',
    'Written from the registry by `tests/house/commands.test.ts`; do not edit. What a reason means stands in `shared/src/contract/rejections.ts`.',
    '',
    'Each travels as `{ id, type, data }`. Unknown keys are refused. Beside the reasons named here, any command can be answered with `malformed`,',
    '`too-fast` or `unavailable`, and one that carries text with `text-empty`, `text-too-long` or `text-refused`. A command that is valid and has nothing left to do is accepted.',
    '',
    ...features.flatMap((feature) => [`## ${feature}`, '', ...types.filter((type) => type.startsWith(`${feature}.`)).flatMap(section)]),
  ].join('\n')
}

test('docs/commands.md says what the registry says', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/commands.md')
})
