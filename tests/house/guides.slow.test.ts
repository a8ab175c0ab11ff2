/**
 * The guides in docs/adding are done step by step in one copy: the compiler names what each guide lists, and at last their tests pass. The
 * same copy shows what the compiler says of a value that is added to a list.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CompilerError, type Guide, GuideCopy, readGuide, type TestFile } from '../support/guide.ts'

const folder = 'docs/adding'
const hook = 600_000
let copy: GuideCopy
beforeAll(async () => {
  copy = await GuideCopy.open()
})
afterAll(() => copy.remove())

/** The compiler names each place with the word that it lacks, so all that is added is compiled at once. */
const splitWords = (message: string): readonly string[] => message.split(/[^\w-]+/)
const listFiles = (errors: readonly CompilerError[]) => [...new Set(errors.map(({ file }) => file))].sort()

/** The words that each guide adds. The language is the last one, because it copies the messages of the others. */
const guides = Object.entries({
  'a-feature.md': ['signals', 'already-signalled'],
  'a-format.md': ['txt'],
  'a-kind.md': ['explanation'],
  'a-page.md': ['clock'],
  'a-phone-page.md': ['timer'],
  'a-plan-field.md': ['contact'],
  'a-role.md': ['observer', 'adviser'],
  'a-language.md': ['pt'],
}).map(([name, words]) => ({ name, words }))

describe('the guides', () => {
  const read = new Map<string, Guide>()
  let afterFirst: readonly CompilerError[]
  let afterAllSteps: string
  let ran: readonly TestFile[]
  beforeAll(async () => {
    for (const { name } of guides) read.set(name, await readGuide(`${folder}/${name}`))
    for (const { first } of read.values()) await copy.applyBlocks(first)
    afterFirst = (await copy.compile()).errors
    for (const { rest } of read.values()) await copy.applyBlocks(rest)
    afterAllSteps = (await copy.compile()).output
    ran = await copy.runTests([...new Set([...read.values()].flatMap(({ tests }) => tests))])
  }, 2 * hook)
  afterAll(() => copy.restore())

  /** An error is of the guide whose word it names first. A type that it shows may have words of others. */
  const findGuide = ({ message }: CompilerError) => {
    const word = splitWords(message).find((one) => guides.some(({ words }) => words.includes(one)))
    return guides.find(({ words }) => word !== undefined && words.includes(word))?.name
  }

  test('all are done', () => {
    expect(guides.map(({ name }) => name).sort()).toEqual(readdirSync(join(import.meta.dirname, '../..', folder)))
  })

  test.each(guides)('$name names what the compiler names', ({ name }) => {
    expect(listFiles(afterFirst.filter((error) => findGuide(error) === name))).toEqual(read.get(name)?.listed)
  })

  test('the compiler names no other place, and nothing after all steps', () => {
    expect(listFiles(afterFirst)).toEqual([...new Set([...read.values()].flatMap(({ listed }) => listed))].sort())
    expect(afterAllSteps).toBe('')
  })

  test.each(guides)('$name does what it promises', ({ name }) => {
    const tests = read.get(name)?.tests ?? []
    const results = ran.filter(({ path }) => tests.includes(path))
    expect(results.flatMap(({ failures }) => failures)).toEqual([])
    expect(results.filter(({ passed }) => passed > 0).map(({ path }) => path)).toEqual([...tests].sort())
    expect(tests).not.toEqual([])
  })
})

