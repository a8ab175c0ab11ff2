/** A plan that is edited: as it is typed and back, what is wrong with it, and whether it fits. */

import { beginningsOf, sumIn, sumOf } from '@rostrum/client/features/planning/model/compute-times'
import { differencesOf } from '@rostrum/client/features/planning/model/differences'
import { type Draft, draftOf, isSame } from '@rostrum/client/features/planning/model/draft'
import * as change from '@rostrum/client/features/planning/model/draft-edits'
import { partOf, saidAbout } from '@rostrum/client/features/planning/model/error-places'
import { idsFor } from '@rostrum/client/features/planning/model/ids'
import { type Faults, planFrom } from '@rostrum/client/features/planning/model/read-draft'
import { readLength, readLink, readNumber, readWarnings } from '@rostrum/client/features/planning/model/read-field'
import { checkedPlan, FaultyFile } from '@rostrum/server/template/read-plan'
import { planFrom as template, templates } from '@rostrum/server/template/templates'
import { fileOf } from '@rostrum/server/template/write-plan'
import { type PlanFile, planFile } from '@rostrum/shared/contract/plan'
import { describe, expect, it, test } from 'vitest'

const model = fileOf(template('wsis-at-20'))
const draft = draftOf(model)
/** Everything that may be left out. */
const full: PlanFile = planFile.parse({
  ...model,
  short: 'Short',
  host: 'The host',
  about: 'Two\nlines',
  endsAt: '2023-12-10T09:00:00+01:00',
  segments: [
    { ...model.segments[0], minutes: 7.5, endsBy: '2023-12-08T11:38:00+01:00', opensList: true },
    ...model.segments.slice(1, -1),
    { ...model.segments.at(-1), speakers: [{ entity: 'Somebody', group: 'government', limit: 90 }, { entity: 'Another' }] },
  ],
  floor: { ...model.floor, limits: { groups: { government: 120 }, room: 150, remote: 200 }, grace: 5, reserve: 125 },
  questions: { ...model.questions, cap: 3 },
  links: { meeting: 'https://meet.example/1?a=b', captions: 'https://captions.example/' },
})

const read = (one: Draft): PlanFile => {
  const reading = planFrom(one)
  if (!reading.ok) throw new Error(JSON.stringify([...reading.faults]))
  return reading.plan
}
const faultsOf = (one: Draft): Faults => {
  const reading = planFrom(one)
  return reading.ok ? new Map() : reading.faults
}
const kinds = (one: Draft) => [...faultsOf(one)].map(([place, { kind }]) => `${place} ${kind}`)

describe('as it is typed and back', () => {
  test.each([...templates.map((name) => [name, fileOf(template(name))] as const), ['everything said', full] as const])(
    '%s is the same plan',
    (_, file) => {
      expect(checkedPlan(read(draftOf(file)))).toEqual(checkedPlan(file))
    },
  )

  it('what is new gets an id of its own once, and keeps it under another name', () => {
    const key = change.newKey(draft.groups)
    const named = change.groupChanged(change.withGroup(draft, key), key, { label: 'Écoles & Universités', limit: '2:00' })
    const plan = read(named)
    expect(plan.groups.at(-1)).toMatchObject({ id: 'ecoles-universites', label: 'Écoles & Universités' })
    expect(plan.floor.limits.groups).toEqual({ 'ecoles-universites': 120 })
    const again = draftOf(plan)
    const renamed = change.groupChanged(again, 'ecoles-universites', { label: 'Schools' })
    expect(read(renamed).groups.at(-1)).toMatchObject({ id: 'ecoles-universites', label: 'Schools' })
  })

  it('speakers follow their group, and stay when it goes', () => {
    const last = full.segments.at(-1)?.id ?? ''
    const key = change.newKey(draft.groups)
    const named = change.groupChanged(change.withGroup(draftOf(full), key), key, { label: 'Press' })
    const listed = change.speakerChanged(named, last, '1', { group: key })
    expect(read(listed).segments.at(-1)?.speakers[1]).toEqual({ entity: 'Another', group: 'press' })
    const fewer = change.withoutGroup(listed, 'government')
    expect(read(fewer).segments.at(-1)?.speakers[0]).toEqual({ entity: 'Somebody', limit: 90 })
    expect(read(fewer).floor.limits.groups).toEqual({})
  })
})

