/** Lists of people and plans as files, mostly valid at first, and then damaged. */

import { loadTemplate } from '@rostrum/server/services/template/templates'
import { formatPlan } from '@rostrum/server/services/template/write-plan'
import { plan } from '../../support/fixtures.ts'
import type { SeededRandom } from '../../support/seeded-random.ts'
import { makeSheetXml, makeWorkbook, packWorkbook, type WorkbookCell } from '../../support/xlsx-workbook.ts'
import { damage, makeText, repeat } from './hostile-values.ts'

const columns = ['Organization', 'Group', 'Channel', 'Name', 'Email', 'Language', 'Reg. No.', 'Consent', 'Organization', '__proto__', '']
const cells = ['Library', 'government', 'civil', 'room', 'remote', 'a@b.example', 'fr', '1', 'yes', '=1+1', '', '"', '1/2/2030', 'Chair']

const makeCell = (random: SeededRandom): string => (random.isLikely(0.8) ? random.pick(cells) : makeText(random).slice(0, 2_000))
const makeTable = (random: SeededRandom): readonly (readonly string[])[] => [
  random.isLikely(0.7) ? ['Organization', 'Group', 'Channel', 'Name'] : repeat(random, 12, () => random.pick(columns)),
  ...repeat(random, 12, () =>
    random.isLikely(0.8) ? Array.from({ length: 4 }, () => makeCell(random)) : repeat(random, 12, () => makeCell(random)),
  ),
]

export function makeCsvFile(random: SeededRandom): Buffer {
  const separator = random.pick([',', ',', ';', '\t', '|'])
  const quote = (cell: string) => (random.isLikely(0.9) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const text = makeTable(random)
    .map((row) => row.map(quote).join(separator))
    .join(random.pick(['\n', '\r\n', '\r']))
  const encoded = Buffer.from(
    random.isLikely(0.2) ? `\ufeff${text}` : text,
    random.isLikely(0.8) ? 'utf8' : random.pick(['utf16le', 'latin1']),
  )
  return random.isLikely(0.4) ? damage(random, encoded) : encoded
}

export function makeXlsxFile(random: SeededRandom): Buffer {
  const whole = random.isLikely(0.7)
    ? makeWorkbook({ People: makeTable(random) as readonly (readonly WorkbookCell[])[] })
    : packWorkbook({ People: damage(random, Buffer.from(makeSheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'))).toString() })
  return random.isLikely(0.5) ? damage(random, Buffer.from(whole)) : Buffer.from(whole)
}

const planTexts = [formatPlan(plan), formatPlan(loadTemplate('speakers'))]
const yaml = [
  '&a ',
  '*a',
  '!!js/function x',
  '<<: *a',
  '? ',
  '- - - ',
  '{',
  '[',
  '|2',
  '>',
  '%YAML 1.1',
  '---\n',
  '...\n',
  '\t',
  '0x1F',
  '1e999',
  '.nan',
]

export function makePlanFile(random: SeededRandom): Buffer {
  const lines = random.pick(planTexts).split('\n')
  for (let count = 1 + random.nextBelow(4); count > 0; count -= 1) {
    const at = random.nextBelow(lines.length)
    const how = random.nextBelow(4)
    if (how === 0) lines.splice(at, 1 + random.nextBelow(3))
    if (how === 1) lines.splice(at, 0, lines[random.nextBelow(lines.length)] ?? '')
    if (how === 2)
      lines[at] = (lines[at] ?? '').replace(/:.*/, `: ${random.isLikely(0.5) ? JSON.stringify(makeText(random)) : random.pick(yaml)}`)
    if (how === 3) lines[at] = `${random.pick(yaml)}${lines[at]}`
  }
  const text = Buffer.from(lines.join('\n'))
  return random.isLikely(0.2) ? damage(random, text) : text
}
