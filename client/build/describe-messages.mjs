/**
 * Writes `shared/locales/messages.d.ts`: a type for each file of the English messages, with the arguments of each key. It fails if another
 * language has different keys. It also fails if a message there has an argument that English does not have.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

const locales = join(import.meta.dirname, '../../shared/locales')
const scopes = readdirSync(join(locales, 'en'))
  .map((name) => basename(name, '.json'))
  .filter((scope) => scope !== 'about')

/** The kinds of parts, by the numbers of the parser. */
const kinds = { plainText: 0, hash: 7, tag: 8 }

const listNames = (parts) =>
  parts.flatMap(({ type, value, options = {}, children = [] }) => [
    ...(type === kinds.plainText || type === kinds.hash ? [] : [type === kinds.tag ? `<${value}>` : value]),
    ...listNames(children),
    ...Object.values(options).flatMap((option) => listNames(option.value)),
  ])

/** Returns the arguments of every message in a file, sorted. A tag is in angle brackets. */
const describe = (language, scope) => {
  const messages = Object.entries(JSON.parse(readFileSync(join(locales, language, `${scope}.json`), 'utf8')))
  return new Map(messages.map(([key, message]) => [key, [...new Set(listNames(new IntlMessageFormat(message, 'en').getAst()))].sort()]))
}

const faults = []
const types = scopes.map((scope) => {
  const english = describe('en', scope)
  for (const language of readdirSync(locales, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'en')) {
    const other = describe(language.name, scope)
    for (const key of new Set([...english.keys(), ...other.keys()])) {
      const [wanted, has] = [english.get(key), other.get(key)]
      const surplus = has?.filter((name) => !wanted?.includes(name)) ?? []
      if (wanted === undefined || has === undefined)
        faults.push(`${key} is only in ${wanted === undefined ? language.name : 'en'}/${scope}.json`)
      else if (surplus.length > 0)
        faults.push(`${key} in ${language.name}/${scope}.json takes ${surplus}, which it does not take in English`)
      else if (has.length < wanted.length)
        faults.push(`${key} in ${language.name}/${scope}.json leaves out ${wanted.filter((name) => !has.includes(name))}`)
    }
  }
  const rows = [...english].map(([key, names]) => {
    const values = names.filter((name) => !name.startsWith('<')).map((name) => `'${name}'`)
    return `  '${key}': ${values.join(' | ') || 'never'}\n`
  })
  return `export type ${scope[0].toUpperCase()}${scope.slice(1)}Messages = {\n${rows.join('')}}\n`
})
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`)
  process.exit(1)
}
const file = join(locales, 'messages.d.ts')
const text = types.join('\n')
if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
