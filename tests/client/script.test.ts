/** The sentences of the Chair: one for every state, in every language, without the names of people who are hidden. */
import { formatScript, type TypedForms } from '@rostrum/client/features/script/format-script'
import { getScript } from '@rostrum/client/features/script/script'
import type { ScriptSentence, ScriptView } from '@rostrum/client/features/script/script-types'
import type { LanguageInfo } from '@rostrum/client/text/catalogue'
import { addArticle } from '@rostrum/client/text/english-article'
import { makeSayName } from '@rostrum/client/text/organization-names'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import type { State } from '@rostrum/shared/contract/registry'
import { addMillis, type Instant, minutes } from '@rostrum/shared/kernel/time'
import { projectAudience } from '@rostrum/shared/projection/project'
import type { View } from '@rostrum/shared/projection/registry'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keys, makeMessages, makeTranslateIn, nameTables, readMessages } from '../support/catalogues.ts'
import { afterNoon, createState, plan } from '../support/fixtures.ts'
import { call, command, join, openSession, queueOpen, replay, toTurnId } from '../support/given.ts'
import { allTypes, arbitraryRolls, drawRoll, playRolls } from '../support/random-session.ts'
import { scriptPeople } from '../support/script-people.ts'
import { scriptStates } from '../support/script-states.ts'
import { SeededRandom } from '../support/seeded-random.ts'

const getStaffView = (state: State): ScriptView => projectAudience(state, 'staff').view as View

const typed = { organizations: new Map(), panellists: new Map() }
const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'].map((id) => ({
  messages: makeMessages(id),
  t: makeTranslateIn(id),
  language: { id, ...readMessages<LanguageInfo>(id, 'about') },
  sayName: makeSayName(nameTables),
}))
/** The words that the Chair adds are in square brackets. */
const writeParts = (parts: ReturnType<typeof formatScript>): string =>
  parts.map((part) => (typeof part === 'string' ? part : `[${part.toAdd}]`)).join('')
const writeWith = (forms: TypedForms, sentence: ScriptSentence): readonly string[] =>
  languages.map((text) => writeParts(formatScript({ ...text, typed: forms }, sentence)).replace(/[\u2066-\u2069]/g, ''))
const write = (sentence: ScriptSentence): readonly string[] => writeWith(typed, sentence)

const played = scriptStates.map(({ name, history, at, its = plan }) => ({
  name,
  sentence: getScript(getStaffView(replay(history, createState(its, scriptPeople))), afterNoon(at)),
}))

test('[F37, F99, F100] every state has its sentence in every language', async () => {
  const blocks = played.map(({ name, sentence }) =>
    [`## ${name}${sentence.when === 'after' ? ' (quiet)' : ''}`, ...write(sentence).map((line) => `- ${line}`)].join('\n'),
  )
  await expect(`# What the Chair says\n\n${blocks.join('\n\n')}\n`).toMatchFileSnapshot('./script-sentences.md')
})

test('[F37] the states of the table use every sentence that exists', () => {
  const sentences = keys.filter((key) => key.startsWith('script.say.'))
  expect(sentences.filter((key) => !played.some(({ sentence }) => sentence.key === key))).toEqual([])
})

test('[F63] a length is said as a length, and only the end of a suspension as a time of day', () => {
  for (const { sentence } of played)
    for (const text of write(sentence)) expect(/\d:\d\d/.test(text), text).toBe(sentence.key === 'script.say.suspendedUntil')
})

test('[F64] while somebody speaks the sentence names nobody but the speaker, and only thanks or tells the limit from then on', () => {
  const after = played.filter(({ sentence }) => sentence.when === 'after')
  expect(after.length).toBeGreaterThan(3)
  expect(new Set(after.map(({ sentence }) => sentence.key))).toEqual(
    new Set(['thanks', 'thanksPanellist', 'thanksNewLimit', 'thanksNewLimitPanellist'].map((key) => `script.say.${key}`)),
  )
})

