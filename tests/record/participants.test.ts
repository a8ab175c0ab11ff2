/** The list of participants names those who agreed, and nobody else, in every format and language. */
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { formats } from '@rostrum/shared/contract/record-formats'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { plan } from '../support/fixtures.ts'
import { command, queueOpen } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { extractText } from '../support/zip-reader.ts'

const commits = buildLog(plan, [...queueOpen, command('chair', 'session.close', {})])
const names = new Map([
  ['gov-1' as PersonId, 'Ada Example'],
  ['civil-1' as PersonId, 'مثال'],
])
const write = async (format: (typeof formats)[number], language: (typeof languageIds)[number], isPublic = false, agreed = names) =>
  (await exportRecord('listed' as SessionId, commits, { format, language, public: isPublic, notes: false, names: agreed })).bytes
const toText = async (...given: Parameters<typeof write>) => extractText(await write(...given)).join('\n')

for (const format of formats)
  test.each(languageIds)(`[R88] ${format} has the list with the names of those who agreed, in %s`, async (language) => {
    const [full, redacted] = [await toText(format, language), await toText(format, language, true)]
    for (const name of names.values()) expect([full.includes(name), redacted.includes(name)]).toEqual([true, true])
    // Organization 1 agreed in the person of civil-1; Company 1 did not.
    expect(full).toContain('Company 1')
    expect(redacted).not.toContain('Company 1')
    const title = getPlainText(getReportText(language).write('heading.participants'))
    if (format === 'md' || format === 'docx') expect(full).toContain(title)
  })

test('[R88] people are listed by group and organization, and nobody is named who did not agree', async () => {
  const record = JSON.parse(new TextDecoder().decode(await write('json', 'en'))) as SessionRecord
  expect(record.participants.map(({ group, entity, name }) => [group, entity, name]).slice(0, 3)).toEqual([
    ['government', 'Delegation 1', 'Ada Example'],
    ['government', 'Delegation 1', null],
    ['government', 'Delegation 2', null],
  ])
  expect(record.participants.filter(({ name }) => name !== null)).toHaveLength(2)
})

test('[R88] the same consents give the same bytes, and an erased roster a list without names', async () => {
  expect(await write('docx', 'en')).toEqual(await write('docx', 'en'))
  const erased = await toText('md', 'en', false, new Map())
  expect([erased.includes('Delegation 1'), erased.includes('Ada Example')]).toEqual([true, false])
  expect(await toText('md', 'en', true, new Map())).not.toContain('List of participants')
})
