/** Days and times in the report: the same on any version of the platform, and no day said twice. */

import { recordOf } from '@rostrum/server/record/build-record'
import { opening } from '@rostrum/server/record/report/opening'
import { Telling } from '@rostrum/server/record/report/report-context'
import { type Language, wordsIn } from '@rostrum/server/record/text/languages'
import { expect, test } from 'vitest'
import { modelId, modelSession } from '../support/model-session.ts'

const record = recordOf(modelId, modelSession())
const told = (language: Language, session: object): string =>
  opening(new Telling({ ...record, session: { ...record.session, ...session } }, wordsIn(language)))
    .flatMap((block) => (block.kind === 'paragraph' ? [block.line.map(({ text }) => text).join('')] : []))
    .find((line) => line.includes('Europe/Zurich')) ?? ''
const held = (openedAt: string | null, closedAt: string | null) => ({ openedAt, closedAt })

test.each([
  [
    'en',
    held('2030-05-06T12:01:00.000Z', '2030-05-06T13:29:00.000Z'),
    'Held 6 May 2030, 14:01 to 15:29, planned 14:00 to 15:30 (Europe/Zurich).',
  ],
  [
    'en',
    held('2030-05-06T21:30:00.000Z', '2030-05-06T23:10:00.000Z'),
    'Held 6 May 2030, 23:30 to 7 May 2030, 01:10, planned 14:00 to 15:30 (Europe/Zurich).',
  ],
  [
    'fr',
    held('2030-05-31T22:30:00.000Z', '2030-05-31T23:10:00.000Z'),
    'Tenue : 1er juin 2030, 00:30 à 01:10 ; prévue : 6 mai 2030, 14:00 à 15:30 (Europe/Zurich).',
  ],
  ['ar', held(null, null), 'مقررة من 6 أيار/مايو 2030، 14:00 إلى 15:30 (Europe/Zurich).'],
] as const)('[R6] %s: %o', (language, session, line) => {
  expect(told(language, session).replaceAll('\u00a0', ' ')).toBe(line)
})
