/** A plan in the editor: converted to a draft and back, its errors, and whether the agenda fits. */

import { computeStartTimes, sumDraft, sumPlan } from '@rostrum/client/features/planning/model/compute-times'
import { comparePlans } from '@rostrum/client/features/planning/model/differences'
import { isSamePlan, type PlanDraft, toPlanDraft } from '@rostrum/client/features/planning/model/draft'
import * as change from '@rostrum/client/features/planning/model/draft-edits'
import { setFirstLanguage, toggleLanguage, writeTranslation } from '@rostrum/client/features/planning/model/draft-translations'
import { findField, parseServerErrors } from '@rostrum/client/features/planning/model/error-places'
import { makeIds } from '@rostrum/client/features/planning/model/ids'
import { type PlanErrors, readDraft } from '@rostrum/client/features/planning/model/read-draft'
import { readLength, readLink, readNumber, readTags, readWarnings } from '@rostrum/client/features/planning/model/read-field'
import { PlanFileError, parsePlan } from '@rostrum/server/services/template/read-plan'
import { loadTemplate as template } from '@rostrum/server/services/template/templates'
import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import { type PlanFile, planFileSchema } from '@rostrum/shared/contract/plan'
import { templates } from '@rostrum/shared/contract/templates'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { describe, expect, test } from 'vitest'
import { ownTexts, wordPlan } from '../support/worded-plan.ts'

const modelPlan = toPlanFile(template('wsis-at-20'))
const draft = toPlanDraft(modelPlan)
/** A plan with every optional field. */
const fullPlan: PlanFile = planFileSchema.parse({
  ...modelPlan,
  short: 'Short',
  host: 'The host',
  about: 'Two\nlines',
  endsAt: '2023-12-10T09:00:00+01:00',
  segments: [
    { ...modelPlan.segments[0], minutes: 7.5, endsBy: '2023-12-08T11:38:00+01:00', opensList: true },
    ...modelPlan.segments.slice(1, -1),
    { ...modelPlan.segments.at(-1), speakers: [{ entity: 'Somebody', group: 'government', limit: 90 }, { entity: 'Another' }] },
  ],
  floor: { ...modelPlan.floor, limits: { groups: { government: 120 }, room: 150, remote: 200 }, grace: 5, reserve: 125 },
  questions: { ...modelPlan.questions, cap: 3 },
  papers: [
    { title: 'A paper', address: 'https://docs.example/1' },
    { title: { en: 'B', fr: 'C' }, address: 'https://docs.example/2', segment: modelPlan.segments[1]?.id },
  ],
  links: { meeting: 'https://meet.example/1?a=b', captions: 'https://captions.example/' },
})

const requirePlan = (one: PlanDraft): PlanFile => {
  const reading = readDraft(one)
  if (!reading.ok) throw new Error(JSON.stringify([...reading.errors]))
  return reading.plan
}
const getErrors = (one: PlanDraft): PlanErrors => {
  const reading = readDraft(one)
  return reading.ok ? new Map() : reading.errors
}
const getErrorKinds = (one: PlanDraft) => [...getErrors(one)].map(([place, { kind }]) => `${place} ${kind}`)

