/** The direction of texts in the Word document. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { readEntry } from '../support/zip-reader.ts'

const commits = buildModelLog()
const record = buildRecord(modelId, commits)
const exportDocument = async (language: LanguageId) =>
  readEntry((await exportRecord(modelId, commits, { format: 'docx', language, public: false, notes: true })).bytes, 'word/document.xml')

test('[R7] gives every text its direction', async () => {
  const getParagraphs = async (language: LanguageId) => (await exportDocument(language)).match(/<w:p>.*?<\/w:p>/gs) ?? []
  const filterByText = (all: readonly string[], text: string) => all.filter((one) => one.includes(text))
  // A list of organizations has names in several directions.
  const isList = (paragraph: string) => record.participants.filter(({ entity }) => paragraph.includes(entity)).length > 1
  for (const language of languageIds) {
    const all = await getParagraphs(language)
    for (const [text, turned] of [
      ['نود أن نؤكد', true],
      ['We would have said', false],
      ['我们本来要说', false],
      ['وفد الدولة الأولى', true],
      ['Delegation 1', false],
    ] as const) {
      const runs = filterByText(
        all.flatMap((one) => one.match(/<w:r>.*?<\/w:r>/gs) ?? []),
        text,
      )
      const alone = filterByText(all, text).filter((one) => !isList(one))
      const turnedRuns = runs.map((one) => one.includes('<w:rtl/>'))
      expect([text, alone.length > 0, [...new Set(turnedRuns)]]).toEqual([text, true, [turned]])
      expect([text, alone.filter((one) => one.includes('<w:bidi/>') !== turned)]).toEqual([text, []])
    }
  }
  const [arabic, english] = [await exportDocument('ar'), await exportDocument('en')]
  expect(arabic.split('<w:tbl>').length).toBe(arabic.split('<w:bidiVisual/>').length)
  expect([arabic, english].map((text) => /<w:bidi\/><\/w:sectPr>/.test(text))).toEqual([true, false])
})
