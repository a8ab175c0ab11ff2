/** The summary that is sent round: its order, its numbers, its sentences, and what they promise. */

import { readMessages } from '@rostrum/server/engine/locales/read-messages'
import { buildRecord } from '@rostrum/server/services/record/build-record'
import { redactRecord } from '@rostrum/server/services/record/public'
import { getPlainText, quotedRun } from '@rostrum/server/services/record/report/blocks'
import type { Outline } from '@rostrum/server/services/record/report/outline'
import { buildReport, numberReport } from '@rostrum/server/services/record/report/report'
import { getReportText } from '@rostrum/server/services/record/text/report-text'
import { joinList, makeSentenceWriter, type SentenceKey } from '@rostrum/server/services/record/text/sentence-writer'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import type { Block } from '@rostrum/shared/contract/report-blocks'
import { type LanguageId, languageIds } from '@rostrum/shared/kernel/wording'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymousPlan, createState, plan } from '../support/fixtures.ts'
import { buildPlayedLog } from '../support/log-builder.ts'
import { buildModelLog, modelId } from '../support/model-session.ts'
import { allTypes, arbitraryRolls, playRolls } from '../support/random-session.ts'

const record = buildRecord(modelId, buildModelLog())
const listBlocks = (its: SessionRecord, language: LanguageId = 'en', outline?: Outline): readonly Block[] =>
  [...buildReport(its, getReportText(language), outline)].flatMap((block) => block ?? [])
const numberOf = (its: SessionRecord, language: LanguageId = 'en') => {
  const work = numberReport(its, getReportText(language))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const listHeadings = (blocks: readonly Block[], level: 1 | 2): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [getPlainText(block.line)] : []))
const listNumbers = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap((block) => (block.kind === 'numbered' || block.kind === 'to-write' ? (block.number ?? []) : []))
const listParagraphs = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'numbered' || block.kind === 'paragraph' ? [getPlainText(block.line)] : []))
const listTables = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' && block.caption ? [getPlainText(block.caption.number)] : []))

/** An empty session: nobody asked, nobody spoke, no questions, no notes. */
const emptyRecord = buildRecord(modelId, buildModelLog().slice(0, 3))

