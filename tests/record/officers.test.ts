/** The officers in the record and the report: who served, who presided, and who took the decisions. */

import { buildRecord } from '@rostrum/server/services/record/build-record'
import { redactRecord } from '@rostrum/server/services/record/public'
import { getPlainText } from '@rostrum/server/services/record/report/blocks'
import { buildReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { duties, type Office, roleByOffice } from '@rostrum/shared/contract/offices'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { allPeople, plan } from '../support/fixtures.ts'
import { command } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'

const id = 'served' as SessionId
const makeOfficer = (person: string, office: Office) => ({
  person: person as PersonId,
  role: roleByOffice[office],
  entity: `Mission of ${person}`,
  group: null,
  channel: 'room' as const,
  office: { office, duties },
})
const hand = (to: string, from: string) => command(from, 'people.hand-chair', { to: to as never, expectedPresiding: from as never })
const commits = buildLog(
  plan,
  [
    hand('co', 'chair'), // before the opening: the Co-Chair opens the session
    command('co', 'session.open', {}),
    hand('vice-2', 'co'),
    command('floor', 'queue.open', {}),
    hand('co', 'vice-2'),
    command('co', 'session.close', {}),
  ].map((one) => () => one),
  [
    ...allPeople,
    makeOfficer('floor', 'floor-secretary'),
    makeOfficer('vice-1', 'vice-chair'),
    makeOfficer('vice-2', 'vice-chair'),
    makeOfficer('co', 'co-chair'),
  ],
)
const record = buildRecord(id, commits)
const listLines = (its: SessionRecord, language: LanguageId = 'en'): readonly string[] =>
  [...buildReport(its, getReportText(language))].flatMap((block): readonly string[] => {
    if (block === null) return []
    if (block.kind === 'table') return block.rows.flat(2).map(getPlainText)
    return 'line' in block ? [getPlainText(block.line)] : []
  })

test('[R24] the record lists the officers by office, and who presided from which time', () => {
  expect(record.session.officers.map(({ office, number }) => `${office} ${number}`)).toEqual([
    ...['chair 1', 'co-chair 1', 'vice-chair 1', 'vice-chair 2', 'secretariat 1', 'floor-secretary 1'],
  ])
  expect(record.session.presided.map(({ office, number }) => `${office} ${number}`)).toEqual(['co-chair 1', 'vice-chair 2', 'co-chair 1'])
  const [first, second] = record.session.presided
  expect(first?.from).toBe(record.session.openedAt)
  expect((second?.from ?? '') > (first?.from ?? '')).toBe(true)
})

test('[R24] nobody presides if the only chair has lost access', () => {
  const alone = buildRecord(
    id,
    buildLog(plan, [() => command('chair', 'session.open', {}), () => command('system', 'people.revoke', { person: 'chair' as never })]),
  )
  expect(alone.session.presided.map(({ office }) => office)).toEqual(['chair', null])
  expect(listLines(alone).join('\n')).toContain('nobody (from ')
})

test('[R24] decisions name the office of the officer who took them, even in the public version', () => {
  expect([record.order.openedBy, record.order.closedBy]).toEqual(['co-chair', 'co-chair'])
  const [opening] = record.decisions.filter(({ what }) => what === 'list-opened')
  expect(opening?.by).toBe('floor-secretary')
  expect(redactRecord({ record, attribution: 'named', takenBack: new Set() }, false).decisions).toEqual(record.decisions)
  expect(listLines(record)).toContain('Floor secretary')
  expect(listLines(record, 'fr')).toContain('Secrétariat de la liste des orateurs')
})

test('[R24] the report has the officers on its cover, and who presided only if the chair was handed over', () => {
  expect(listLines(record)).toContain('Vice-Chair\tMission of vice-2')
  const sentence =
    /In the chair: Co-Chair, Mission of co \(from noon to noon\), Vice-Chair 2, Mission of vice-2 \(from noon to noon\) and Co-Chair, Mission of co \(from noon to the end\)\./
  expect(listLines(record).some((line) => sentence.test(line))).toBe(true)
  const unchanged = buildRecord(id, buildLog(plan, [() => command('chair', 'session.open', {})]))
  expect(listLines(unchanged).join('\n')).not.toContain('In the chair')
})

test('[R89] the report gives the country or delegation of who presided, and repeats no function where there is none', () => {
  const open = () => command('chair', 'session.open', {})
  const without = listLines(buildRecord(id, buildLog(plan, [open])))
  expect(without).toContain('Chair')
  expect(without).not.toContain('Chair\tChair')
  const chaired = allPeople.map((one) => (one.person === 'chair' ? { ...one, entity: 'Brazil' } : one))
  const given = buildRecord(id, buildLog(plan, [open], chaired))
  expect(given.session.presided).toMatchObject([{ office: 'chair', entity: 'Brazil' }])
  expect(given.session.officers).toMatchObject([
    { office: 'chair', entity: 'Brazil' },
    { office: 'secretariat', entity: null },
  ])
  expect(listLines(given)).toContain('Chair\tBrazil')
  expect(listLines(given).join('\n')).toContain('In the chair: Chair, Brazil.')
})
