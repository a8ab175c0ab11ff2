/** The record itself, as docs/record.schema.json describes it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { unhurried } from './cooperative.ts'

export async function json(record: SessionRecord): Promise<Uint8Array> {
  return new TextEncoder().encode(await unhurried(linesOf(record)))
}

/** As `JSON.stringify(record, null, 2)` writes it, a row at a time. */
function* linesOf(record: SessionRecord): Generator<void, string> {
  const members: string[] = []
  for (const [key, value] of Object.entries(record)) {
    if (!Array.isArray(value)) {
      members.push(`  ${JSON.stringify(key)}: ${indented(value, '  ')}`)
      continue
    }
    const rows: string[] = []
    for (const row of value) {
      rows.push(`    ${indented(row, '    ')}`)
      yield
    }
    members.push(`  ${JSON.stringify(key)}: ${rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`}`)
  }
  return `{\n${members.join(',\n')}\n}\n`
}

const indented = (value: unknown, by: string): string => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`)
