/**
 * Writes `shared/locales/messages.d.ts`: for each file of the English messages a type that has each key with the names of what the message
 * takes. It stops if another language does not have the same keys, and in each message the same names.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'

const locales = join(import.meta.dirname, '../../shared/locales')
const scopes = ['phone', 'asked', 'staff']

/** Kinds of a part, as the parser numbers them. */
const kinds = { plainText: 0, hash: 7, tag: 8 }

const listNames = (parts) =>
  parts.flatMap(({ type, value, options = {}, children = [] }) => [
    ...(type === kinds.plainText || type === kinds.hash ? [] : [type === kinds.tag ? `<${value}>` : value]),
    ...listNames(children),
    ...Object.values(options).flatMap((option) => listNames(option.value)),
  ])

/** The names of every message of a file, sorted. A tag is in angle brackets. */
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
      const [wanted, has] = [english.get(key)?.join(), other.get(key)?.join()]
      if (wanted !== has) faults.push(`${language.name}/${scope}.json: ${key} takes ${has}, and in English ${wanted}`)
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