const additions = [
  {
    what: 'a status of a question',
    word: 'parked',
    block: `shared/src/contract/question-statuses.ts
   'on-hold': { …
+  parked: { stage: 'review', isOnHold: false, public: false, inRecord: false, countsAs: 'pending', byStep: false },`,
    files: [
      'client/src/features/questions/moderation/all-questions.tsx',
      'client/src/features/questions/moderation/merge-dialog.tsx',
      'client/src/features/questions/outcome-text.ts',
      'client/src/features/questions/participant/my-question-card.tsx',
      'client/src/features/questions/participant/my-question-text.ts',
      'client/src/features/questions/participant/question-list.tsx',
      'server/src/services/record/text/report-text.ts',
    ],
  },
  {
    what: 'a channel',
    word: 'overflow',
    block: `shared/src/contract/channels.ts
   remote: { …
+  overflow: { isCheckedIn: true, isInSight: false, usesMeeting: false },`,
    files: [
      'client/src/features/cues/staff/active-announcements.tsx',
      'client/src/features/cues/staff/announce-dialog.tsx',
      'client/src/features/floor/staff/call-dialog.tsx',
      'client/src/features/floor/staff/moving-on.ts',
      'client/src/features/joining/enter-step.tsx',
      'client/src/features/my-floor/channel-words.ts',
      'client/src/features/people/own/identity-dialog.tsx',
      'client/src/features/people/roster/people-head.tsx',
      'client/src/features/planning/model/read-draft.ts',
      'client/src/features/planning/plan-fields.ts',
      'client/src/session/server-clock.ts',
      'client/src/session/surface.ts',
      'client/src/text/channel-words.ts',
      'client/src/widgets/channel-label.tsx',
      'client/src/widgets/present-people.tsx',
      'server/src/people/access/default-people.ts',
      'server/src/people/access/startup-links.ts',
      'server/src/services/record/report/annexes.ts',
      'server/src/services/record/report/channel-words.ts',
      'server/src/services/record/report/introduction.ts',
      'server/src/services/record/report/participation.ts',
      'server/src/services/record/report/timeline-figure.ts',
      'server/src/services/record/text/report-text.ts',
      'server/src/services/rehearsal/participants.ts',
      'shared/src/api/fields.ts',
      'shared/src/contract/plan.ts',
      'shared/src/contract/record.ts',
      'shared/src/contract/value-spellings.ts',
    ],
  },
  {
    what: 'an addressee of announcements',
    word: 'balcony',
    block: `shared/src/contract/enums.ts
-export const addressees = …
+export const addressees = ['everyone', ...channels, 'podium', 'staff', 'display', 'balcony'] as const`,
    files: [
      'client/src/features/cues/staff/active-announcements.tsx',
      'client/src/features/cues/staff/announce-dialog.tsx',
      'shared/src/projection/cues.ts',
    ],
  },
  {
    what: 'a kind of segment',
    word: 'ceremony',
    block: `shared/src/contract/segment-kinds.ts
   topic: { …
+  ceremony: { isTopic: false, hasPanel: false, place: 'middle' },`,
    files: [
      'client/src/features/planning/model/draft.ts',
      'client/src/features/planning/plan-fields.ts',
      'server/src/services/record/report/introduction.ts',
      'server/src/services/record/text/report-text.ts',
    ],
  },
  {
    what: 'a remedy',
    word: 'skip',
    block: `shared/src/contract/enums.ts
-export const remedies = …
+export const remedies = ['later', 'next', 'shorten', 'skip'] as const`,
    files: [
      'client/src/features/agenda/staff/remedies.tsx',
      'server/src/services/record/text/report-text.ts',
      'shared/src/projection/agenda/remedies.ts',
    ],
  },
  {
    what: 'a status of one’s own',
    word: 'asleep',
    block: `client/src/features/my-floor/my-status.ts
   | { readonly kind: 'on-hold'; …
+  | { readonly kind: 'asleep' }`,
    files: [
      'client/src/features/my-floor/my-status.ts',
      'client/src/features/my-floor/primary-actions.tsx',
      'client/src/surfaces/podium/podium-position.tsx',
      'client/src/surfaces/remote/my-status-card.tsx',
      'client/src/surfaces/room/floor-tab.tsx',
    ],
  },
  {
    what: 'a status of a delivery',
    word: 'delayed',
    block: `shared/src/contract/invitations.ts
-export const deliveryStatuses = …
+export const deliveryStatuses = ['waiting', 'sending', 'sent', 'refused', 'failed', 'returned', 'delayed'] as const`,
    files: ['client/src/features/people/roster/people-table.tsx', 'shared/src/contract/invitations.ts'],
  },
  {
    what: 'an attribution',
    word: 'grouped',
    block: `shared/src/contract/enums.ts
-export const attributions = …
+export const attributions = ['named', 'hidden', 'unattributed', 'grouped'] as const`,
    files: [
      'client/src/features/planning/model/draft.ts',
      'client/src/features/planning/plan-fields.ts',
      'client/src/features/questions/participant/ask-form.tsx',
      'shared/src/contract/enums.ts',
    ],
  },
  {
    what: 'an audience',
    word: 'press',
    block: `shared/src/contract/roles.ts
-export const audiences = …
+export const audiences = ['staff', 'podium', 'booth', 'public', 'display', 'press'] as const`,
    files: ['shared/src/contract/roles.ts', 'shared/src/projection/cues.ts', 'shared/src/projection/part.ts'],
  },
  {
    what: 'a reason of a refusal over HTTP',
    word: 'seat-taken',
    block: `shared/src/api/reasons.ts
   'email-taken': 409,
+  'seat-taken': 409,`,
    files: ['client/src/text/failure-text.ts'],
  },
  {
    what: 'a reason that every operation can have',
    word: 'mail-off',
    block: `shared/src/api/operation.ts
 export const commonReasons = [
+  'mail-off',`,
    files: [
      'client/src/app/connection-refused-page.tsx',
      'client/src/features/joining/join-error.ts',
      'client/src/text/member-failure-text.ts',
    ],
  },
  {
    what: 'a field of a request',
    word: 'mood',
    block: `shared/src/contract/queue.ts
 export type Entry = {
+  readonly mood?: string`,
    files: ['shared/src/domain/queue/entry-fields.ts'],
  },
  {
    what: 'a field of the list of speakers',
    word: 'waves',
    block: `shared/src/contract/queue.ts
 export type QueueState = {
+  readonly waves: number`,
    files: ['shared/src/domain/queue/derive-order.ts', 'shared/src/domain/queue/evolve.ts', 'shared/src/domain/queue/snapshot.ts'],
  },
  {
    what: 'a field of a question',
    word: 'weight',
    block: `shared/src/contract/questions.ts
 export type Question = {
+  readonly weight: number | null`,
    files: ['shared/src/domain/questions/ask.ts', 'shared/src/domain/steps/record-step.ts'],
  },
  {
    what: 'a field of the floor',
    word: 'bells',
    block: `shared/src/contract/floor.ts
 export type FloorState = {
+  readonly bells: number`,
    files: ['shared/src/domain/floor/evolve.ts'],
  },
  {
    what: 'an event of another slice’s name',
    word: 'waved',
    block: `shared/src/contract/queue.ts
   'queue.opened': { …
+  'list.waved': { readonly _?: never }`,
    files: ['shared/src/contract/registry.ts', 'shared/src/domain/queue/evolve.ts'],
  },
] as const

/** Tests have values as examples, and are not listed. */
describe('the additions', () => {
  let errors: readonly CompilerError[]
  beforeAll(async () => {
    for (const { block } of additions) await copy.applyBlocks(`\`\`\`diff\n${block}\n\`\`\``)
    errors = (await copy.compile()).errors.filter(({ file }) => !file.startsWith('tests/'))
  }, hook)
  afterAll(() => copy.restore())

  test.each(additions)('[L160] [L175] the compiler names $what that is added, and each place that lacks it', ({ word, files }) => {
    const found = errors.filter(({ message }) => splitWords(message).includes(word))
    expect(listFiles(found)).toEqual(files)
    expect(found.length).toBeLessThan(Math.max(20, 2 * files.length))
  })

  test('[L160] it names no other place', () => {
    expect(listFiles(errors)).toEqual([...new Set(additions.flatMap(({ files }) => files))].sort())
  })
})
