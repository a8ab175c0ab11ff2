/** Words under a name that somebody claimed are marked in every form of the record, for as long as nobody confirmed the person under it. */
import { exportRecord } from '@rostrum/server/services/record/export-record'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { recordSchema, type SessionRecord } from '@rostrum/shared/contract/record'
import type { Format } from '@rostrum/shared/contract/record-formats'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import { expect, test } from 'vitest'
import { allPeople, makeAdmission, plan } from '../support/fixtures.ts'
import { approve, ask, call, command, join, queueOpen, type SentCommand, toTurnId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'
import { extractText } from '../support/zip-reader.ts'

const claims = { ...makeAdmission('claims', 'participant', 'Delegation 1', 'government', 'room'), walkIn: true } as const
const person = 'claims' as PersonId
const named = { ...plan, walkIns: true, questions: { ...plan.questions, attribution: 'named' as const } }
const history: readonly SentCommand[] = [
  ...queueOpen,
  ask('claims', 'When?'),
  ask('gov-1', 'Where?'),
  approve('claims-asks'),
  approve('gov-1-asks'),
  join('claims'),
  join('civil-1'),
  call('claims'),
  command('chair', 'floor.start', { turn: toTurnId('turn-claims') }),
  command('chair', 'floor.end', { turn: toTurnId('turn-claims') }),
  command('desk', 'notes.add', { text: 'A point', tag: null, segment: null, about: { kind: 'turn', turn: toTurnId('turn-claims') } }),
  command('claims', 'queue.join', { kind: 'intervention', topic: null }, { id: 'claims-again' }),
  command('chair', 'session.close', {}),
  command('claims', 'statements.submit', { text: 'My words', expectedVersion: 0 }),
]
const write = async (
  format: Format,
  given: typeof history,
  options: { isPublic?: boolean; language?: LanguageId; plan?: typeof plan } = {},
) => {
  const { isPublic = false, language = 'en' } = options
  const commits = buildLog(options.plan ?? named, given, [...allPeople, claims])
  const names = new Map([[person, 'Somebody']])
  return (await exportRecord('claimed' as SessionId, commits, { format, language, public: isPublic, notes: true, names })).bytes
}
const read = async (...[given, options]: [typeof history, Parameters<typeof write>[2]?]): Promise<SessionRecord> =>
  recordSchema.parse(JSON.parse(new TextDecoder().decode(await write('json', given, options))))
const listMarks = ({ turns, requests, questions, statements, participants, notes }: SessionRecord) =>
  Object.entries({ turns, requests, questions, statements, participants, sources: notes.flatMap(({ sources }) => sources) }).map(
    ([name, rows]) => [name, rows.filter(({ notConfirmed }) => notConfirmed).length] as const,
  )

test('[R103] the data mark what was asked, said and written under a claimed name, also in the public version, and nothing else', async () => {
  const marks = { turns: 1, requests: 2, questions: 1, statements: 1, participants: 1, sources: 1 }
  expect(Object.fromEntries(listMarks(await read(history)))).toEqual(marks)
  expect(Object.fromEntries(listMarks(await read(history, { isPublic: true })))).toEqual(marks)
  const confirmed = await read([...history, command('desk', 'people.confirm', { person })])
  expect(listMarks(confirmed).filter(([, count]) => count > 0)).toEqual([])
  const revoked = await read([...history, command('desk', 'people.revoke', { person })])
  expect(Object.fromEntries(listMarks(revoked))).toMatchObject({ turns: 1, questions: 1, statements: 1, sources: 1 })
})

test('[R103] where the public version hides the author, a question has no mark', async () => {
  const hidden = { ...named, questions: { ...named.questions, attribution: 'hidden' as const } }
  const record = await read(history, { isPublic: true, plan: hidden })
  expect(record.questions.map(({ entity, notConfirmed }) => [entity, notConfirmed])).toEqual([
    [null, undefined],
    [null, undefined],
  ])
})

test.each(languageIds)('[R103] the report marks the name wherever it stands, in %s', async (language) => {
  const { notConfirmed } = getReportText(language).labels
  for (const format of ['md', 'docx'] as const)
    for (const isPublic of [false, true]) {
      const text = extractText(await write(format, history, { isPublic, language })).join('\n')
      // The turn in the text and in the annex, the request that was not reached, the statement, and the list of participants.
      expect(text.split(notConfirmed).length - 1).toBeGreaterThanOrEqual(5)
    }
})

test('[R103] the tables have a column for the mark if one of their names has it', async () => {
  const listColumns = async (given: typeof history) => {
    const lines = extractText(await write('csv', given)).flatMap((text) => text.split('\n'))
    return new Set(lines.filter((line) => line.includes('notConfirmed'))).size
  }
  expect(await listColumns(history)).toBe(6)
  expect(await listColumns([...history, command('desk', 'people.confirm', { person })])).toBe(0)
})
