/** The record as JSON. docs/record.schema.json describes it. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { runCooperatively } from './cooperative.ts'

export async function writeJson(record: SessionRecord): Promise<Uint8Array> {
  return new TextEncoder().encode(await runCooperatively(formatRecord(record)))
}

/** Writes the same text as `JSON.stringify(record, null, 2)`, one row at a time. */
function* formatRecord(record: SessionRecord): Generator<void, string> {
  const members: string[] = []
  for (const [key, value] of Object.entries(record)) {
    if (!Array.isArray(value)) {
      members.push(`  ${JSON.stringify(key)}: ${formatIndented(value, '  ')}`)
      continue
    }
    const rows: string[] = []
    for (const row of value) {
      rows.push(`    ${formatIndented(row, '    ')}`)
      yield
    }
    members.push(`  ${JSON.stringify(key)}: ${rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`}`)
  }
  return `{\n${members.join(',\n')}\n}\n`
}

const formatIndented = (value: unknown, by: string): string => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`)
