/** The sentences of the Chair: one for every state, in every language, without the names of people who are hidden. */
import { formatScript } from '@rostrum/client/features/script/format-script'
import { getScript } from '@rostrum/client/features/script/script'
import type { ScriptSentence, ScriptView } from '@rostrum/client/features/script/script-types'
import type { LanguageInfo } from '@rostrum/client/text/catalogue'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { State } from '@rostrum/shared/contract/registry'
import { addMillis, type Instant, minutes } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import type { View } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keys, makeTranslateIn, readMessages } from '../support/catalogues.ts'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { join, queueOpen, replay } from '../support/given.ts'
import { allTypes, arbitraryRolls, drawRoll, playRolls } from '../support/random-session.ts'
import { scriptStates } from '../support/script-states.ts'
import { SeededRandom } from '../support/seeded-random.ts'

const getStaffView = (state: State): ScriptView => projectAudience(state, 'staff').view as View

const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'].map((id) => ({
  t: makeTranslateIn(id),
  language: { id, ...readMessages<LanguageInfo>(id, 'about') },
  zone: 'UTC',
}))
const write = (sentence: ScriptSentence): readonly string[] =>
  languages.map((text) => formatScript(text, sentence).replace(/[\u2066-\u2069]/g, ''))

const played = scriptStates.map(({ name, history, at, its = plan }) => ({
  name,
  sentence: getScript(getStaffView(replay(history, createState(its))), afterNoon(at)),
}))

test('[F37] every state has its sentence in every language', async () => {
  const blocks = played.map(({ name, sentence }) =>
    [`## ${name}${sentence.when === 'after' ? ' (quiet)' : ''}`, ...write(sentence).map((line) => `- ${line}`)].join('\n'),
  )
  await expect(`# What the Chair says\n\n${blocks.join('\n\n')}\n`).toMatchFileSnapshot('./script-sentences.md')
})

test('[F37] the states of the table use every sentence that exists', () => {
  const sentences = keys.filter((key) => key.startsWith('script.say.'))
  expect(sentences.filter((key) => !played.some(({ sentence }) => sentence.key === key))).toEqual([])
})

test('[F37] an undone step takes its sentence back', () => {
  const { history } = scriptStates.find(({ name }) => name === 'somebody is called and another follows') ?? { history: [] }
  const before = getScript(getStaffView(replay(history.slice(0, -1))), afterNoon(40))
  const state = replay(history)
  const undo = { by: 'chair', type: 'steps.undo', data: { step: state.steps.taken.at(-1)?.id }, id: 'undo', at: null } as never
  expect(getScript(getStaffView(replay([...history, undo])), afterNoon(40))).toEqual(before)
})

const plans: readonly Plan[] = (['named', 'hidden', 'unattributed'] as const).map((attribution) => ({
  ...plan,
  questions: { ...plan.questions, attribution },
}))

/** The names that the room has been shown, and the panel, which is not secret. */
const listShownNames = (state: State): readonly string[] => {
  const { floor, entries, questions } = projectAudience(state, 'public').view
  const turns = [floor.current, floor.interrupted].flatMap((turn) => (turn ? [turn.speaker?.entity, ...turn.onBehalfOf] : []))
  const rows = Object.values(entries).flatMap((row) => (row ? [row.entity, ...row.onBehalfOf] : []))
  const authors = Object.values(questions).map((row) => row?.from?.entity)
  return ['Panel', ...[...turns, ...rows, ...authors].filter((name) => name !== undefined)]
}

const listSpokenNames = ({ values }: ScriptSentence): readonly string[] =>
  Object.values(values).flatMap((value) => (value.kind === 'name' ? [value.name, ...value.onBehalfOf] : []))

