/** A language determines its own signs and order. Code that puts a comma between two texts would decide for all six languages. */
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { listFiles, readSource } from './sources.ts'

type Node = { readonly type: string; readonly start: number; readonly [part: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const listNodes = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(listNodes)
  if (!isNode(value)) return []
  return [value, ...Object.values(value).flatMap((part) => (typeof part === 'object' ? listNodes(part) : []))]
}

/** Punctuation that languages write differently. The middle dot between two labels is the same in all six. */
const signs = /[.,:;()]/
const callsTranslate = (node: unknown): boolean =>
  isNode(node) && node.type === 'CallExpression' && isNode(node['callee']) && node['callee']['name'] === 't'

const describe = (node: Node): string | null => {
  if (node.type === 'JSXText') return signs.test(String(node['value'])) ? 'a sign beside a text' : null
  if (node.type === 'TemplateLiteral') {
    const quasis = (node['quasis'] as { readonly value: { readonly raw: string } }[])
      .map(({ value }) => value.raw.replaceAll(' · ', ''))
      .join('')
    return (signs.test(quasis) || quasis.includes(' ')) && (node['expressions'] as unknown[]).some(callsTranslate)
      ? 'a sentence from pieces'
      : null
  }
  if (node.type !== 'CallExpression' || !isNode(node['callee']) || node['callee'].type !== 'MemberExpression') return null
  const [glue] = node['arguments'] as Node[]
  return isNode(node['callee']['property']) && node['callee']['property']['name'] === 'join' && /^[,;、] $/.test(String(glue?.['value']))
    ? 'a list without its last word'
    : null
}

const findGlue = (path: string, source: string): readonly string[] =>
  listNodes(parseSync(path, source).program).flatMap((node) => {
    const fault = describe(node)
    return fault === null ? [] : [`${path}:${source.slice(0, node.start).split('\n').length} ${fault}`]
  })

/** The files that write texts into fields of the plan and read them again. These texts are the same in every language. */
const typedLists = ['client/src/features/planning/model/field-kinds.ts', 'client/src/features/planning/model/differences.ts']

test('[V116] no code of the pages assembles a sentence, a list or a pair of texts', () => {
  const files = listFiles('client/src').filter((path) => /\.tsx?$/.test(path) && !/\/languages\//.test(path) && !typedLists.includes(path))
  expect(files.length).toBeGreaterThan(400)
  expect(files.flatMap((path) => findGlue(path, readSource(path)))).toEqual([])
})

test('[V116] the rule finds a sign next to a text, a sentence made of pieces, and a joined list', () => {
  expect(findGlue('a.tsx', 'export const A = () => <p>{t("a")}. {t("b")}</p>')).toEqual(['a.tsx:1 a sign beside a text'])
  expect(findGlue('a.ts', `say(\`\${t('a')}: \${text}\`)`)).toEqual(['a.ts:1 a sentence from pieces'])
  expect(findGlue('a.ts', "const list = names.join(', ')")).toEqual(['a.ts:1 a list without its last word'])
  expect(findGlue('a.tsx', 'export const A = () => <p>{t("pair.comma", { a, b })}</p>')).toEqual([])
})
