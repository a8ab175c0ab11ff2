/** People who join by code under the name of an organization that is registered. */
import { findKnownName, getKnownForms, imitatesKnownName, listKnownOrganizations } from '@rostrum/server/people/access/known-organizations'
import type { Channel } from '@rostrum/shared/contract/channels'
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Admission } from '@rostrum/shared/contract/people'
import type { EventDecision, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { evolveAll } from '@rostrum/shared/domain/decider'
import { admitPeople, changeOwnChannel, registerPeople } from '@rostrum/shared/domain/people/register'
import { claimParts, myPersonParts } from '@rostrum/shared/projection/people'
import { expect, test } from 'vitest'
import { createState, makeAdmission, noon, plan } from '../support/fixtures.ts'
import { call, command, decideCommand, join, openSession, queueOpen, replay, toEntryId, toTurnId } from '../support/given.ts'

const start = createState({ ...plan, walkIns: true, meetingLink: 'https://meeting.example/room' })
const registered = (id: string, entity: string): Admission => makeAdmission(id, 'participant', entity, 'government', 'room')
const walkIn = (id: string, entity: string, channel: Channel = 'room'): Admission => ({
  ...makeAdmission(id, 'participant', entity, null, channel),
  walkIn: true,
})
const apply = (state: State, decision: EventDecision): State => {
  if (!decision.ok) throw new Error(decision.reason)
  return evolveAll(state, decision.events, noon)
}
const admit = (state: State, ...people: readonly Admission[]): State => apply(state, admitPeople(state, people))
const decide = (state: State, person: string, by = 'desk') =>
  decideCommand(state, command(by, 'people.confirm', { person: person as PersonId }), noon)
const confirm = (state: State, person: string): State => apply(state, decide(state, person))
const statusOf = ({ people }: State, person: string) => people.all.get(person as PersonId)?.walkIn
const listToConfirm = (state: State) =>
  state.people.toConfirm.map((number) => [...state.people.all.values()].find((one) => one.number === number)?.id)
const readMe = (state: State, id: string) => {
  const person = state.people.all.get(id as PersonId)
  if (!person) throw new Error(id)
  return myPersonParts.me.project(state, person)
}

const kenya = admit(start, registered('kenya', 'Kenya'))

test('[P86] a walk-in who names a registered organization is to be confirmed, however they write it, and others are not', () => {
  const joined = admit(kenya, walkIn('second', 'KENYA.'), walkIn('free', 'Library of Nairobi'))
  expect([statusOf(joined, 'kenya'), statusOf(joined, 'second'), statusOf(joined, 'free')]).toEqual([undefined, 'claims', 'free'])
  expect(listToConfirm(joined)).toEqual(['second'])
  // A second walk-in of an organization that nobody registered claims nothing.
  expect(listToConfirm(admit(joined, walkIn('more', 'Library of Nairobi')))).toEqual(['second'])
})

test('[P112] a walk-in whose name reads as that of a registered organization is to be confirmed', () => {
  const there = admit(kenya, registered('brazil', 'Brazil'), registered('norway', 'Norway'), registered('itu', 'ITU'))
  const imitations = [
    ...['K\u0435nya', 'Br\u0430zil', 'N\u043erway', '\u041dorway', '\u0406TU', 'Kenya\u3164', 'BraziI', 'Braz\u0131l', 'K3nya', 'lTU'],
    ...[
      'Kenya (Chair)',
      'Kenya – Chair',
      'Kenya, confirmed',
      'confirmed: Kenya',
      'Office of the Secretary of Kenya',
      'Delegation of K\u0435nya',
    ],
  ]
  expect(imitations.filter((name) => !imitatesKnownName(there.people, name))).toEqual([])
  const others = [
    'Kenya Red Cross',
    'Republic of Korea',
    'Library of Nairobi',
    'ITUC',
    'Chair Makers Federation',
    '+++',
    'Кения сегодня',
    '肯尼亚协会',
  ]
  expect(others.filter((name) => imitatesKnownName(there.people, name))).toEqual([])
  const joined = admit(there, { ...walkIn('second', 'K\u0435nya'), walkIn: 'claims' })
  expect([statusOf(joined, 'second'), listToConfirm(joined), joined.people.walkIns]).toEqual(['claims', ['second'], 1])
})

test('[P126] a walk-in is to be confirmed under a name whose letters cannot be compared, and under no other', () => {
  const hard = [
    '\ua4dd\ua4e3\ua4ee\ua4e0\ua4da\ua4f0',
    '\ua4da\ua4e7\ua4ee\ua4f2\ua4e3',
    '\u{10302}\u{10300}',
    '\u2809\u2813',
    'Росcия',
    '\u1d18\u1d00x',
  ]
  expect(hard.filter((name) => !imitatesKnownName(start.people, name))).toEqual([])
  const plainly = [
    ...[
      '中国APEC协会',
      '日本YMCA同盟',
      '日本ユネスコ協会',
      '한국YWCA연합회',
      'Азәрбајҹан',
      'Azərbaycan',
      'ʻAhahui',
      'Ɓoore',
      'Ŋgoni',
      'Þjóð',
      'Straße',
    ],
    ...[
      'Հայաստան',
      'ქართული',
      'Ελλάδα',
      'ኢትዮጵያ',
      'नेपाल',
      'ประเทศไทย',
      'ישראל',
      'می‌خواهم',
      'G77+中国',
      'αβ-Lab',
      'Ünïcode®',
      'O’Neill',
      '+++',
      'COP30',
    ],
  ]
  expect(plainly.filter((name) => imitatesKnownName(start.people, name))).toEqual([])
})

test('[P127] a walk-in who writes a registered State with a frame, a flag or drawn letters is to be confirmed', () => {
  const france = admit(start, registered('france', 'France')).people
  const claims = [
    ...['France Delegation', 'Embassy of France', 'France, Republic of', 'Permanent Mission of France to the United Nations', 'Fr@nce'],
    ...[
      'Ambassade de France',
      'Embajada de Francia',
      'Посольство Франции',
      'سفارة فرنسا',
      '法国代表团',
      'ꜰʀᴀɴᴄᴇ',
      'Ƒrance',
      'Franꞓe',
      'Fɾance',
      '🅵🆁🅰🅽🅲🅴',
    ],
  ]
  expect(claims.filter((name) => !imitatesKnownName(france, name))).toEqual([])
  expect(findKnownName(france, '🇫🇷')).toBe('France')
  const others = [
    'Mission to Seafarers',
    'Institut de France',
    'Alliance française',
    'Embassy of Japan',
    'Tour de France',
    '🇯🇵',
    'Republic',
    'Friends of France',
  ]
  expect(others.filter((name) => imitatesKnownName(france, name))).toEqual([])
})

test('[P110] a name of signs alone is nobody else’s name, and signs that differ are two names', () => {
  const signs = admit(start, walkIn('signs', '+++'))
  expect(['Beta Institute', '!!!', '香港协会', '+++'].map((name) => findKnownName(signs.people, name))).toEqual([
    'Beta Institute',
    '!!!',
    '香港协会',
    '+++',
  ])
  const both = admit(signs, walkIn('other', '!!!'), registered('dash', '-'), registered('alpha', 'Alpha'))
  const names = ['signs', 'other', 'dash', 'alpha'].map((id) => both.people.all.get(id as PersonId)?.entity)
  expect(names).toEqual(['+++', '!!!', '-', 'Alpha'])
})

test('[Q16] people who only claim to be of a delegation do not use up its rights of reply', () => {
  const ask = (id: string) => command(id, 'queue.join', { kind: 'right-of-reply', topic: null }, { id: `${id}-reply` })
  const there = admit(kenya, walkIn('one', 'Kenya.'), walkIn('two', 'KENYA'), walkIn('three', 'kenya'), registered('deputy', 'Kenya'))
  const claimed = replay([openSession, ask('one'), ask('two')], there)
  expect(decideCommand(claimed, ask('three'), noon)).toEqual({ ok: false, reason: 'reply-limit' })
  const asked = replay([openSession, ask('one'), ask('two'), ask('kenya'), ask('deputy')], there)
  expect([...asked.queue.entries.values()].filter(({ speaker }) => speaker.entity === 'Kenya')).toHaveLength(4)
  const give = (state: State, id: string) => {
    const [entry, turn] = [toEntryId(`${id}-reply`), toTurnId(`turn-${id}`)]
    const called = command('chair', 'floor.call', { entry, expectedCurrent: null, expectedNext: state.queue.next }, { id: `turn-${id}` })
    return replay([called, command('chair', 'floor.start', { turn }), command('chair', 'floor.end', { turn })], state)
  }
  const given = give(give(claimed, 'one'), 'two')
  expect(decideCommand(given, ask('three'), noon)).toEqual({ ok: false, reason: 'reply-limit' })
  expect(decideCommand(given, ask('kenya'), noon)).toMatchObject({ ok: true })
  expect(decideCommand(confirm(confirm(given, 'one'), 'two'), ask('kenya'), noon)).toEqual({ ok: false, reason: 'reply-limit' })
  const confirmed = confirm(replay([openSession, ask('kenya'), ask('deputy')], there), 'three')
  expect(decideCommand(confirmed, ask('three'), noon)).toEqual({ ok: false, reason: 'reply-limit' })
})

test('[P113] a person who only claims an organization counts alone in the order, until they are confirmed', () => {
  const listOrder = ({ queue }: State) => queue.order.map(({ entry, cause }) => `${entry.replace(/-+$/, '')} ${cause}`)
  const group = registered('kenya', 'Kenya').group
  const hear = (state: State, id: string): State =>
    replay(
      [
        call(id),
        command('chair', 'floor.start', { turn: toTurnId(`turn-${id}`) }),
        command('chair', 'floor.end', { turn: toTurnId(`turn-${id}`) }),
      ],
      state,
    )
  const there = admit(
    admit(createState({ ...plan, walkIns: true }), registered('kenya', 'Kenya'), registered('peru', 'Peru')),
    ...[{ ...walkIn('claimant', 'Kenya'), group }, { ...walkIn('accomplice', 'Kenya'), group }, registered('chad', 'Chad')],
  )
  const asked = replay([...queueOpen, ...['claimant', 'accomplice', 'kenya', 'peru', 'chad'].map((id) => join(id))], there)
  expect(listOrder(asked)).toEqual(['claimant received', 'accomplice received', 'kenya received', 'peru received', 'chad received'])
  const heard = hear(hear(asked, 'claimant'), 'accomplice')
  expect(listOrder(heard)).toEqual(['kenya received', 'peru received', 'chad received'])
  const ended = replay([command('desk', 'people.revoke', { person: 'claimant' as PersonId })], heard)
  expect(listOrder(ended)).toEqual(listOrder(heard))
  // Once confirmed, they have spoken for the delegation. The first two positions stay.
  const confirmed = confirm(heard, 'accomplice')
  expect(confirmed.queue.confirmed).toEqual(['accomplice'])
  expect(listOrder(confirmed)).toEqual(['kenya kept', 'peru received', 'chad received'])
  expect(listOrder(confirm(heard, 'claimant'))).toEqual(listOrder(confirmed))
})

test('[P86] the secretariat confirms, or states another organization; nobody else can', () => {
  const joined = admit(kenya, walkIn('second', 'Kenya'))
  expect(decide(joined, 'second', 'gov-1')).toEqual({ ok: false, reason: 'forbidden' })
  expect(decide(joined, 'nobody')).toEqual({ ok: false, reason: 'no-such-person' })
  const confirmed = confirm(joined, 'second')
  expect([statusOf(confirmed, 'second'), listToConfirm(confirmed)]).toEqual(['confirmed', []])
  const corrected = apply(joined, registerPeople(joined, systemActor, [{ ...registered('second', 'Kenya Red Cross') }]))
  expect([statusOf(corrected, 'second'), listToConfirm(corrected)]).toEqual(['confirmed', []])
})

test('[P86] a list that is imported later makes a claim of it, and a person whose access ended claims nothing', () => {
  const early = admit(start, walkIn('early', 'Chile'))
  expect(statusOf(early, 'early')).toBe('free')
  const imported = admit(early, registered('chile', 'Chile'))
  expect([statusOf(imported, 'early'), listToConfirm(imported)]).toEqual(['claims', ['early']])
  expect(listToConfirm(replay([command('desk', 'people.revoke', { person: 'early' as PersonId })], imported))).toEqual([])
})

test('[P86] a walk-in who follows from afar gets the link to the meeting when confirmed', () => {
  const joined = admit(start, walkIn('afar', 'Library of Nairobi', 'remote'), walkIn('here', 'Museum'))
  expect(readMe(joined, 'afar')).toMatchObject({ meetingLink: null, meetingWaits: true, walkIn: 'free' })
  const gone = apply(joined, changeOwnChannel(joined, 'here' as PersonId, 'remote'))
  expect(readMe(gone, 'here')).toMatchObject({ meetingLink: null, meetingWaits: true })
  expect(claimParts.withoutLink.project(gone, 'staff')).toHaveLength(2)
  const confirmed = confirm(gone, 'afar')
  expect(readMe(confirmed, 'afar')).toMatchObject({ meetingLink: 'https://meeting.example/room', meetingWaits: false })
  expect(claimParts.withoutLink.project(confirmed, 'staff')).toHaveLength(1)
})

test('[P79] another known name of the same State is that State, in any language', () => {
  expect(findKnownName(kenya.people, 'République du Kenya')).toBe('Kenya')
  expect(findKnownName(kenya.people, 'the delegation of KENYA')).toBe('Kenya')
  expect(findKnownName(kenya.people, 'Kenya Red Cross')).toBe('Kenya Red Cross')
})

test('[P79] an organization is offered as long as somebody of it has access', () => {
  const names = (state: State) => listKnownOrganizations(state.people).map(({ name }) => name)
  const joined = admit(kenya, walkIn('museum', 'Museum'))
  expect(names(joined)).toEqual(expect.arrayContaining(['Kenya', 'Museum']))
  const revoked = replay([command('desk', 'people.revoke', { person: 'museum' as PersonId })], joined)
  expect(names(revoked)).not.toContain('Museum')
})

test('[P116] a registered name is written as the list writes it, whatever somebody wrote before who joined by code', () => {
  const forms = getKnownForms()
  const early = admit(start, walkIn('early', 'fRaNcE'), walkIn('other', 'République d’Indonésie'))
  const list = [registered('france', 'France'), registered('indonesia', 'Indonesia')]
  const there = apply(early, registerPeople(early, systemActor, list, forms, imitatesKnownName))
  expect(['france', 'indonesia'].map((id) => there.people.all.get(id as PersonId)?.entity)).toEqual(['France', 'Indonesia'])
  expect(listKnownOrganizations(there.people)).toEqual(
    expect.arrayContaining([
      { name: 'France', group: 'government' },
      { name: 'Indonesia', group: 'government' },
    ]),
  )
  expect(listKnownOrganizations(there.people).map(({ name }) => name)).not.toContain('fRaNcE')
  // A name is written as the list is from now on, and a later list that names all registered people of France respells them.
  expect(findKnownName(there.people, 'FRANCE')).toBe('France')
  const respelled = apply(there, registerPeople(there, systemActor, [registered('france', 'FRANCE')], forms, imitatesKnownName))
  expect(respelled.people.all.get('france' as PersonId)?.entity).toBe('FRANCE')
  expect(statusOf(respelled, 'early')).toBe('claims')
})

test('[P117] a name that reads as one which is registered later is to be confirmed from then on, and no other', () => {
  const names = ['Embassy of Kenya', 'Kenya (Chair)', '🇯🇵', 'Brazil²', 'République d’Indonésie', 'Kenya Red Cross', 'Library of Nairobi']
  const early = admit(start, ...names.map((name, index) => walkIn(`w${index}`, name)))
  expect(listToConfirm(early)).toEqual([])
  const list = ['Kenya', 'Japan', 'Brazil', 'Indonesia'].map((name) => registered(name.toLowerCase(), name))
  const decision = registerPeople(early, systemActor, list, getKnownForms(), imitatesKnownName)
  const there = apply(early, decision)
  expect(listToConfirm(there)).toEqual(['w0', 'w1', 'w2', 'w3', 'w4'])
  // The same list again finds nobody else, and a person whom the list itself names needs no more confirming.
  expect(registerPeople(there, systemActor, list, getKnownForms(), imitatesKnownName)).toMatchObject({ ok: true, events: [] })
  const named = apply(early, registerPeople(early, systemActor, [...list, registered('w0', 'Kenya')], getKnownForms(), imitatesKnownName))
  expect([statusOf(named, 'w0'), statusOf(named, 'w1')]).toEqual(['confirmed', 'claims'])
})
