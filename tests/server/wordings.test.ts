/** A session's own texts in several languages: in the plan file, on the wire, and in the record. */
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { PlanFileError, parsePlan, readPlan } from '@rostrum/server/services/template/read-plan'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { formatPlan, toPlanFile } from '@rostrum/server/services/template/write-plan'
import { recordSchema } from '@rostrum/shared/contract/record'
import {
  completeWording,
  getOriginalText,
  languageIds,
  listLanguages,
  mapWording,
  pickText,
  pickWording,
} from '@rostrum/shared/kernel/wording'
import { parseEnvelope } from '@rostrum/shared/protocol/parse'
import { describe, expect, test } from 'vitest'
import { allPeople } from '../support/fixtures.ts'
import { command } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { sessionId } from '../support/session-harness.ts'
import { ownTexts, wordPlan } from '../support/worded-plan.ts'

const file = wordPlan(toPlanFile(loadTemplate('wsis-at-20')))
const plan = parsePlan(JSON.parse(JSON.stringify(file)))

test('[S73] readers get the text in their own language, or else the original, whatever the order of keys', () => {
  for (const language of languageIds) expect(pickWording(ownTexts.title, language)).toBe(ownTexts.title[language])
  for (const wording of [
    { original: 'fr', fr: 'oui', en: 'yes' },
    { en: 'yes', fr: 'oui', original: 'fr' },
  ] as const) {
    expect(pickText(wording, 'ru')).toEqual({ text: 'oui', language: 'fr' })
    expect(listLanguages(wording)).toEqual(['fr', 'en'])
  }
  // Sessions of earlier versions do not state it. A stated language without a text is not the original.
  expect(pickText({ ar: 'نعم', en: 'yes', fr: 'oui' }, 'ru')).toEqual({ text: 'yes', language: 'en' })
  expect(pickText({ fr: 'oui', ar: 'نعم', original: 'es' }, 'ru')).toEqual({ text: 'نعم', language: 'ar' })
  expect(pickText('yes', 'ru')).toEqual({ text: 'yes', language: null })
  expect(getOriginalText({ zh: '是', en: 'yes', original: 'zh' })).toBe('是')
  for (const name of ['__proto__', 'constructor', 'toString', '']) expect(pickWording({ en: 'yes' }, name)).toBe('yes')
  expect(mapWording({ original: 'fr', en: 'a', fr: 'b' }, (text) => text.toUpperCase())).toEqual({ original: 'fr', en: 'A', fr: 'B' })
  expect(completeWording({ fr: 'b' }, { en: 'made', fr: 'made' })).toEqual({ en: 'made', fr: 'b' })
})

describe('[S73] a plan file', () => {
  test('with texts in several languages is the same after writing and reading', () => {
    expect(plan.title).toEqual({ ...ownTexts.title, original: 'en' })
    expect(parsePlan(JSON.parse(JSON.stringify(toPlanFile(plan))))).toEqual(plan)
    expect(readPlan(formatPlan(plan))).toEqual(plan)
  })

  test('states the language of the original once, also for texts that are in that language alone', () => {
    const written = toPlanFile(loadTemplate('wsis-at-20'))
    const french = { ...wordPlan(written), language: 'fr' as const }
    const read = parsePlan(french)
    expect(read.title).toEqual({ ...ownTexts.title, original: 'fr' })
    expect(read.segments[0]?.title).toEqual({ original: 'fr', fr: written.segments[0]?.title })
    expect(toPlanFile(read)).toEqual({
      ...french,
      short: ownTexts.title,
      groups: french.groups.map((group) => expect.objectContaining(group)),
    })
    expect(readPlan(formatPlan(read))).toEqual(read)
    expect(toPlanFile(parsePlan(toPlanFile(plan)))).toMatchObject({ language: 'en' })
    expect(toPlanFile(parsePlan({ ...written, language: undefined })).language).toBeUndefined()
  })

  test('without a short title gets one in each language', () => {
    expect(plan.short).toEqual({ ...ownTexts.title, original: 'en' })
    const long = parsePlan({ ...file, title: { en: 'One: two', fr: 'Un mot '.repeat(20) }, short: { en: 'Own' } })
    expect(long.short).toEqual({ original: 'en', en: 'Own', fr: 'Un mot Un mot Un mot Un mot Un mot Un…' })
  })

  test.each([
    [{ title: { en: 'x'.repeat(161) } }, 'title.en: is too long'],
    [{ title: { fr: '  ' } }, 'title.fr: is empty'],
    [{ title: {} }, 'title: is empty'],
    [{ title: { en: 'a', xx: 'b' } }, 'title: unknown key "xx"'],
    [{ title: JSON.parse('{"en":"a","constructor":"b"}') }, 'title: unknown key "constructor"'],
    [{ title: 'x'.repeat(161) }, 'title: is too long'],
    [{ title: '' }, 'title: is empty'],
  ])('with %o is refused, and the error states where and why', (wrong, fault) => {
    const read = () => parsePlan({ ...file, ...wrong })
    expect(read).toThrow(PlanFileError)
    try {
      read()
    } catch (error) {
      expect((error as PlanFileError).faults).toContain(fault)
    }
  })
})

test('[S73] an announcement in several languages is accepted, or refused with the reason of its text', () => {
  const parse = (text: unknown) =>
    parseEnvelope({ id: 'a'.repeat(22), type: 'cues.announce', data: { to: 'everyone', text } }) as { reason?: string; ok: boolean }
  expect(parse(ownTexts.announcement).ok).toBe(true)
  expect(parse({ en: 'x'.repeat(281) }).reason).toBe('text-too-long')
  expect(parse({ en: ' ' }).reason).toBe('text-empty')
  expect(parse({}).reason).toBe('text-empty')
  for (const wrong of [{ xx: 'a', en: 'b' }, { en: 3 }, [], [['en', 'a']], null, { en: { fr: 'a' } }]) expect(parse(wrong).ok).toBe(false)
})

test('[R29] the record is in the language of its reader, and its JSON contains the texts in all of them', async () => {
  const officers = allPeople.filter(({ group }) => group === null)
  const commits = buildLog(plan, [() => command('chair', 'session.open', { onAnyDay: true })], officers)
  const write = async (format: 'md' | 'json' | 'csv', language: 'en' | 'fr' | 'zh') => {
    const { bytes } = await exportRecord(sessionId, commits, { format, language, public: true, notes: false })
    return new TextDecoder().decode(bytes)
  }
  for (const language of ['en', 'fr', 'zh'] as const) {
    const report = await write('md', language)
    expect(report).toContain(ownTexts.title[language])
    for (const other of languageIds.filter((id) => id !== language)) expect(report).not.toContain(ownTexts.title[other])
  }
  const json = recordSchema.parse(JSON.parse(await write('json', 'fr')))
  expect(json.session).toMatchObject({ title: ownTexts.title.en, titles: ownTexts.title, original: 'en' })
  expect(json.groups[0]).toMatchObject({ label: ownTexts.group.en, labels: ownTexts.group })
  expect(json.agenda.find(({ kind }) => kind === 'topic')).toMatchObject({ titles: ownTexts.topic, questions: ownTexts.question })
  expect(json.agenda[0]?.titles).toEqual({ en: json.agenda[0]?.title })
  expect(await write('json', 'fr')).toBe(await write('json', 'zh'))
})
