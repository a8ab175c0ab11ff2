/** The public version in every format: its bytes contain nothing that only the secretariat sees. */
import { exportRecord } from '@rostrum/server/record/export-record'
import { formats } from '@rostrum/server/record/formats/formats'
import { languages } from '@rostrum/server/record/text/languages'
import { describe, expect, test } from 'vitest'
import { hasLeaked } from '../support/canary.ts'
import { buildModelLog, makeModelPlan, modelId, secretTexts } from '../support/model-session.ts'
import { extractText } from '../support/zip-reader.ts'

const hiddenCommits = buildModelLog(makeModelPlan('hidden'))
const namedCommits = buildModelLog(makeModelPlan('named'))
const secretMarks = Object.entries(secretTexts)

const findLeaks = async (
  commits: typeof hiddenCommits,
  wanted: Omit<Parameters<typeof exportRecord>[2], 'language'>,
  language: 'en' | 'fr' | 'ar',
) => {
  const texts = extractText((await exportRecord(modelId, commits, { ...wanted, language })).bytes)
  return secretMarks.filter(([, mark]) => hasLeaked(texts, mark)).map(([name]) => name)
}

const isReport = (format: string): boolean => format === 'md' || format === 'docx'

describe.each(formats)('%s', (format) => {
  test.each(languages)('[R4] the secretariat’s version has all secrets, in %s', async (language) => {
    const all = await findLeaks(hiddenCommits, { format, public: false, notes: false }, language)
    // A report is sent round: it gives the groups of those who asked, and counts what was not published.
    const expectedMarks = isReport(format) ? secretMarks.filter(([name]) => name === 'point') : secretMarks
    expect(all).toEqual(expectedMarks.map(([name]) => name))
  })

  test.each(languages)('[R4] the public version has none of them, in %s', async (language) => {
    expect(await findLeaks(hiddenCommits, { format, public: true, notes: false }, language)).toEqual([])
  })

  test('[R4] the public version has notes only where the secretariat exports them, and authors where the session names them', async () => {
    expect(await findLeaks(hiddenCommits, { format, public: true, notes: true }, 'en')).toEqual(['point'])
    expect(await findLeaks(namedCommits, { format, public: true, notes: false }, 'en')).toEqual(isReport(format) ? [] : ['author'])
  })
})
