/** Days and times in the report: the same on any version of the platform, and no day twice. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { makeCover } from '@rostrum/server/services/record/report/cover'
import { ReportContext } from '@rostrum/server/services/record/report/report-context'
import { formatOpening } from '@rostrum/server/services/record/report/summary'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { formatWrittenDate } from '@rostrum/shared/kernel/written-date'
import { expect, test } from 'vitest'
import { buildModelLog, modelId } from '../support/model-session.ts'

const record = buildRecord(modelId, buildModelLog())
const getOpeningTexts = (language: LanguageId, session: object): readonly string[] => {
  const context = new ReportContext({ ...record, session: { ...record.session, ...session } }, getReportText(language))
  const places = makeCover(context).flatMap((block) =>
    block.kind === 'paragraph' && block.style === 'place' ? [getPlainText(block.line)] : [],
  )
  return [places.at(-1) ?? '', getPlainText(formatOpening(context))]
}
const makeSessionTimes = (openedAt: string | null, closedAt: string | null) => ({ openedAt, closedAt })

test.each([
  [
    'en',
    makeSessionTimes('2030-05-06T12:01:00.000Z', '2030-05-06T13:29:00.000Z'),
    'Monday, 6 May 2030, 2.01 p.m. to 3.29 p.m. (Geneva time)',
    'The meeting was opened at 2.01 p.m. and closed at 3.29 p.m. (planned: 2 p.m. to 3.30 p.m.).',
  ],
  [
    'en',
    makeSessionTimes('2030-05-06T12:00:20.000Z', '2030-05-06T13:29:50.000Z'),
    'Monday, 6 May 2030, 2 p.m. to 3.29 p.m. (Geneva time)',
    'The meeting was opened at 2 p.m. and closed at 3.29 p.m.',
  ],
  [
    'en',
    makeSessionTimes('2030-05-06T21:30:00.000Z', '2030-05-06T23:10:00.000Z'),
    'Monday, 6 May 2030, 11.30 p.m. to 1.10 a.m. on 7 May 2030 (Geneva time)',
    'The meeting was opened at 11.30 p.m. and closed at 1.10 a.m. on 7 May 2030 (planned: 2 p.m. to 3.30 p.m.).',
  ],
  [
    'fr',
    makeSessionTimes('2030-05-31T22:30:00.000Z', '2030-05-31T23:10:00.000Z'),
    'Samedi 1er juin 2030, de 0 h 30 à 1 h 10 (heure locale à Genève)',
    'La séance a été ouverte à 0 h 30 et levée à 1 h 10 (horaire prévu : de 14 heures le 6 mai 2030 à 15 h 30).',
  ],
  [
    'es',
    makeSessionTimes('2030-05-06T21:30:00.000Z', '2030-05-06T23:10:00.000Z'),
    'Lunes 6 de mayo de 2030, de las 23:30 a las 01:10 del 7 de mayo de 2030 (hora de Ginebra)',
    'La sesión se abrió a las 23:30 y se levantó a las 01:10 del 7 de mayo de 2030 (horario previsto: de las 14:00 a las 15:30).',
  ],
  [
    'ru',
    makeSessionTimes('2030-05-06T21:30:00.000Z', '2030-05-06T23:10:00.000Z'),
    'Понедельник, 6 мая 2030 года, с 23:30 до 01:10 7 мая 2030 года (местное время: Женева)',
    'Заседание было открыто в 23:30 и закрыто в 01:10 7 мая 2030 года (по плану: с 14:00 до 15:30).',
  ],
  [
    'ar',
    makeSessionTimes(null, null),
    'الاثنين، 6 أيار/مايو 2030، من الساعة 14:00 إلى الساعة 15:30 (بتوقيت جنيف)',
    'لم تُفتتح الجلسة بعد. ومن المقرر أن تبدأ في 6 أيار/مايو 2030، 14:00 وأن تنتهي في 15:30.',
  ],
] as const)('[R6] %s: %o', (language, session, place, opening) => {
  expect(getOpeningTexts(language, session).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([place, opening])
})

test('the Arabic months are those of the pages', () => {
  const { write } = getReportText('ar')
  for (const month of Array.from({ length: 12 }, (_, index) => index + 1)) {
    const onPages = formatWrittenDate('ar', { month: 'long', timeZone: 'UTC' }, Date.UTC(2030, month - 1, 6))
    expect(getPlainText(write('date', { year: 2030, month, day: 6 }))).toBe(`6 ${onPages} 2030`)
  }
})
