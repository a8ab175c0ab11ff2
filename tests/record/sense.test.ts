/** The sense of the room in the record, in every format and language. It is published in words and is not a vote. */

import { exportRecord } from '@rostrum/server/services/record/export-record'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { PromptId, SessionId } from '@rostrum/shared/contract/ids'
import { recordSchema } from '@rostrum/shared/contract/record'
import type { formats } from '@rostrum/shared/contract/record-formats'
import type { Event } from '@rostrum/shared/contract/registry'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
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
const few = { amount: 'a-few', spread: null } as const
const many = { amount: 'many', spread: 'all-groups' } as const
const some = { amount: 'some', spread: 'three-groups' } as const
const words = { comfortable: many, 'could-live': some, concerns: few, discuss: few, 'no-view': few }
const publish = (id: string, result?: SenseResult): Event => ({
  type: 'sense.published',
  data: { prompt: toPrompt(id), ...(result && { result }) },
})
const ends = {
  turnout: publish('turnout', { turnout: 'some', words: null }),
  nothing: publish('nothing', { turnout: null, words: null }),
  before: publish('before'),
}
const texts = { en: 'Inputs are answered.', ar: 'يُرد على المساهمات.' }
const commits = buildLog(plan, [
  ...queueOpen,
  put('first', { text: texts }),
  close('first'),
  publish('first', { turnout: 'nearly-all', words }),
  put('second', { text: 'It meets yearly.', one: 'delegation' }),
  close('second'),
  command('chair', 'sense.discard', { prompt: toPrompt('second') }),
  put('third', { text: 'It is withdrawn.' }),
  command('desk', 'sense.withdraw', { prompt: toPrompt('third') }),
  ...(['turnout', 'nothing', 'before'] as const).flatMap((id) => [put(id, { text: `It is put to ${id}.` }), close(id), ends[id]]),
])
const make = async (format: (typeof formats)[number], language: (typeof languageIds)[number] = 'en', isPublic = false) => {
  const options = { format, language, public: isPublic, notes: false }
  return (await exportRecord('session' as SessionId, commits, options)).bytes
}
const readText = async (format: (typeof formats)[number], language: (typeof languageIds)[number] = 'en', isPublic = false) =>
  new TextDecoder().decode(await make(format, language, isPublic))

test('[E19] the record has the prompt, times, the published words, and none of a discarded result', async () => {
  const record = recordSchema.parse(JSON.parse(await readText('json')))
  expect(record.sense).toMatchObject([
    {
      text: [
        { language: 'en', text: texts.en },
        { language: 'ar', text: texts.ar },
      ],
      ...{ outcome: 'published', of: 0, turnout: 'nearly-all' },
      responses: Object.entries(words).map(([kind, one]) => ({ kind, ...one })),
    },
    { outcome: 'discarded', one: 'delegation', turnout: null, responses: [] },
    { outcome: 'withdrawn', turnout: null, responses: [] },
    { outcome: 'published', turnout: 'some', responses: [] },
    { outcome: 'published', turnout: null, responses: [] },
    { outcome: 'published', turnout: null, responses: [] },
  ])
})

test('[E19] the record of a session without a prompt contains nothing about it', async () => {
  const bytes = (
    await exportRecord('session' as SessionId, buildLog(plan, queueOpen), { format: 'json', language: 'en', public: false, notes: false })
  ).bytes
  expect(JSON.parse(new TextDecoder().decode(bytes))).not.toHaveProperty('sense')
})

test.each(languageIds)('[E19] the report states the published words and nothing else, and that it was not a vote: %s', async (language) => {
  const report = await readText('md', language, true)
  const { write } = getReportText(language)
  const say = (key: Parameters<typeof write>[0], values = {}) =>
    write(key, values)
      .map(({ text }) => text)
      .join('')
  expect(report).toContain(say('heading.sense'))
  const { amounts, spreads } = getReportText(language)
  for (const text of [amounts.many, spreads['all-groups'], amounts['a-few'], say('sense.turnout.nearly-all')])
    expect(report).toContain(text)
  expect(report.split(say('sense.notVote'))).toHaveLength(7)
  expect(report.split(say('sense.turnout.some'))).toHaveLength(2)
  expect(report).toContain(say('sense.publishedTurnout'))
  expect(report).toContain(say('sense.publishedNothing', { n: 20 }))
  expect(report).toContain(say('sense.discarded'))
})

test('[E19] Word documents, workbooks and tables contain it too', async () => {
  expect(readEntry(await make('docx'), 'word/document.xml')).toContain('This was not a vote.')
  expect(readEntry(await make('csv'), 'sense.csv')).toMatch(/Inputs are answered.*nearly-all,comfortable,many,all-groups/)
  expect([...unzip(await make('xlsx')).keys()].filter((name) => name.includes('worksheets/sheet'))).toHaveLength(10)
})
