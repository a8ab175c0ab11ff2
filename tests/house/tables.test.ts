/** The meaning of a kind, a role, an audience, a channel, an attribution and a status is in its table. Code asks the table, and compares no name. */

import { channels } from '@rostrum/shared/contract/channels'
import { attributions, sessionPhases } from '@rostrum/shared/contract/enums'
import { turnKinds } from '@rostrum/shared/contract/kinds'
import { questionStatuses } from '@rostrum/shared/contract/question-statuses'
import { audiences, roles } from '@rostrum/shared/contract/roles'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { readSources } from './sources.ts'
import { type SyntaxNode, visitNodes } from './syntax.ts'

/** The values of a table, and what is called by their name. */
const tables = {
  kind: { asked: /\bkind$/, values: turnKinds, table: 'shared/src/contract/kinds.ts' },
  role: { asked: /\brole$|\broleBy\w+\[\w+\]$/, values: roles, table: 'shared/src/contract/roles.ts' },
  audience: { asked: /\baudience$/, values: audiences, table: 'shared/src/contract/roles.ts' },
  channel: { asked: /[cC]hannel$/, values: channels, table: 'shared/src/contract/channels.ts' },
  attribution: { asked: /\battribution$/, values: attributions, table: 'shared/src/contract/enums.ts' },
  'question status': { asked: /\bstatus(Before)?$/, values: questionStatuses, table: 'shared/src/contract/question-statuses.ts' },
} as const
type Table = (typeof tables)[keyof typeof tables]

/** Files about the sense of the room. A prompt has a status too, with a table of its own. */
const aboutPrompts = /sense/
const sources = readSources()

/** Finds comparisons, cases and lists of names: `role === 'chair'`, `case 'chair':`, `['chair'].includes(role)`. */
function findNamed(path: string, text: string, { asked, values }: Table): readonly string[] {
  const found: string[] = []
  const write = ({ start, end }: SyntaxNode): string => text.slice(start, end)
  const isValue = (node: SyntaxNode | null): boolean =>
    node !== null && node.type === 'Literal' && (values as readonly unknown[]).includes(node['value'])
  const note = (node: SyntaxNode, one: SyntaxNode, names: readonly (SyntaxNode | null)[]) => {
    if (asked.test(write(one)) && names.some(isValue)) found.push(`${path}: ${write(node).slice(0, 80)}`)
  }
  visitNodes(parseSync(path, text).program, (node) => {
    if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(String(node['operator']))) {
      const [left, right] = [node['left'], node['right']] as [SyntaxNode, SyntaxNode]
      note(node, left, [right])
      note(node, right, [left])
    } else if (node.type === 'SwitchStatement') {
      const cases = node['cases'] as readonly (SyntaxNode & { readonly test: SyntaxNode | null })[]
      note(
        node,
        node['discriminant'] as SyntaxNode,
        cases.map((one) => one.test),
      )
    } else if (node.type === 'CallExpression') {
      const callee = node['callee'] as SyntaxNode & { readonly object?: SyntaxNode & { readonly elements?: readonly SyntaxNode[] } }
      const [argument] = node['arguments'] as readonly SyntaxNode[]
      if (callee.object?.type === 'ArrayExpression' && argument) note(node, argument, callee.object.elements ?? [])
    }
  })
  return found
}

test.each(Object.entries(tables))('[L158] [L175] [L200] no code compares a name from the table of each %s', (_, table) => {
  const others = sources.filter(({ path }) => path !== table.table && !(table === tables['question status'] && aboutPrompts.test(path)))
  expect(others.flatMap(({ path, text }) => findNamed(path, text, table))).toEqual([])
})

/** Finds conditions that compare the phase of one session with two names: what they ask is a meaning of phases. */
function findTwoPhases(path: string, text: string): readonly string[] {
  const found: string[] = []
  const asks = new RegExp(String.raw`^([\w?.]*\bphase) [!=]== '(?:${sessionPhases.join('|')})'$`)
  visitNodes(parseSync(path, text).program, (node) => {
    if (node.type !== 'LogicalExpression') return
    const condition = text.slice(node.start, node.end)
    const asked = condition.split(/ (?:\|\||&&) /).flatMap((one) => one.match(asks)?.[1] ?? [])
    if (new Set(asked).size < asked.length) found.push(`${path}: ${condition.slice(0, 80)}`)
  })
  return found
}

test('[L158] no condition asks for two phases of a session, because their meaning is in their table', () => {
  expect(sources.flatMap(({ path, text }) => findTwoPhases(path, text))).toEqual([])
  expect(findTwoPhases('a.ts', "export const one = phase === 'open' || (two && session.phase === 'closed')")).toHaveLength(0)
  expect(findTwoPhases('a.ts', "export const one = session?.phase !== 'open' && two && session?.phase !== 'closed'")).toHaveLength(1)
})

test('a comparison, a case and a list of names are found', () => {
  const find = (text: string) => findNamed('a.ts', text, tables.role).length
  expect(find("export const one = person?.role !== 'chair'")).toBe(1)
  expect(find("export const one = 'chair' === roleByOffice[office]")).toBe(1)
  expect(find("switch (role) { case 'display': break }")).toBe(1)
  expect(find("export const one = ['chair', 'panellist'].includes(role)")).toBe(1)
  expect(find("export const one = surface === 'chair' || { role: 'chair' }.role === role")).toBe(0)
})
