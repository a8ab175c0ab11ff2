/** The public version in every format: its bytes contain nothing that only the secretariat sees. */

import { exportRecord } from '@rostrum/server/services/record/export-record'
import { recordSchema } from '@rostrum/shared/contract/record'
import { formats } from '@rostrum/shared/contract/record-formats'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { describe, expect, test } from 'vitest'
import { hasLeaked } from '../support/canary.ts'
import { plan } from '../support/fixtures.ts'
import { approve, ask, command, join, queueOpen, toEntryId, toQuestionId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { buildModelLog, makeModelPlan, modelId, secretTexts } from '../support/model-session.ts'
import { extractText } from '../support/zip-reader.ts'

const hiddenCommits = buildModelLog(makeModelPlan('hidden'))
const namedCommits = buildModelLog(makeModelPlan('named'))
const secretMarks = Object.entries(secretTexts)

const findLeaks = async (
  commits: typeof hiddenCommits,
  wanted: Omit<Parameters<typeof exportRecord>[2], 'language'>,
  language: LanguageId,
) => {
  const texts = extractText((await exportRecord(modelId, commits, { ...wanted, language })).bytes)
  return secretMarks.filter(([, mark]) => hasLeaked(texts, mark)).map(([name]) => name)
}

const isReport = (format: string): boolean => format === 'md' || format === 'docx'

describe.each(formats)('%s', (format) => {
  test.each(languageIds)('[R4] the secretariat’s version has all secrets, in %s', async (language) => {
    const all = await findLeaks(hiddenCommits, { format, public: false, notes: false }, language)
    // A report is sent round. It gives the groups of those who asked, and only counts what was not published. The name of the organization
    // that asked is in the list of participants alone.
    const expectedMarks = isReport(format) ? secretMarks.filter(([name]) => name === 'point' || name === 'author') : secretMarks
    expect(all).toEqual(expectedMarks.map(([name]) => name))
  })

  test.each(languageIds)('[R4] the public version has none of them, in %s', async (language) => {
    expect(await findLeaks(hiddenCommits, { format, public: true, notes: false }, language)).toEqual([])
  })

  test('[R4] the public version has notes only if the secretariat exports them, and authors only if the session names them', async () => {
    expect(await findLeaks(hiddenCommits, { format, public: true, notes: true }, 'en')).toEqual(['point'])
    expect(await findLeaks(namedCommits, { format, public: true, notes: false }, 'en')).toEqual(isReport(format) ? [] : ['author'])
  })
})

test.each([
  ['at the close', command('chair', 'session.close', {}), 'not-reached'],
  ['merged', command('desk', 'questions.merge', { question: toQuestionId('gov-1-asks'), into: toQuestionId('civil-1-asks') }), 'merged'],
  ['moved to the list', command('desk', 'questions.move-to-queue', { question: toQuestionId('gov-1-asks') }), 'moved-to-queue'],
])('[L113] text that nobody approved does not become public because the question once was: %s', async (_, fate, status) => {
  const about = { question: toQuestionId('gov-1-asks') }
  const published = [...queueOpen, ask('gov-1', 'First words?'), ask('civil-1'), approve('gov-1-asks'), approve('civil-1-asks')]
  const takenBack = [
    command('desk', 'questions.decline', { ...about, reason: 'conduct' }),
    command('desk', 'questions.reopen', about),
    command('desk', 'questions.edit', { ...about, text: 'Other words?', expectedText: 'First words?' }),
  ]
  const read = async (history: Parameters<typeof buildLog>[1], isPublic: boolean) => {
    const options = { format: 'json', language: 'en', public: isPublic, notes: true } as const
    return Buffer.from((await exportRecord(modelId, buildLog(plan, history), options)).bytes).toString()
  }
  const full = recordSchema.parse(JSON.parse(await read([...published, ...takenBack, fate], false)))
  expect(full.questions[0]).toMatchObject({ text: 'Other words?', original: 'First words?', number: 1, status })
  expect(await read([...published, ...takenBack, fate], true)).not.toMatch(/First words|Other words/)
  expect(await read([...published, fate], true)).toContain('First words?')
})

test('[R4] a question whose author is hidden cannot be matched by its time with a request of its author', async () => {
  const commits = buildLog({ ...plan, questions: { ...plan.questions, attribution: 'hidden' } }, [
    ...queueOpen,
    command('gov-1', 'questions.ask', { text: 'Why?', receipt: null }, { id: 'gov-1-asks', at: 40 }),
    join('gov-1', 40),
    approve('gov-1-asks'),
  ])
  const read = async (isPublic: boolean) =>
    recordSchema.parse(
      JSON.parse(
        Buffer.from(
          (await exportRecord(modelId, commits, { format: 'json', language: 'en', public: isPublic, notes: true })).bytes,
        ).toString(),
      ),
    )
  const [full, shown] = [await read(false), await read(true)]
  const [request] = full.requests
  expect([full.questions[0]?.askedAt, shown.requests[0]?.askedAt]).toEqual([request?.askedAt, request?.askedAt])
  expect(JSON.stringify(shown.questions)).not.toContain(request?.askedAt)
  expect(shown.questions[0]).toMatchObject({ status: 'approved', entity: null, askedAt: null })
})

test('[R104] nothing in the public version tells who withdrew a request, also in a group with one organization', async () => {
  const commits = buildLog(plan, [
    ...queueOpen,
    join('gov-1'),
    join('agency-1', 75),
    command('desk', 'queue.move', { entry: toEntryId('agency-1'), before: toEntryId('gov-1') }),
    command('agency-1', 'queue.withdraw', { entry: toEntryId('agency-1') }),
    command('chair', 'session.close', {}),
  ])
  const read = async (isPublic: boolean) => {
    const { bytes } = await exportRecord(modelId, commits, { format: 'json', language: 'en', public: isPublic, notes: true })
    return recordSchema.parse(JSON.parse(Buffer.from(bytes).toString()))
  }
  const [full, shown] = [await read(false), await read(true)]
  const [was, is] = [full, shown].map(({ requests }) => requests.find(({ outcome }) => outcome === 'withdrawn'))
  expect(was).toMatchObject({ entity: 'Agency 1', group: 'international', channel: 'room', number: 2 })
  const minute = was?.askedAt.replace(/:\d\d\.\d{3}Z$/, ':00.000Z')
  expect(minute).not.toBe(was?.askedAt)
  expect(is).toMatchObject({ number: 0, entity: null, group: null, channel: null, requestChannel: null, askedAt: minute })
  expect([full, shown].map(({ decisions }) => decisions.filter(({ what }) => what === 'moved').length)).toEqual([1, 0])
})