test('[P74] a form that the organizer typed is said, of an organization after “the representative of” and of a panellist as a whole', () => {
  const find = (state: string) => played.find(({ name }) => name === state)?.sentence as ScriptSentence
  const forms = {
    organizations: new Map([['IT for Change', 'the association IT for Change']]),
    panellists: new Map([['expert' as PersonId, 'Ms Diop, Director of Health Data']]),
  }
  expect(writeWith(forms, find('a right of reply and another follows'))[0]).toContain(
    'the representative of the association IT for Change.',
  )
  expect(writeWith(forms, find('a panellist is called'))[0]).toBe(
    'I give the floor to Ms Diop, Director of Health Data, for three minutes.',
  )
  expect(writeWith(forms, find('a question is put to the panel'))[0]).toMatch(/^I put to the panel the question from the representative of/)
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

/** The names that the room has been shown, those whose promised point of order comes now, and the panel, which is not secret. */
const listShownNames = (state: State): readonly string[] => {
  const { floor, entries, questions } = projectAudience(state, 'public').view
  const promised = (state.floor.intention?.points ?? []).map((point) => getStaffView(state).entries[point]?.entity)
  const turns = [floor.current, floor.interrupted].flatMap((turn) => (turn ? [turn.speaker?.entity, ...turn.onBehalfOf] : []))
  const rows = Object.values(entries).flatMap((row) => (row ? [row.entity, ...row.onBehalfOf] : []))
  const authors = Object.values(questions).map((row) => row?.from?.entity)
  return ['Panel', ...[...turns, ...rows, ...authors, ...promised].filter((name) => name !== undefined)]
}

const listSpokenNames = ({ values }: ScriptSentence): readonly string[] =>
  Object.values(values).flatMap((value) => {
    if (value.kind === 'representative') return [value.name, ...value.onBehalfOf]
    return value.kind === 'panellist' && value.person !== null ? [value.name] : []
  })

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

const keyOf = (state: string) => played.find(({ name }) => name === state)?.sentence.key

test('[F38] the person who raised a point of order is not named before it is recognized, or its time has come', () => {
  const raised = played.find(({ name }) => name === 'a point of order is raised')
  expect(raised?.sentence.values).toEqual({})
  expect(keyOf('the speaker has ended, and the point of order waited for that')).toBe('script.say.pointNow')
})

test('[F64] a last call has its sentence while somebody speaks', () => {
  expect(keyOf('a last call while somebody speaks')).toBe('script.say.lastCall')
})

test('[F105] a remedy that changes the limit has the sentence of a new limit, for after the turn if somebody speaks', () => {
  const adjust = command('chair', 'agenda.adjust', {
    remedy: 'shorten',
    lengths: [],
    limit: 60_000 as never,
    expectedCurrent: 'opening' as never,
    expectedLimit: 180_000 as never,
  })
  const speaks = [join('gov-1'), call('gov-1'), command('chair', 'floor.start', { turn: toTurnId('turn-gov-1') })]
  const says = (...more: Parameters<typeof replay>[0]) => getScript(getStaffView(replay([...queueOpen, ...more, adjust])), afterNoon(10))
  expect([says(), says(...speaks)].map(({ key, when }) => [key, when])).toEqual([
    ['script.say.newLimit', 'now'],
    ['script.say.thanksNewLimit', 'after'],
  ])
})

test.each([
  ['University of Geneva', 'the University of Geneva'],
  ['Internet Society', 'the Internet Society'],
  ['International Chamber of Commerce', 'the International Chamber of Commerce'],
  ['Columbia University', 'Columbia University'],
  ['IT for Change', 'IT for Change'],
  ['ICANN', 'ICANN'],
  ['Women’s Network', 'Women’s Network'],
  ['The Carter Center', 'The Carter Center'],
])('[F98] in English a name takes an article where one is said: %s', (name, said) => {
  expect(addArticle(name)).toBe(said)
})

test('[F95] the ruling on a point of order comes before another point, and invites nobody to continue who would be interrupted at once', () => {
  expect(keyOf('a point of order has ended, the speaker waits for the ruling, and another point waits')).toBe('script.say.pointEnded')
  expect(keyOf('a point of order has ended, nobody goes on, and another point waits')).toBe('script.say.pointEnded')
})

test('[F102] the list is closed while somebody speaks, and the sentence says so for a moment', () => {
  expect(keyOf('the list is closed while somebody speaks')).toMatch(/^script\.say\.listClosed/)
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
  expect(keyOf('a sentence is put while somebody speaks')).toBe('script.say.thanks')
  expect(keyOf('a sentence is open and the speaker has ended')).toBe('script.say.thanks')
  expect(keyOf('the same, and it has been open for a while')).toBe('script.say.senseOpen')
  expect(keyOf('a sentence is put and then somebody is called')).toBe('script.say.call')
  expect(keyOf('somebody is called and then a sentence is put')).toBe('script.say.senseAsked')
  expect(keyOf('a result is published and then somebody is called')).toBe('script.say.call')
  expect(keyOf('a point of order is raised while a sentence is open')).toBe('script.say.pointRaised')
  expect(keyOf('suspended while a sentence is open')).toBe('script.say.suspended')
})

test('[F111] a published result is said in words, a sentence for each response', () => {
  const words = {
    comfortable: { amount: 'many', spread: 'three-groups' },
    'could-live': { amount: 'some', spread: null },
    concerns: { amount: 'a-few', spread: null },
    discuss: { amount: 'fewer-than-three', spread: null },
    'no-view': { amount: 'fewer-than-three', spread: null },
  } as const
  const sentence: ScriptSentence = {
    ...{ key: 'script.say.sensePublished', when: 'now' },
    values: { result: { kind: 'result', result: { turnout: 'most', words } } },
  }
  const [english, , , , chinese] = write(sentence)
  expect([english, chinese]).toEqual([
    'The sense of the room is now on your screens. Most have responded. Comfortable: many, in three or more groups. Could live with it: some. Concerns: a few. Need more discussion: fewer than three. No view: fewer than three. This is not a vote.',
    '各位的意向已显示在屏幕上。大部分已回应。满意：许多，见于三个或更多群体。可以接受：一部分。有顾虑：少数。需要进一步讨论：不足三份。暂无看法：不足三份。这不是表决。',
  ])
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

test('[V211] the sentence counts the list without rights of reply, as the card of the list does', () => {
  const view = getStaffView(replay([...queueOpen, join('gov-1'), join('civil-1')]))
  const getCount = (queue: Partial<ScriptView['queue']>) => getScript({ ...view, queue: { ...view.queue, ...queue } }, afterNoon(60)).values
  const waiting = { room: 5, remote: 2 }
  expect(getCount({ waiting, replies: 1 })).toEqual({ n: { kind: 'number', n: 7 } })
  expect(getCount({ waiting: { room: 0, remote: 0 }, replies: 1 })).toEqual({ n: { kind: 'number', n: 1 } })
})

test('[F101] a name that ends with a full stop does not make two at the end of a sentence', () => {
  const forms = { ...typed, organizations: new Map([['Company', 'the Company Inc.']]) }
  const who = { kind: 'representative', name: 'Company', onBehalfOf: [] } as const
  for (const text of writeWith(forms, {
    key: 'script.say.moreTime',
    values: { time: { kind: 'seconds', length: 30_000 as never }, who },
  } as never))
    expect(text).not.toMatch(/\.\.|\.。/)
})

test('[F106] a speaker is the last one of a list only where a list was open', () => {
  const give = command('chair', 'floor.give', { person: 'gov-1' as never, expectedCurrent: null, expectedNext: null })
  const read = (history: Parameters<typeof replay>[0]) => getScript(getStaffView(replay(history)), afterNoon(40)).key
  expect(read([openSession, give])).toBe('script.say.call')
  expect(read([...queueOpen, command('chair', 'queue.close', {}), give])).toBe('script.say.callLast')
})
