/** The sense of the room in the record, in every format and language. It publishes marks and is not a vote. */

import { exportRecord } from '@rostrum/server/services/record/export-record'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { GroupId, PromptId, SessionId } from '@rostrum/shared/contract/ids'
import { recordSchema } from '@rostrum/shared/contract/record'
import type { formats } from '@rostrum/shared/contract/record-formats'
import type { Event } from '@rostrum/shared/contract/registry'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { sentence } from '../support/command-scenarios.ts'
import { plan } from '../support/fixtures.ts'
import { command, queueOpen, toCommandId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { readEntry, unzip } from '../support/zip-reader.ts'

const toPrompt = (name: string) => toCommandId(name) as string as PromptId
const put = (id: string, changes: object = {}) => command('chair', 'sense.put', { ...sentence, ...changes }, { id })
const close = (id: string) => command('chair', 'sense.close', { prompt: toPrompt(id) })
const count = (id: string, responded: number, of: number): Event => ({
  type: 'sense.counted',
  data: { prompt: toPrompt(id), participation: { responded, of, groups: 2, ofGroups: 2 } },
})
const published: Event = {
  type: 'sense.published',
  data: {
    prompt: toPrompt('first'),
    breadth: {
      columns: [{ groups: ['government' as GroupId] }, { groups: ['civil' as GroupId, null] }],
      marks: [
        { room: [true, true], remote: [false, true] },
        { room: [false, false], remote: [false, false] },
      ],
    },
  },
}
const texts = { en: 'Inputs are answered.', ar: 'يُرد على المساهمات.' }
const commits = buildLog(plan, [
  ...queueOpen,
  put('first', { text: texts }),
  close('first'),
  count('first', 41, 63),
  published,
  put('second', { text: 'It meets yearly.', one: 'delegation' }),
  close('second'),
  count('second', 22, 63),
  command('chair', 'sense.discard', { prompt: toPrompt('second') }),
  put('third', { text: 'It is withdrawn.' }),
  command('desk', 'sense.withdraw', { prompt: toPrompt('third') }),
])
const make = async (format: (typeof formats)[number], language: (typeof languageIds)[number] = 'en', isPublic = false) => {
  const options = { format, language, public: isPublic, notes: false }
  return (await exportRecord('session' as SessionId, commits, options)).bytes
}
const readText = async (format: (typeof formats)[number], language: (typeof languageIds)[number] = 'en', isPublic = false) =>
  new TextDecoder().decode(await make(format, language, isPublic))

test('[E19] the record has the prompt, times, participation, published marks, and no figure of a discarded result', async () => {
  const record = recordSchema.parse(JSON.parse(await readText('json')))
  expect(record.sense).toMatchObject([
    {
      text: [
        { language: 'en', text: texts.en },
        { language: 'ar', text: texts.ar },
      ],
      outcome: 'published',
      participation: { responded: 41, of: 63 },
      columns: [['government'], ['civil', null]],
      responses: [
        { kind: 'comfortable', marks: { room: [0, 1], remote: [1] } },
        { kind: 'concerns', marks: { room: [], remote: [] } },
      ],
    },
    { outcome: 'discarded', one: 'delegation', columns: null, responses: [{ marks: null }, { marks: null }] },
    { outcome: 'withdrawn', participation: null },
  ])
})

test('[E19] the record of a session without a prompt contains nothing about it', async () => {
  const bytes = (
    await exportRecord('session' as SessionId, buildLog(plan, queueOpen), { format: 'json', language: 'en', public: false, notes: false })
  ).bytes
  expect(JSON.parse(new TextDecoder().decode(bytes))).not.toHaveProperty('sense')
})

test.each(languageIds)('[E19] the report states how many responded, in which groups, and that it was not a vote: %s', async (language) => {
  const report = await readText('md', language, true)
  const { write } = getReportText(language)
  const say = (key: Parameters<typeof write>[0], values = {}) =>
    write(key, values)
      .map(({ text }) => text)
      .join('')
  expect(report).toContain(say('heading.sense'))
  expect(report).toContain(say('sense.inGroups', { n: 2, of: 2 }))
  expect(report.split(say('sense.notVote'))).toHaveLength(4)
  expect(report.split(say('sense.fewer'))).toHaveLength(2)
  expect(report).toContain(say('sense.discarded'))
})

test('[E19] Word documents, workbooks and tables contain it too', async () => {
  expect(readEntry(await make('docx'), 'word/document.xml')).toContain('This was not a vote.')
  expect(readEntry(await make('csv'), 'sense.csv')).toMatch(/Inputs are answered.*comfortable.*government; civil; no-group/)
  expect([...unzip(await make('xlsx')).keys()].filter((name) => name.includes('worksheets/sheet'))).toHaveLength(9)
})
