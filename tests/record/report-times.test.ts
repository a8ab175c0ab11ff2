/** Days and times in the report: the same on any version of the platform, and no day twice. */

import { buildRecord } from '@rostrum/server/record/build-record'
import { makeOpeningSection } from '@rostrum/server/record/report/opening'
import { ReportContext } from '@rostrum/server/record/report/report-context'
import { getReportText, type Language } from '@rostrum/server/record/text/languages'
import { expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'

const record = buildRecord(modelId, buildModelLog())
const getOpeningTexts = (language: Language, session: object): string =>
  makeOpeningSection(new ReportContext({ ...record, session: { ...record.session, ...session } }, getReportText(language)))
    .flatMap((block) => (block.kind === 'paragraph' ? [block.line.map(({ text }) => text).join('')] : []))
    .find((line) => line.includes('Europe/Zurich')) ?? ''
const makeSessionTimes = (openedAt: string | null, closedAt: string | null) => ({ openedAt, closedAt })

test.each([
  [
    'en',
    makeSessionTimes('2030-05-06T12:01:00.000Z', '2030-05-06T13:29:00.000Z'),
    'Took place 6 May 2030, 14:01 to 15:29, planned 14:00 to 15:30 (Europe/Zurich).',
  ],
  [
    'en',
    makeSessionTimes('2030-05-06T21:30:00.000Z', '2030-05-06T23:10:00.000Z'),
    'Took place 6 May 2030, 23:30 to 7 May 2030, 01:10, planned 14:00 to 15:30 (Europe/Zurich).',
  ],
  [
    'fr',
    makeSessionTimes('2030-05-31T22:30:00.000Z', '2030-05-31T23:10:00.000Z'),
    'Tenue : 1er juin 2030, 00:30 à 01:10 ; prévue : 6 mai 2030, 14:00 à 15:30 (Europe/Zurich).',
  ],
  ['ar', makeSessionTimes(null, null), 'مقررة من 6 أيار/مايو 2030، 14:00 إلى 15:30 (Europe/Zurich).'],
] as const)('[R6] %s: %o', (language, session, line) => {
  expect(getOpeningTexts(language, session).replaceAll('\u00a0', ' ')).toBe(line)
})
