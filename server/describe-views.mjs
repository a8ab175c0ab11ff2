/**
 * Writes `dist/views.json`: a JSON schema for each part of a view, made from its type and the comments of its fields. The build runs it.
 * An object with a name of its own becomes a definition.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { API, SymbolFlags, TypeFlags } from 'typescript/unstable/sync'

const shared = join(import.meta.dirname, '../shared')
const config = join(shared, 'tsconfig.json')
const api = new API()
const { checker, program } = api.updateSnapshot({ openProjects: [config] }).getProject(config)
const definitions = {}
/** The types of the definitions. */
const defined = {}

const primitives = [
  [TypeFlags.Null, { type: 'null' }],
  [TypeFlags.String, { type: 'string' }],
  [TypeFlags.Number, { type: 'number' }],
  [TypeFlags.Boolean, { type: 'boolean' }],
]
const findPrimitive = ({ flags }) => primitives.find(([flag]) => flags & flag)?.[1]

/** Returns the schema of a type. */
function describe(type) {
  const primitive = findPrimitive(type)
  if (primitive !== undefined) return primitive
  if (type.isLiteralType()) return { const: type.value }
  if (type.isUnionType()) return describeUnion(type.getTypes().filter(({ flags }) => !(flags & TypeFlags.Undefined)))
  if (checker.isArrayType(type)) return { type: 'array', items: describe(checker.getTypeArguments(type)[0]) }
  // An id or a time is a text or a number with a brand, which JSON does not have.
  const branded = type.isIntersectionType() ? type.getTypes().map(findPrimitive).find(Boolean) : undefined
  if (branded === undefined && !(type.flags & (TypeFlags.Object | TypeFlags.Intersection)))
    throw new Error(`No schema for the type ${checker.typeToString(type)}`)
  const named = type.getAliasTypeArguments().length === 0 ? type.getAliasSymbol() : undefined
  const about = describeSymbol(named)
  if (named === undefined || (branded !== undefined && about.description === undefined)) return branded ?? describeObject(type)
  const { name } = named
  if ((defined[name] ?? type) !== type) throw new Error(`Two types have the name ${name}`)
  defined[name] = type
  definitions[name] ??= { ...about, ...(branded ?? describeObject(type)) }
  return { $ref: `#/components/schemas/${name}` }
}

function describeUnion(types) {
  const schemas = types.map(describe)
  const literals = schemas.flatMap((schema) => ('const' in schema ? [schema.const] : []))
  const others = schemas.filter((schema) => !('const' in schema))
  const isBoolean = literals.includes(true) && literals.includes(false)
  if (literals.length > 0) others.push(isBoolean ? { type: 'boolean' } : { enum: literals.sort() })
  return others.length === 1 ? others[0] : { anyOf: others }
}

function describeObject(type) {
  const symbols = checker.getPropertiesOfType(type).filter(({ name }) => !name.startsWith('__@'))
  const [index] = checker.getIndexInfosOfType(type)
  return {
    type: 'object',
    properties: Object.fromEntries(
      symbols.map((symbol) => [symbol.name, { ...describeSymbol(symbol), ...describe(checker.getTypeOfSymbol(symbol)) }]),
    ),
    required: symbols.filter(({ flags }) => !(flags & SymbolFlags.Optional)).map(({ name }) => name),
    additionalProperties: index === undefined ? false : describe(index.valueType),
  }
}

function describeSymbol(symbol) {
  const description = symbol?.getDocumentationComment(checker)
  return description ? { description } : {}
}

const file = program.getSourceFile(join(shared, 'src/projection/registry.ts'))
const values = checker.getMemberInModuleExports(checker.getSymbolAtLocation(file), 'PartValues')
const { properties: parts } = describeObject(checker.getDeclaredTypeOfSymbol(values))
writeFileSync(join(import.meta.dirname, 'dist/views.json'), JSON.stringify({ parts, definitions }))
api.close()