describe('from plan to draft and back', () => {
  test.each([...templates.map((name) => [name, toPlanFile(template(name))] as const), ['everything said', fullPlan] as const])(
    '[V157] %s is the same plan',
    (_, file) => {
      expect(parsePlan(requirePlan(toPlanDraft(file)))).toEqual(parsePlan(file))
    },
  )

  test('[V106] texts in several languages stay the same plan, and a text without a translation stays one text', () => {
    const worded = wordPlan(modelPlan)
    const back = toPlanDraft(worded)
    expect(back.languages).toEqual(['en', ...languageIds.filter((id) => id !== 'en')])
    expect(back.title).toBe(ownTexts.title.en)
    expect(parsePlan(requirePlan(back))).toEqual(parsePlan(worded))
    expect(requirePlan(setFirstLanguage(draft, 'fr'))).toEqual({ ...requirePlan(draft), language: 'fr' })
    expect(toPlanDraft({ ...worded, language: 'ru' })).toMatchObject({
      title: ownTexts.title.ru,
      languages: ['ru', 'ar', 'zh', 'en', 'fr', 'es'],
    })
  })

  test('[V106] a further language is added and written, has errors at its field, and loses its text with the item', () => {
    const inFrench = toggleLanguage(setFirstLanguage(draft, 'en'), 'fr')
    const written = writeTranslation(writeTranslation(inFrench, 'fr', 'title', 'Un titre'), 'fr', 'groups.government.label', 'États')
    const plan = requirePlan(written)
    expect(plan.title).toEqual({ en: draft.title, fr: 'Un titre' })
    expect(plan.groups[0]?.label).toEqual({ en: 'Governments', fr: 'États' })
    expect(plan.segments[1]?.title).toBe(draft.segments[1]?.title)
    expect(getErrorKinds(writeTranslation(written, 'fr', 'title', 'x'.repeat(161)))).toEqual(['translations.fr.title too-long'])
    expect(findField('translations.fr.title')?.part).toBe('texts')
    expect(comparePlans(inFrench, written).map(({ part, field, now }) => [part, field, now])).toEqual([
      ['texts', 'translations.fr.groups.government.label', 'États'],
      ['texts', 'translations.fr.title', 'Un titre'],
    ])
    expect(Object.keys(change.removeGroup(written, 'government').translations)).not.toContain('fr.groups.government.label')
    expect(change.removeGroup(written, 'government').translations['fr.title']).toBe('Un titre')
    // Without the further language, or without a first one, a plan has one text again. The typed translation is kept until the plan is
    // saved.
    expect(requirePlan(toggleLanguage(written, 'fr'))).toEqual({ ...requirePlan(draft), language: 'en' })
    expect(requirePlan(setFirstLanguage(written, null))).toEqual({ ...requirePlan(draft), language: undefined })
    expect(requirePlan(toggleLanguage(toggleLanguage(written, 'fr'), 'fr'))).toEqual(plan)
    const { errors } = parseServerErrors({ faults: ['title.fr: is empty', 'title.en: is empty', 'groups.0.label.fr: is empty'] }, written)
    expect([...errors.keys()]).toEqual(['translations.fr.title', 'title', 'translations.fr.groups.government.label'])
  })

  test('a new row gets an id once, and keeps it when it is renamed', () => {
    const key = change.makeKey(draft.groups)
    const named = change.updateGroup(change.addGroup(draft, key), key, { label: 'Écoles & Universités', limit: '2:00' })
    const plan = requirePlan(named)
    expect(plan.groups.at(-1)).toMatchObject({ id: 'ecoles-universites', label: 'Écoles & Universités' })
    expect(plan.floor.limits.groups).toEqual({ 'ecoles-universites': 120 })
    const again = toPlanDraft(plan)
    const renamed = change.updateGroup(again, 'ecoles-universites', { label: 'Schools' })
    expect(requirePlan(renamed).groups.at(-1)).toMatchObject({ id: 'ecoles-universites', label: 'Schools' })
  })

  test('programme speakers follow their group, and stay when the group is removed', () => {
    const last = fullPlan.segments.at(-1)?.id ?? ''
    const key = change.makeKey(draft.groups)
    const named = change.updateGroup(change.addGroup(toPlanDraft(fullPlan), key), key, { label: 'Press' })
    const listed = change.updateSpeaker(named, last, '1', { group: key })
    expect(requirePlan(listed).segments.at(-1)?.speakers[1]).toEqual({ entity: 'Another', group: 'press' })
    const fewer = change.removeGroup(listed, 'government')
    expect(requirePlan(fewer).segments.at(-1)?.speakers[0]).toEqual({ entity: 'Somebody', limit: 90 })
    expect(requirePlan(fewer).floor.limits.groups).toEqual({})
  })
})

describe('ids', () => {
  test('differ from each other, and from the names that every object inherits', () => {
    const makeNamed = (name: string, id: string | null = null) => ({ id, name, otherwise: 'group' })
    expect(
      makeIds([
        makeNamed('Press'),
        makeNamed('press', 'press'),
        makeNamed('Press!'),
        makeNamed('الصحافة'),
        makeNamed('???'),
        makeNamed('constructor'),
      ]),
    ).toEqual(['press-2', 'press', 'press-3', 'group', 'group-2', 'constructor-2'])
  })
})

