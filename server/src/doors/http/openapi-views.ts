/** Views and frames in the OpenAPI document. The registry tells which audience has which parts; the build has read the types of the parts. */
import { readFileSync } from 'node:fs'
import { audiences } from '@rostrum/shared/contract/roles'
import { type DescribedPart, describedParts } from '@rostrum/shared/projection/registry'
import { z } from 'zod'

type Schema = Readonly<Record<string, unknown>>
type Schemas = Readonly<Record<string, Schema>>
const schemasSchema = z.record(z.string(), z.record(z.string(), z.unknown()))
const builtSchema = z.object({ parts: schemasSchema, definitions: schemasSchema })

const text = { type: 'string' }
const integer = { type: 'integer' }
const refer = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const is = (value: string): Schema => ({ const: value })
const listOf = (items: unknown): Schema => ({ type: 'array', items })
const tuple = (...items: readonly unknown[]): Schema => {
  const { length } = items
  return { type: 'array', prefixItems: items, minItems: length, maxItems: length }
}
const object = (properties: Schema, required = Object.keys(properties)): Schema => {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** The components of the document that describe views and frames. */
export function describeViews(): Schemas {
  const built = builtSchema.parse(JSON.parse(readFileSync(new URL('../../../dist/views.json', import.meta.url), 'utf8')))
  const parts = Object.entries(describedParts).map(([name, part]) => describePart(name, part, built.parts[name] ?? {}))
  const streams = [...audiences.map((audience) => describeStream(audience, 'a', isFor(audience))), describeStream('person', 'p', isForOne)]
  const ofAudiences = (kind: string) => audiences.map((audience) => refer(`${kind}.${audience}`))
  return {
    ...Object.assign({}, built.definitions, ...parts, ...streams),
    AudienceView: { description: 'What everybody in an audience holds: that of the person’s role.', anyOf: ofAudiences('View') },
    PersonView: refer('View.person'),
    Cursor: { ...text, description: 'Equal cursors mean that the same is held, apart from what is in no log, such as `presence`.' },
    Frame: {
      description: 'The view `v` replaces what is held of the stream `s`. The deltas `d` count only if the cursor `b` is held.',
      anyOf: [...ofAudiences('Frame'), refer('Frame.person')],
    },
  }
}

/** The part itself, and the deltas that change it. */
function describePart(name: string, { about, shape = 'value', presence }: DescribedPart, schema: Schema): Schemas {
  const part = is(name)
  const changes = {
    value: [],
    rows: [tuple(is('+'), part, text, schema['additionalProperties']), tuple(is('-'), part, text)],
    list: [tuple(is('~'), part, tuple(listOf(integer), listOf(tuple(integer, integer)), listOf(tuple(integer, schema['items']))))],
    text: [tuple(is('~'), part, tuple(integer, integer, text))],
  }
  const removal = presence === 'sometimes' ? [tuple(is('!'), part)] : []
  return {
    [`Part.${name}`]: { ...schema, description: about },
    [`Delta.${name}`]: { anyOf: [tuple(is('='), part, refer(`Part.${name}`)), ...removal, ...changes[shape]] },
  }
}

const isFor =
  (audience: (typeof audiences)[number]) =>
  (part: DescribedPart): boolean =>
    part.audiences?.[audience] ?? false
const isForOne = (part: DescribedPart): boolean => part.audiences === undefined

/** The whole view of a stream, and its frames: a snapshot, or deltas. */
function describeStream(stream: string, letter: 'a' | 'p', has: (part: DescribedPart) => boolean): Schemas {
  const parts = Object.entries(describedParts).filter(([, part]) => has(part))
  const always = parts.filter(([, { presence }]) => presence !== 'sometimes')
  const properties = Object.fromEntries(parts.map(([name]) => [name, refer(`Part.${name}`)]))
  const head = { s: is(letter), t: refer('Instant'), c: refer('Cursor') }
  const deltas = listOf({ anyOf: parts.map(([name]) => refer(`Delta.${name}`)) })
  return {
    [`View.${stream}`]: object(
      properties,
      always.map(([name]) => name),
    ),
    [`Frame.${stream}`]: { anyOf: [object({ ...head, v: refer(`View.${stream}`) }), object({ ...head, b: refer('Cursor'), d: deltas })] },
  }
}