describe('[R14] its order', () => {
  test('is cover, summary, contents, chapters, annexes', () => {
    const blocks = listBlocks(record)
    expect(listHeadings(blocks, 1)).toEqual([
      ...['I. Introduction', 'II. Summary of the discussion', 'III. Participation', 'IV. How the list of speakers was ordered'],
      ...['V. Requests not reached and written statements', 'VI. Questions', 'VII. Conclusions and next steps'],
      ...['Interventions', 'List of participants', 'Decisions', 'Record of the session', 'Written statements'],
    ])
    expect(listHeadings(blocks, 2).slice(0, 4)).toEqual([
      ...['A. Points by topic and group', 'B. Topic 1. Successes', 'C. Topic 2. Failures', 'D. Topic 3. Expectations'],
    ])
    const first = (test: (block: Block) => boolean) => blocks.findIndex(test)
    const places = [
      first((block) => block.kind === 'paragraph' && block.style === 'title'),
      first((block) => block.kind === 'paragraph' && block.style === 'summary-heading'),
      first((block) => block.kind === 'to-write' && block.id.startsWith('summary-')),
      first((block) => block.kind === 'contents'),
      first((block) => block.kind === 'heading'),
    ]
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('[R90] has places for the mandate, the documents, the opening, the answers and the conclusions', () => {
    const places = (its: SessionRecord) => listBlocks(its).flatMap((block) => (block.kind === 'to-write' ? [block.id] : []))
    const ids = places({ ...record, session: { ...record.session, about: null } })
    expect(ids).toEqual(expect.arrayContaining(['mandate', 'documents', 'opening', 'answers-topic-1', 'conclusions', 'next']))
    expect(places({ ...record, session: { ...record.session, about: 'Under resolution 1.' } })).not.toContain('mandate')
  })

  test('omits a chapter without content, and leaves no gap in the numbers', () => {
    const blocks = listBlocks(emptyRecord)
    expect(listHeadings(blocks, 1)).toEqual([
      ...['I. Introduction', 'II. Summary of the discussion', 'III. Participation', 'IV. How the list of speakers was ordered'],
      ...['V. Conclusions and next steps', 'List of participants', 'Decisions', 'Record of the session'],
    ])
  })

  test('has no A without a B', () => {
    const [topic] = record.agenda.filter(({ kind }) => kind === 'topic')
    if (topic === undefined) throw new Error('the model session has topics')
    const of = <T extends { readonly segment: string | null }>(rows: readonly T[]): T[] =>
      rows.filter(({ segment }) => segment === topic.id)
    const alone = { ...record, agenda: [topic], notes: [], turns: of(record.turns), questions: of(record.questions), statements: [] }
    expect(listHeadings(listBlocks(alone), 2)).toEqual(['Topic 1. Successes'])
  })

  test.each(languageIds)('numbers paragraphs, tables and rows without gaps, and the same in every language: %s', (language) => {
    const blocks = listBlocks(record, language)
    expect(listNumbers(blocks)).toEqual(listNumbers(blocks).map((_, index) => index + 1))
    expect(listNumbers(blocks)).toEqual(listNumbers(listBlocks(record)))
    expect(listTables(blocks)).toHaveLength(listTables(listBlocks(record)).length)
  })
})

describe('[R15] its sentences', () => {
  const read = (language: LanguageId) => readMessages(language, 'report')
  const keys = Object.keys(read('en')) as SentenceKey[]
  const listPlaceholders = (sentence: string): readonly string[] =>
    [...new Set([...sentence.matchAll(/\{(\w+)(?:\}|, (?:plural|select))/g)].map(([, name = '']) => name))]
      .filter((name) => !['minute', 'min'].includes(name))
      .sort()

  test.each(languageIds)('have every plural form of %s', (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const write = makeSentenceWriter(language, read(language))
    for (const key of keys) {
      const names = listPlaceholders(read(language)[key])
      const numbers = [...read(language)[key].matchAll(/\{(\w+), plural/g)].map(([, name = '']) => name)
      for (const n of [0, 1, 2, 3, 11, 21, 100]) {
        const values = Object.fromEntries(names.map((name) => [name, numbers.includes(name) ? n : `<${name}>`]))
        expect(getPlainText(write(key, values))).not.toMatch(/[{}#]|undefined/)
      }
      for (const [, forms = ''] of read(language)[key].matchAll(/, plural, ((?:(?:=-?\d+|\w+) \{(?:[^{}]|\{[^{}]*\})*\} ?)+)\}/g))
        for (const category of categories) expect([key, forms.includes(`${category} {`)]).toEqual([key, true])
    }
  })

  test('[V73] join the last item of a Spanish list with "e" before the sound "i", even in names people entered', () => {
    const join = (...names: string[]) =>
      getPlainText(
        joinList(
          getReportText('es'),
          names.map((name) => [quotedRun(name)]),
        ),
      )
    expect(join('Academia', 'Industria')).toBe('Academia e Industria')
    expect(join('Academia', 'Gobiernos', 'hijos de la isla')).toBe('Academia, Gobiernos e hijos de la isla')
    expect(join('Academia', 'Hielo', 'Yemen')).toBe('Academia, Hielo y Yemen')
    expect(join('Academia', 'Hielo')).toBe('Academia y Hielo')
  })

  test('never begin with a figure', () => {
    for (const text of listParagraphs(listBlocks(record)).filter((one) => / (was|were|took|is|had) /.test(one)))
      expect(text).not.toMatch(/(^|\. )\d/)
  })

  test('account for every request and every question, or the export fails', () => {
    const { requests, questions } = record.statistics
    const wrong = (statistics: object) => () => listBlocks({ ...record, statistics: { ...record.statistics, ...statistics } })
    expect(wrong({ requests: { ...requests, total: requests.total + 1 } })).toThrow('do not add up')
    expect(wrong({ questions: { ...questions, received: questions.received + 1 } })).toThrow('do not add up')
    fc.assert(
      fc.property(fc.constantFrom(plan, anonymousPlan), arbitraryRolls(60, 200), fc.constantFrom(...languageIds), (its, many, language) => {
        const random = buildRecord(modelId, buildPlayedLog(its, playRolls(createState(its), many, allTypes)))
        expect(listBlocks(random, language).length).toBeGreaterThan(10)
      }),
      { numRuns: 40 },
    )
  })

  test('[Q47] describe what happened in the model session, also questions that were asked together', () => {
    const text = listParagraphs(listBlocks(record)).join('\n')
    for (const sentence of [
      'There were 24 requests for the floor, of which 12 were heard, 1 was withdrawn, 1 was removed from the list and 10 were not reached.',
      'The participants not reached were invited to submit written statements; three had done so.',
      'Half of the speakers waited less than 44 minutes; the longest wait was 63 minutes.',
      'Participants submitted eight questions, of which two were answered during the session and one was asked together with another.',
      'On topic 1, Successes, three points were noted from three of five groups (one failure, one expectation and one point without a tag).',
      'The item began at 2.34\u00a0p.m., 1 minute later than planned, and lasted 20 minutes (planned: 26).',
      'Of eight questions received, two were answered during the session, three were not reached, one was asked together with another, one was declined (against the rules of conduct: 1) and one was withdrawn by its author.',
      'The numbering continues that of the interventions. In all, there were 24 requests: 12 were heard (1 to 12), 10 were not reached (13 to 22) and 2 had other outcomes (23 to 24).',
    ])
      expect(text).toContain(sentence)
  })

  test.each(languageIds)('count statements instead of listing more than five of them: %s', (language) => {
    const [first] = record.statements
    if (!first) throw new Error('the model session has statements')
    const say = (n: number) => {
      const statements = Array.from({ length: n }, (_, index) => ({ ...first, id: `s-${index}`, number: index + 1 }))
      return listParagraphs(listBlocks({ ...record, statements }, language)).join('\n')
    }
    const listed = (text: string) => /S2[^\n]*S4/.test(text)
    expect([listed(say(5)), listed(say(34)), say(34).includes('S34')]).toEqual([true, false, true])
  })

  test('name the point with the most speakers only if there is one', () => {
    const [first, second, third] = record.notes.filter(({ segment }) => segment === 'topic-1')
    if (!first || !second || !third) throw new Error('the model session has notes')
    const say = (notes: SessionRecord['notes']) => listParagraphs(listBlocks({ ...record, notes })).join('\n')
    const same = { tag: 'failure', text: 'Nobody paid to run the access points.' }
    expect(say([{ ...first, ...same }, { ...second, ...same }, third])).toContain(
      'The point made by the largest number of speakers was: Nobody paid to run the access points (interventions 1 and 2).',
    )
    expect(say([first, second, third])).not.toContain('The point with the most speakers')
  })
})

describe('[R16] its numbers', () => {
  test('count interventions by their start, then people not reached, then all others', () => {
    const turns = record.turns.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number)
    expect(turns.map(({ number }) => number)).toEqual(turns.map((_, index) => index + 1))
    expect(turns.map(({ startedAt }) => startedAt)).toEqual(turns.map(({ startedAt }) => startedAt).sort())
    const counted = record.requests.filter(({ number }) => number > 0)
    expect(new Set(counted.map(({ number }) => number)).size).toBe(record.statistics.requests.total)
    const range = (outcome: string) => counted.filter((one) => one.outcome === outcome).map(({ number }) => number)
    expect(Math.max(...range('heard'))).toBeLessThan(Math.min(...range('not-reached')))
    expect(Math.max(...range('not-reached'))).toBeLessThan(Math.min(...range('withdrawn'), ...range('removed')))
  })

  test('are the same in the public version, with gaps if something is left out', () => {
    const shown = redactRecord({ record, attribution: 'hidden', takenBack: new Set() }, false)
    const [full, open] = [listBlocks(record), listBlocks(shown, 'en', numberOf(record))]
    const numberedTexts = (blocks: readonly Block[]) =>
      new Map(blocks.flatMap((block) => (block.kind === 'numbered' ? [[block.number, getPlainText(block.line)] as const] : [])))
    const [fullTexts, openTexts] = [numberedTexts(full), numberedTexts(open)]
    expect(openTexts.size).toBeLessThan(fullTexts.size)
    const different = [...openTexts].filter(([number, text]) => text !== fullTexts.get(number))
    expect(different.map(([, text]) => text)).toEqual([
      'The points noted by the Rapporteur, and table 2, are not included in the public version.',
    ])
    expect(open.filter(({ kind }) => kind === 'to-write')).toEqual([])
    expect(listTables(full)).toEqual(expect.arrayContaining([...listTables(open)]))
    expect(listTables(open)).not.toContain('Table 2')
  })
})

describe('[R17] the public version', () => {
  test('does not reveal a count of one or two people, even indirectly', () => {
    const few = {
      ...record,
      statistics: {
        ...record.statistics,
        registered: {
          room: 12,
          remote: 8,
          groups: [
            { group: 'government', room: 2, remote: 4 },
            { group: 'private-sector', room: 3, remote: 4 },
            { group: 'civil-society', room: 7, remote: 0 },
          ],
        },
      },
      questions: record.questions.map((question) => ({ ...question, support: { total: 2, groups: ['government'] } })),
    }
    const shown = redactRecord({ record: few, attribution: 'named', takenBack: new Set() }, true)
    expect(shown.statistics.registered.groups.map(({ room, remote }) => [room, remote])).toEqual([
      [null, 4],
      [null, 4],
      [7, 0],
    ])
    // One in each of three groups, and nobody in the fourth: neither the sum nor the zero may tell.
    const guard = (...room: readonly number[]) => {
      const groups = room.map((count) => ({ group: 'government', room: count, remote: 0 }))
      const registered = { room: room.reduce((sum, one) => sum + one, 0), remote: 0, groups }
      const one = { ...record, statistics: { ...record.statistics, registered } }
      const { registered: guarded } = redactRecord({ record: one, attribution: 'named', takenBack: new Set() }, true).statistics
      return [guarded.room, ...guarded.groups.map((group) => group.room)]
    }
    expect(guard(0, 9, 1, 1, 1)).toEqual([12, null, null, null, null, null])
    expect(guard(0, 9, 5, 1, 1)).toEqual([16, null, 9, null, null, null])
    expect(guard(1, 1, 1, 1, 0)).toEqual([null, null, null, null, null, null])
    expect(guard(0, 9, 4, 0, 3)).toEqual([16, 0, 9, 4, 0, 3])
    expect(shown.questions.map(({ support }) => support)).toEqual(shown.questions.map(() => ({ total: null, groups: [] })))
    expect(shown.statistics.groups.filter(({ heard, waits }) => heard < 3 && waits !== null)).toEqual([])
    expect(shown.requests.filter(({ outcome, entity }) => outcome === 'withdrawn' && entity !== null)).toEqual([])
  })
})