test('[F37] [F38] in random sessions every state has a sentence, without a name that the room was not shown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), arbitraryRolls(10, 60), (its, rolls) => {
      const shown = new Set<string>()
      for (const { after, at } of playRolls(createState(its), rolls, allTypes)) {
        for (const name of listShownNames(after)) shown.add(name)
        for (const now of [at, addMillis(at, minutes(2)), addMillis(at, minutes(10))] as readonly Instant[]) {
          const sentence = getScript(getStaffView(after), now)
          for (const text of write(sentence)) expect(text).toMatch(/\S/)
          if (its.questions.attribution !== 'named') expect(sentence.values).not.toHaveProperty('from')
          expect(listSpokenNames(sentence).filter((name) => name === '' || !shown.has(name))).toEqual([])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('[F38] the author of a question is named only if authors are named to the room', () => {
  const { history } = scriptStates.find(({ name }) => name === 'a question is shown') ?? { history: [] }
  const listNames = (attribution: 'named' | 'hidden') =>
    listSpokenNames(
      getScript(getStaffView(replay(history, createState({ ...plan, questions: { ...plan.questions, attribution } }))), afterNoon(65)),
    )
  expect([listNames('named'), listNames('hidden')]).toEqual([['Delegation 1'], []])
})

test('[F38] the person who raised a point of order is not named before it is recognized', () => {
  const raised = played.find(({ name }) => name === 'a point of order is raised')
  expect(raised?.sentence.values).toEqual({})
})

test('[E22] the sense of the room adds words but no numbers, and “vote” only to state that it is not one', () => {
  const added = played.filter(({ sentence }) => sentence.key.startsWith('script.say.sense'))
  expect(new Set(added.map(({ sentence }) => sentence.key)).size).toBe(8)
  const notVote = /This is not a vote|Il ne s’agit pas d’un vote|Esto no es una votación|ليس هذا تصويتاً|这不是表决|Это не голосование/
  const anyVote = /vot(e|a|i)|تصويت|表决|投票|голос/i
  for (const { sentence } of added)
    for (const text of write(sentence)) {
      expect(text.replace(notVote, '')).not.toMatch(anyVote)
      expect(text).not.toMatch(/\d/)
    }
  expect(added.flatMap(({ sentence }) => write(sentence)).filter((text) => notVote.test(text)).length).toBeGreaterThanOrEqual(
    2 * languages.length,
  )
})

test('[E22] during a turn, a later call or a point of order the sense of the room waits, and is said afterwards', () => {
  const keyOf = (state: string) => played.find(({ name }) => name === state)?.sentence.key
  expect(keyOf('a sentence is put while somebody speaks')).toBe('script.say.thanks')
  expect(keyOf('a sentence is open and the speaker has ended')).toBe('script.say.thanks')
  expect(keyOf('the same, and it has been open for a while')).toBe('script.say.senseOpen')
  expect(keyOf('a sentence is put and then somebody is called')).toBe('script.say.call')
  expect(keyOf('somebody is called and then a sentence is put')).toBe('script.say.senseAsked')
  expect(keyOf('a result is published and then somebody is called')).toBe('script.say.call')
  expect(keyOf('a point of order is raised while a sentence is open')).toBe('script.say.pointRaised')
  expect(keyOf('suspended while a sentence is open')).toBe('script.say.suspended')
})

test('[E22] in random sessions the script states the sense of the room truly, and not while somebody speaks', () => {
  const said = new Set<string>()
  const types = allTypes.filter((type) => /^sense\.|^floor\.(call|start|end)$/.test(type))
  const waiting = [...queueOpen, ...['gov-1', 'gov-2', 'civil-1', 'private-1'].map((who) => join(who))]
  const random = new SeededRandom(1)
  const rolls = Array.from({ length: 3_000 }, () => ({ ...drawRoll(random), wait: random.nextBelow(10_000) }))
  for (const { after, at } of playRolls(replay(waiting), rolls, types)) {
    const view = getStaffView(after)
    const { key } = getScript(view, at)
    if (!key.startsWith('script.say.sense')) continue
    said.add(key)
    expect(view.floor.current?.startedAt ?? null).toBeNull()
    const { status, shown, lastCall } = view.prompt ?? {}
    const open = key === 'script.say.senseOpen' ? key : 'script.say.senseAsked'
    expect(key).toBe(
      {
        open: lastCall ? 'script.say.senseLastCall' : open,
        closed: 'script.say.senseClosed',
        published: shown && 'script.say.sensePublished',
        withdrawn: 'script.say.senseWithdrawn',
        discarded: 'script.say.senseDiscarded',
      }[status ?? 'open'],
    )
  }
  // All sentences but the one for a lost result, which no command causes.
  expect(said.size).toBe(7)
})