describe('ids', () => {
  it('differ from each other, and from what every object inherits', () => {
    const named = (name: string, id: string | null = null) => ({ id, name, otherwise: 'group' })
    expect(
      idsFor([named('Press'), named('press', 'press'), named('Press!'), named('الصحافة'), named('???'), named('constructor')]),
    ).toEqual(['press-2', 'press', 'press-3', 'group', 'group-2', 'constructor-2'])
  })
})

describe('what is wrong', () => {
  it('is said at its place', () => {
    const wrong: Draft = {
      ...draft,
      title: ' ',
      place: 'x'.repeat(41),
      timeZone: 'Geneva',
      about: '\ud800',
      meeting: 'meet.example',
      segments: draft.segments.map((segment, index) => (index === 1 ? { ...segment, title: '', minutes: '0' } : segment)),
      groups: draft.groups.map((group, index) => (index === 0 ? { ...group, limit: '0:10' } : group)),
      rules: { ...draft.rules, limit: '3', room: '61:00', warnings: '30 10 5 1', cap: '0', overtakes: '1.5' },
    }
    expect(kinds(wrong).sort()).toEqual([
      'about characters',
      'floor.limits.groups.government length',
      'floor.limits.room length',
      'floor.overtakes number',
      'floor.warnings warnings',
      'links.meeting link',
      'place too-long',
      'questions.cap number',
      'segments.topic-1.minutes number',
      'segments.topic-1.title empty',
      'timeZone zone',
      'title empty',
    ])
    expect([...faultsOf(wrong).keys()].map(partOf)).not.toContain(null)
  })

  it('days and times are, also those that the clocks leave out', () => {
    const begin = (changed: object) => ({ ...draft, begin: { ...draft.begin, ...changed } })
    expect(kinds(begin({ day: '2026-02-30' }))).toEqual(['day day'])
    expect(kinds(begin({ time: 'noon' }))).toEqual(['startsAt time'])
    expect(kinds(begin({ day: '2026-03-29', time: '02:30' }))).toEqual(['startsAt left-out'])
  })

  it('none is none, and too many are too many', () => {
    const many = Array.from({ length: 13 }).reduce<Draft>(
      (one) => {
        const key = change.newKey(one.groups)
        return change.groupChanged(change.withGroup(one, key), key, { label: key })
      },
      { ...draft, groups: [], segments: [] },
    )
    expect(kinds(many)).toEqual(['groups too-many', 'segments none-left'])
    expect(kinds({ ...draft, groups: [] })).toEqual(['groups none-left'])
  })

  it('nothing is, that the server would take; and the bounds are those of the server', () => {
    const bounds: readonly (readonly [Partial<Draft['rules']>, boolean])[] = [
      [{ limit: '0:30' }, true],
      [{ limit: '0:29' }, false],
      [{ limit: '60:00', grace: '2:00', reserve: '60:00', pointOfOrder: '10:00', rightOfReply: '0:30', answer: '30:00' }, true],
      [{ grace: '2:01' }, false],
      [{ pointOfOrder: '0:29' }, false],
      [{ answer: '30:01' }, false],
      [{ length: '39' }, false],
      [{ length: '1000', cap: '100', overtakes: '20', days: '3650' }, true],
      [{ cap: '101' }, false],
      [{ overtakes: '21' }, false],
      [{ days: '3651' }, false],
    ]
    for (const [rules, fits] of bounds)
      expect([rules, planFrom({ ...draft, rules: { ...draft.rules, ...rules } }).ok]).toEqual([rules, fits])
    const largest = { ...draft, rules: { ...draft.rules, ...bounds[2]?.[0], ...bounds[7]?.[0] } }
    expect(planFile.safeParse(read(largest)).success).toBe(true)
  })

  it('the server’s own faults come to their fields, wherever these have been moved; the others are kept as they were said', () => {
    const refused = { ...read(draft), segments: read(draft).segments.map((one) => ({ ...one, minutes: 0 })), groups: [] }
    const faults = (() => {
      try {
        return checkedPlan({ ...refused, colour: 'red' }) && []
      } catch (error) {
        if (error instanceof FaultyFile) return error.faults
        throw error
      }
    })()
    const said = saidAbout({ faults }, draft)
    expect([...said.faults.keys()]).toEqual(expect.arrayContaining(['groups', 'segments.topic-2.minutes']))
    expect(said.elsewhere).toEqual(expect.arrayContaining(['there is no such key as "colour"']))
    const of = (line: string) => [...saidAbout({ faults: [line] }, draftOf(full)).faults]
    expect(of('segments.4.speakers.1.entity: is empty')).toEqual([['segments.closing.speakers.1.entity', { kind: 'empty' }]])
    expect(of('groups.1.label: x')).toEqual([['groups.private-sector.label', { kind: 'said', words: 'x' }]])
    expect(of('floor.warnings.2: Too big')).toEqual([['floor.warnings', { kind: 'said', words: 'Too big' }]])
    expect(saidAbout(undefined, draft)).toEqual({ faults: new Map(), elsewhere: [] })
  })
})

