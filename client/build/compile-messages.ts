/**
 * Parses the messages when the client is built, so that a phone does not download a parser. Plain messages stay text. The others become the
 * input of IntlMessageFormat. Each file of a language is a separate download.
 */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Plugin } from 'vite'

export const locales = join(import.meta.dirname, '../../shared/locales')

/** Compiles one message. A message without arguments stays text. */
const compileMessage = (message: string): unknown => {
  const parsed = new IntlMessageFormat(message, 'en').getAst()
  const [first, ...more] = parsed
  if (first === undefined) return ''
  return more.length === 0 && first.type === 0 ? first.value : parsed
}

export const compileMessages = (): Plugin => ({
  name: 'rostrum-compile-messages',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] },
    optimizeDeps: { exclude: ['intl-messageformat'] },
    json: { stringify: false, namedExports: false },
  }),
  async load(id) {
    if (dirname(dirname(id)) !== locales || basename(id) === 'about.json') return null
    const messages: Readonly<Record<string, string>> = JSON.parse(await readFile(id, 'utf8'))
    return JSON.stringify(Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, compileMessage(message)])))
  },
})