describe('errors', () => {
  test('are reported at their field', () => {
    const wrong: PlanDraft = {
      ...draft,
      title: ' ',
      place: 'x'.repeat(41),
      timeZone: 'Geneva',
      about: '\ud800',
      'links.meeting': 'meet.example',
      segments: draft.segments.map((segment, index) => (index === 1 ? { ...segment, title: '', minutes: '0' } : segment)),
      groups: draft.groups.map((group, index) => (index === 0 ? { ...group, limit: '0:10' } : group)),
      'floor.limits.room': '61:00',
      'floor.warnings': '30 10 5 1',
      'floor.overtakes': '1.5',
      'questions.cap': '0',
      'notes.tags': 'one, one',
    }
    expect(getErrorKinds(wrong).sort()).toEqual([
      'about characters',
      'floor.limits.groups.government length',
      'floor.limits.room length',
      'floor.overtakes number',
      'floor.warnings warnings',
      'links.meeting link',
      'notes.tags tags',
      'place too-long',
      'questions.cap number',
      'segments.topic-1.minutes number',
      'segments.topic-1.title empty',
      'timeZone zone',
      'title empty',
    ])
    expect([...getErrors(wrong).keys()].map(findField)).not.toContain(null)
  })

  test('exist for invalid days and times, including times that a clock change skips', () => {
    const withBegin = (changed: object) => ({ ...draft, begin: { ...draft.begin, ...changed } })
    expect(getErrorKinds(withBegin({ day: '2026-02-30' }))).toEqual(['day day'])
    expect(getErrorKinds(withBegin({ time: 'noon' }))).toEqual(['startsAt time'])
    expect(getErrorKinds(withBegin({ day: '2026-03-29', time: '02:30' }))).toEqual(['startsAt left-out'])
  })

  test('exist for an empty list if a row is required, and for too many rows', () => {
    const many = Array.from({ length: 13 }).reduce<PlanDraft>(
      (one) => {
        const key = change.makeKey(one.groups)
        return change.updateGroup(change.addGroup(one, key), key, { label: key })
      },
      { ...draft, groups: [], segments: [] },
    )
    expect(getErrorKinds(many)).toEqual(['groups too-many', 'segments none-left'])
    expect(getErrorKinds({ ...draft, groups: [] })).toEqual(['groups none-left'])
  })

  test('[V157] do not exist for a plan that the server accepts; the bounds equal those of the server', () => {
    const largest = {
      ...{ 'floor.limit': '60:00', 'floor.grace': '2:00', 'floor.reserve': '60:00', 'floor.pointOfOrder': '10:00' },
      ...{ 'floor.rightOfReply': '0:30', 'questions.answer': '30:00', 'questions.length': '1000', 'questions.cap': '100' },
      ...{ 'floor.overtakes': '20', 'privacy.deletePersonalDataAfterDays': '3650', 'access.places': '40000' },
    }
    const tooFar = [
      ...[{ 'floor.limit': '0:29' }, { 'floor.grace': '2:01' }, { 'floor.pointOfOrder': '0:29' }, { 'questions.answer': '30:01' }],
      ...[{ 'questions.length': '39' }, { 'questions.cap': '101' }, { 'floor.overtakes': '21' }, { 'access.places': '40001' }],
      { 'privacy.deletePersonalDataAfterDays': '3651' },
    ]
    for (const typed of [{ 'floor.limit': '0:30' }, largest]) expect(getErrorKinds({ ...draft, ...typed })).toEqual([])
    for (const typed of tooFar) expect([...getErrors({ ...draft, ...typed }).keys()]).toEqual(Object.keys(typed))
    expect(planFileSchema.safeParse(requirePlan({ ...draft, ...largest })).success).toBe(true)
  })

  test('from the server are mapped to their fields, even after a move; the others keep the server’s text', () => {
    const refused = { ...requirePlan(draft), segments: requirePlan(draft).segments.map((one) => ({ ...one, minutes: 0 })), groups: [] }
    const faults = (() => {
      try {
        return parsePlan({ ...refused, colour: 'red' }) && []
      } catch (error) {
        if (error instanceof PlanFileError) return error.faults
        throw error
      }
    })()
    const parsed = parseServerErrors({ faults }, draft)
    expect([...parsed.errors.keys()]).toEqual(expect.arrayContaining(['groups', 'segments.topic-2.minutes']))
    expect(parsed.elsewhere).toEqual(expect.arrayContaining(['unknown key "colour"']))
    const parseFault = (line: string) => [...parseServerErrors({ faults: [line] }, toPlanDraft(fullPlan)).errors]
    expect(parseFault('segments.4.speakers.1.entity: is empty')).toEqual([['segments.closing.speakers.1.entity', { kind: 'empty' }]])
    expect(parseFault('groups.1.label: x')).toEqual([['groups.private-sector.label', { kind: 'said', words: 'x' }]])
    expect(parseFault('floor.warnings.2: Too big')).toEqual([['floor.warnings', { kind: 'said', words: 'Too big' }]])
    expect(parseServerErrors(undefined, draft)).toEqual({ errors: new Map(), elsewhere: [] })
  })
})

