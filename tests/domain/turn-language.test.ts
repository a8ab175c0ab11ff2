/** The language of a turn: specified with the request or later, and kept from the list to the record. */
import { buildRecord } from '@rostrum/server/services/record/build-record'
import type { SessionId, StepId } from '@rostrum/shared/contract/ids'
import { type SpokenLanguage, spokenLanguageSchema, toCaptionLanguage, toSpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { projectAudience } from '@rostrum/shared/projection/project'
import { describe, expect, test } from 'vitest'
import { entryData, turnData } from '../support/command-scenarios.ts'
import { plan } from '../support/fixtures.ts'
import { call, command, given, join, queueOpen, raisePoint, replay, toEntryId, toTurnId } from '../support/given.ts'
import { buildLog } from '../support/log-builder.ts'

const language = (tag: string) => toSpokenLanguage(tag) as SpokenLanguage
const [french, arabic] = [language('fr'), language('ar')]
const start = command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') }, { at: 70 })
const inFrench = command('gov-1', 'queue.set-language', { ...entryData('gov-1'), language: french }, { at: 20 })
const speaking = [...queueOpen, join('gov-1', 10), inFrench, call('gov-1', { at: 60 }), start]
const setTurn = (tag: SpokenLanguage | null) => command('desk', 'floor.set-language', { ...turnData('gov-1'), language: tag }, { at: 80 })

test('[Q40] any language can be specified, by its primary tag, and nothing else', () => {
  expect(['fr', 'FR-ca', 'zh-Hant-TW', 'iw', 'sw', 'gsw'].map(toSpokenLanguage)).toEqual(['fr', 'fr', 'zh', 'he', 'sw', 'gsw'])
  const refused = ['', 'f', 'french', 'und', 'mul', 'zxx', 'fr_CA', 'fr-', '中文', `fr-${'a'.repeat(300)}`, 'fr-u-co-\u0000']
  expect(refused.map(toSpokenLanguage)).toEqual(refused.map(() => null))
  expect(refused.filter((tag) => spokenLanguageSchema.safeParse(tag).success)).toEqual([])
})

test('[X86] captions can have a script and a region, in canonical form', () => {
  const tags = ['fr', 'FR-ca', 'zh-hant', 'zh-Hant-TW', 'PT-br', 'sr-latn', 'es-419', 'iw', 'sl-rozaj', 'en-u-ca-buddhist']
  expect(tags.map(toCaptionLanguage)).toEqual(['fr', 'fr-CA', 'zh-Hant', 'zh-Hant-TW', 'pt-BR', 'sr-Latn', 'es-419', 'he', 'sl', 'en'])
  const refused = ['', 'f', 'french', 'und', 'mul', 'zxx', 'fr_CA', 'fr-', 'Latn', '中文', `fr-${'a'.repeat(300)}`]
  expect(refused.map(toCaptionLanguage)).toEqual(refused.map(() => null))
  const state = replay([
    ...queueOpen,
    ...['zh-hant', 'zh-Hans'].map((language) => command('desk', 'captions.add', { language: toCaptionLanguage(language) as never })),
  ])
  expect(state.captions.tracks.map(({ language }) => language)).toEqual(['zh-Hant', 'zh-Hans'])
})

describe('[Q41] the language of a request', () => {
  test('comes with it, can be changed by the staff, and by its owner until the call, and can be withdrawn', () => {
    const asked = command('gov-1', 'queue.join', { kind: 'intervention', topic: null, language: arabic }, { id: 'gov-1' })
    expect(replay([...queueOpen, asked]).queue.entries.get(toEntryId('gov-1'))?.language).toBe('ar')
    given([...queueOpen, join('gov-1')])
      .when('queue.set-language', { ...entryData('gov-1'), language: french }, 'gov-1')
      .then([{ type: 'queue.language-set', data: { entry: toEntryId('gov-1'), language: french } }])
    given([...queueOpen, join('gov-1'), inFrench])
      .when('queue.set-language', { ...entryData('gov-1'), language: french }, 'gov-1')
      .thenNothing()
    const taken = command('desk', 'queue.set-language', { ...entryData('gov-1'), language: null })
    expect(replay([...queueOpen, join('gov-1'), inFrench, taken]).queue.entries.get(toEntryId('gov-1'))).not.toHaveProperty('language')
    given([...queueOpen, join('gov-1')])
      .when('queue.set-language', { ...entryData('gov-1'), language: french }, 'civil-1')
      .thenRefused('forbidden')
    given([...queueOpen, join('gov-1'), call('gov-1')])
      .when('queue.set-language', { ...entryData('gov-1'), language: french }, 'gov-1')
      .thenRefused('forbidden')
  })

  test('is shown wherever the request is shown, and nowhere else', () => {
    const point = command('civil-1', 'queue.set-language', { ...entryData('civil-1-point'), language: french })
    const state = replay([...queueOpen, join('gov-1'), inFrench, raisePoint('civil-1'), point])
    for (const audience of ['staff', 'podium', 'booth', 'public', 'display'] as const) {
      const { view } = projectAudience(state, audience)
      expect(view.entries[toEntryId('gov-1')]?.language).toBe('fr')
      expect(view.entries[toEntryId('civil-1-point')]?.language).toBe(audience === 'staff' ? 'fr' : undefined)
    }
  })
})

describe('[Q42] the language of a turn', () => {
  test('is that of its request, and the staff can change it while it lasts, is interrupted, and is over', () => {
    expect(replay(speaking).floor.current?.language).toBe('fr')
    expect(projectAudience(replay(speaking), 'display').view.floor.current?.language).toBe('fr')
    given(speaking)
      .when('floor.set-language', { ...turnData('gov-1'), language: arabic }, 'chair')
      .then([{ type: 'floor.language-set', data: { turn: toTurnId('turn-gov-1'), language: arabic } }])
    given(speaking)
      .when('floor.set-language', { ...turnData('gov-1'), language: french }, 'chair')
      .thenNothing()
    given(speaking)
      .when('floor.set-language', { ...turnData('gov-1'), language: arabic }, 'gov-1')
      .thenRefused('forbidden')
    const expectedCurrent = toTurnId('turn-gov-1')
    const recognized = command('chair', 'floor.recognize', { ...entryData('civil-1-point'), expectedCurrent })
    expect(replay([...speaking, raisePoint('civil-1'), recognized, setTurn(arabic)]).floor.interrupted?.language).toBe('ar')
    const ended = [...speaking, command('chair', 'floor.end', turnData('gov-1'), { at: 75 })]
    expect(replay([...ended, setTurn(arabic)]).floor.past.map((turn) => turn.language)).toEqual(['ar'])
    expect(replay([...ended, setTurn(null)]).floor.past[0]).not.toHaveProperty('language')
  })

  test('is kept when a step is undone, and when a speaker who was absent waits again', () => {
    const end = command('chair', 'floor.end', turnData('gov-1'), { id: 'end', at: 75 })
    const undo = command('chair', 'steps.undo', { step: 'end'.padEnd(22, '-') as StepId }, { at: 90 })
    expect(replay([...speaking, end, setTurn(arabic), undo]).floor.current).toMatchObject({ language: 'ar', entry: { language: 'ar' } })
    const absent = command('chair', 'floor.mark-absent', turnData('gov-1'), { at: 90 })
    const called = [...queueOpen, join('gov-1', 10), inFrench, call('gov-1', { at: 60 })]
    expect(replay([...called, setTurn(arabic), absent]).queue.entries.get(toEntryId('gov-1'))?.language).toBe('ar')
  })
})

test('[R40] the record contains the language of each turn, and adds up interventions and time by language', () => {
  const second = [
    join('civil-1', 82),
    command('chair', 'floor.end', turnData('gov-1'), { at: 100 }),
    call('civil-1', { at: 110 }),
    command('chair', 'floor.start', turnData('civil-1'), { at: 110 }),
    command('chair', 'floor.end', turnData('civil-1'), { at: 150 }),
  ]
  const { turns, statistics } = buildRecord('s' as SessionId, buildLog(plan, [...speaking, ...second]))
  expect(turns.map((turn) => turn.language)).toEqual(['fr', undefined])
  expect(statistics.languages).toEqual([
    { language: 'fr', turns: 1, spokenSeconds: 30 },
    { language: null, turns: 1, spokenSeconds: 40 },
  ])
  expect(statistics.languages?.reduce((sum, one) => sum + one.spokenSeconds, 0)).toBe(statistics.spokenSeconds)
  const silent = buildRecord('s' as SessionId, buildLog(plan, [...queueOpen, join('gov-1', 10), call('gov-1'), start]))
  expect(silent.statistics).not.toHaveProperty('languages')
})
