/** The public version in every format: what only the secretariat sees is nowhere in its bytes. */
import { exported } from '@rostrum/server/record/export-record'
import { formats } from '@rostrum/server/record/formats/formats'
import { languages } from '@rostrum/server/record/text/languages'
import { describe, expect, test } from 'vitest'
import { leaks } from '../support/canary.ts'
import { modelId, modelPlan, modelSession, secrets } from '../support/model-session.ts'
import { readable } from '../support/zip-reader.ts'

const hiding = modelSession(modelPlan('hidden'))
const naming = modelSession(modelPlan('named'))
const marks = Object.entries(secrets)

const found = async (commits: typeof hiding, wanted: Omit<Parameters<typeof exported>[2], 'language'>, language: 'en' | 'fr' | 'ar') => {
  const texts = readable((await exported(modelId, commits, { ...wanted, language })).bytes)
  return marks.filter(([, mark]) => leaks(texts, mark)).map(([name]) => name)
}

describe.each(formats)('%s', (format) => {
  test.each(languages)('[R4] for the secretariat has all of them, in %s', async (language) => {
    const all = await found(hiding, { format, public: false, notes: false }, language)
    // The reports show a question as it was published, without its labels, and no topics.
    const told = format === 'md' || format === 'docx' ? marks.filter(([name]) => !/original|tag|topic/.test(name)) : marks
    expect(all).toEqual(told.map(([name]) => name))
  })

  test.each(languages)('[R4] in public has none of them, in %s', async (language) => {
    expect(await found(hiding, { format, public: true, notes: false }, language)).toEqual([])
  })

  test('[R4] in public has the points alone where the secretariat exports them, and authors where the session names them', async () => {
    expect(await found(hiding, { format, public: true, notes: true }, 'en')).toEqual(['point'])
    expect(await found(naming, { format, public: true, notes: false }, 'en')).toEqual(['author'])
  })
})