describe('typed values', () => {
  test('lengths, numbers, warnings and links are read as people write them', () => {
    expect(['3:00', '3', '٣:٣٠', '0.45'].map((typed) => readLength(typed, { from: 15, to: 3600 }))).toEqual(
      [180, 180, 210, 45].map((value) => ({ value })),
    )
    expect(['3:60', '', 'x', '1:2'].map((typed) => 'error' in readLength(typed, { from: 15, to: 3600 }))).toEqual([true, true, true, true])
    expect([readNumber('7,5', { from: 1, to: 600 }, false), readNumber('٤', { from: 0, to: 20 })]).toEqual([{ value: 7.5 }, { value: 4 }])
    expect([readWarnings('10، 30'), readWarnings('')]).toEqual([{ value: [30, 10] }, { value: [] }])
    expect(readTags('成功，失败、期望； risk')).toEqual({ value: ['成功', '失败', '期望', 'risk'] })
    expect(['javascript:alert(1)', 'ftp://x.example', 'x'].map((typed) => 'error' in readLink(typed))).toEqual([true, true, true])
    expect(readLink('')).toEqual({ value: undefined })
  })
})

describe('the agenda', () => {
  const at = (time: string) => Date.parse(`2023-12-08T${time}:00+01:00`)

  test('has its times computed from the beginning, item after item', () => {
    expect(computeStartTimes(draft)).toEqual(['11:30', '11:40', '12:04', '12:30', '12:52'].map(at))
    const later = change.moveSegment(draft, 'closing', -1)
    expect(computeStartTimes(later)).toEqual(['11:30', '11:40', '12:04', '12:30', '12:38'].map(at))
    expect(computeStartTimes({ ...draft, begin: { ...draft.begin, time: 'x' } })).toEqual(Array(5).fill(null))
  })

  test('is compared with the length of the session', () => {
    expect([sumDraft(draft), sumPlan(modelPlan)]).toEqual(Array(2).fill({ planned: 90, length: 90, excess: 0 }))
    expect(sumDraft(change.updateSegment(draft, 'opening', { minutes: '14' }))).toEqual({ planned: 94, length: 90, excess: 4 })
    expect(sumDraft(change.removeSegment(draft, 'closing'))).toEqual({ planned: 82, length: 90, excess: -8 })
    expect(sumDraft({ ...draft, end: { ...draft.end, time: '' } })).toEqual({ planned: 90, length: null, excess: 0 })
  })

  test('does not move an item beyond its ends', () => {
    expect(change.moveSegment(draft, 'opening', -1)).toEqual(draft)
    expect(change.moveSegment(draft, 'closing', 1)).toEqual(draft)
  })
})

describe('changes by somebody else', () => {
  test('are empty if nothing has changed', () => {
    expect(comparePlans(draft, toPlanDraft(structuredClone(modelPlan)))).toEqual([])
    expect(isSamePlan(draft, toPlanDraft(structuredClone(modelPlan)))).toBe(true)
  })

  test('are listed field by field; added and removed rows are listed as a whole', () => {
    const theirs = change.addGroup(change.removeSegment(change.moveSegment(draft, 'topic-1', 1), 'closing'), '+1')
    const now: PlanDraft = {
      ...change.updateGroup(theirs, '+1', { label: 'Press' }),
      title: 'Another title',
      'floor.limit': '2:00',
    }
    expect(comparePlans(draft, now).map(({ part, of, field, before, now: then }) => [part, of, field, before, then])).toEqual([
      ['session', null, 'title', draft.title, 'Another title'],
      ['agenda', 'Failures', 'position', '3', '2'],
      ['agenda', 'Successes', 'position', '2', '3'],
      ['agenda', 'Closing', 'all', 'Closing', null],
      ['groups', 'Press', 'all', null, 'Press'],
      ['rules', null, 'floor.limit', '3:00', '2:00'],
    ])
  })
})

test('[V29] a renamed group loses the short name of its old name, and keeps one written for the new name', () => {
  const [group] = draft.groups
  const find = (of: PlanDraft) => of.groups.find(({ key }) => key === group?.key)
  const [key, short] = [group?.key ?? '', group?.short ?? '']
  const renamed = change.typeInGroup(draft, key, { label: 'Member States' }, short)
  expect([find(renamed)?.label, find(renamed)?.short]).toEqual(['Member States', ''])
  const named = change.updateGroup(draft, key, { short: 'States' })
  expect(find(change.typeInGroup(named, key, { label: 'Member States' }, short))?.short).toBe('States')
  expect(renamed.groups.slice(1)).toEqual(draft.groups.slice(1))
})