describe('typed', () => {
  it('lengths, numbers, warnings and links are read as people write them', () => {
    expect(['3:00', '3', '٣:٣٠', '0.45'].map((typed) => readLength(typed, 15, 3600))).toEqual(
      [180, 180, 210, 45].map((value) => ({ value })),
    )
    expect(['3:60', '', 'x', '1:2'].map((typed) => 'fault' in readLength(typed, 15, 3600))).toEqual([true, true, true, true])
    expect([readNumber('7,5', 1, 600, false), readNumber('٤', 0, 20)]).toEqual([{ value: 7.5 }, { value: 4 }])
    expect([readWarnings('10، 30'), readWarnings('')]).toEqual([{ value: [30, 10] }, { value: [] }])
    expect(['javascript:alert(1)', 'ftp://x.example', 'x'].map((typed) => 'fault' in readLink(typed))).toEqual([true, true, true])
    expect(readLink('')).toEqual({ value: undefined })
  })
})

describe('the agenda', () => {
  const at = (time: string) => Date.parse(`2023-12-08T${time}:00+01:00`)

  it('is reckoned from the beginning, part after part', () => {
    expect(beginningsOf(draft)).toEqual(['11:30', '11:40', '12:04', '12:30', '12:52'].map(at))
    const later = change.segmentMoved(draft, 'closing', -1)
    expect(beginningsOf(later)).toEqual(['11:30', '11:40', '12:04', '12:30', '12:38'].map(at))
    expect(beginningsOf({ ...draft, begin: { ...draft.begin, time: 'x' } })).toEqual(Array(5).fill(null))
  })

  it('is compared with the length of the session', () => {
    expect([sumOf(draft), sumIn(model)]).toEqual(Array(2).fill({ planned: 90, length: 90, over: 0 }))
    expect(sumOf(change.segmentChanged(draft, 'opening', { minutes: '14' }))).toEqual({ planned: 94, length: 90, over: 4 })
    expect(sumOf(change.withoutSegment(draft, 'closing'))).toEqual({ planned: 82, length: 90, over: -8 })
    expect(sumOf({ ...draft, end: { ...draft.end, time: '' } })).toEqual({ planned: 90, length: null, over: 0 })
  })

  it('moves no further than its ends', () => {
    expect(change.segmentMoved(draft, 'opening', -1)).toEqual(draft)
    expect(change.segmentMoved(draft, 'closing', 1)).toEqual(draft)
  })
})

describe('what somebody else has changed', () => {
  it('is nothing where nothing has been', () => {
    expect(differencesOf(draft, draftOf(structuredClone(model)))).toEqual([])
    expect(isSame(draft, draftOf(structuredClone(model)))).toBe(true)
  })

  it('is told field by field, and what has come or gone as a whole', () => {
    const theirs = change.withGroup(change.withoutSegment(change.segmentMoved(draft, 'topic-1', 1), 'closing'), '+1')
    const now: Draft = {
      ...change.groupChanged(theirs, '+1', { label: 'Press' }),
      title: 'Another title',
      rules: { ...draft.rules, limit: '2:00' },
    }
    expect(differencesOf(draft, now).map(({ part, of, field, before, now: then }) => [part, of, field, before, then])).toEqual([
      ['session', null, 'title', draft.title, 'Another title'],
      ['agenda', 'Failures', 'position', '3', '2'],
      ['agenda', 'Successes', 'position', '2', '3'],
      ['agenda', 'Closing', 'all', 'Closing', null],
      ['groups', 'Press', 'all', null, 'Press'],
      ['rules', null, 'limit', '3:00', '2:00'],
    ])
  })
})
