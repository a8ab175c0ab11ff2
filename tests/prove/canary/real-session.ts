/**
 * One session with all roles over real sockets. They use WebSockets, events and requests, on two nodes and after a restart. Every byte from
 * the server to everybody is searched. So are its log, its metrics and the public version of the record in every format.
 */

import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import { fileTypes, formats } from '@rostrum/shared/contract/record-formats'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { type WebhookContents, webhookContents, webhookTopics } from '@rostrum/shared/contract/webhooks'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { hasLeaked } from '../../support/canary.ts'
import { makeAdmission, plan } from '../../support/fixtures.ts'
import type { MarkBook } from '../../support/mark-book.ts'
import { newCommandId } from '../../support/test-client.ts'
import { WebhookReceiver } from '../../support/webhook-receiver.ts'
import { Entitlement } from './entitlement.ts'
import { Receiver } from './receiver.ts'
import { TwoApps } from './two-apps.ts'

const id = 'canary' as SessionId
const officers = ['chair', 'desk']
/** Each of these members asks one question, which ends in this state. */
const fates = ['pending', 'declined', 'withdrawn', 'held', 'edited', 'merged'] as const
const booths = { 'booth-fr': 'fr' as SpokenLanguage, 'booth-en': 'en' as SpokenLanguage }
const members = ['waits', 'room', 'remote', 'moved', 'revoked', ...fates]

export async function searchRealSession(marks: MarkBook, failures: string[]): Promise<void> {
  const apps = await TwoApps.open()
  const search = new RealSession(apps, marks, failures)
  try {
    await search.play()
  } finally {
    await search.close()
    await apps.close()
  }
}

class RealSession {
  readonly #apps: TwoApps
  readonly #marks: MarkBook
  readonly #failures: string[]
  readonly #entitlement = new Entitlement()
  readonly #receivers = new Map<string, Receiver>()
  /** The marks that somebody has read. */
  readonly #met = new Set<string>()
  /** Tickets, links, tokens and codes, with the people who may have them. */
  readonly #secrets = new Map<string, readonly string[]>()
  /** The webhooks by their contents: one that sends what everybody sees, and one that sends what the staff sees. */
  readonly #webhooks = new Map<string, WebhookReceiver>()

  constructor(apps: TwoApps, marks: MarkBook, failures: string[]) {
    this.#apps = apps
    this.#marks = marks
    this.#failures = failures
  }

  async play(): Promise<void> {
    await this.#gather()
    await this.#act()
    for (const which of [1, 0]) await this.#searchAll(which)
    await this.#get('chair').send('session.close', {})
    const statement = this.#make('a statement', officers, ['waits', 'the public record'])
    await this.#get('waits').send('statements.submit', { text: statement, expectedVersion: 0 })
    await this.#searchAll(1)
    await this.#apps.stop()
    await this.#apps.start()
    for (const which of [0, 1]) await this.#searchAll(which)
    // The people who may read the marks must have read them. The typed name is not counted, because it is in a separate answer.
    if (this.#met.size < leastMet) this.#failures.push(`only ${this.#met.size} marks were read by those who may`)
    this.#check('the log', Buffer.from(this.#apps.logLines.join('\n')))
  }

  async close(): Promise<void> {
    for (const one of this.#receivers.values()) await one.close()
    for (const one of this.#webhooks.values()) await one.stop()
  }

  /** Makes a mark. `staff`: empty if the staff may not read it. `readers`: the others who may read it. */
  #make(what: string, staff: readonly string[], readers: readonly string[] = []): string {
    const mark = this.#marks.make()
    this.#entitlement.name(mark, what)
    this.#entitlement.add(mark, { staff: staff.length > 0, people: readers })
    return mark
  }

  #get(name: string): Receiver {
    const one = this.#receivers.get(name)
    if (one === undefined) throw new Error(`${name} is not there`)
    return one
  }

  async #gather(): Promise<void> {
    const { sessions, links, joinCodes, organizers } = this.#apps.getApp(0)
    const its = { ...plan, walkIns: true, startsAt: Date.now() as never, questions: { ...plan.questions, attribution: 'hidden' as const } }
    const session = await sessions.create(id, its)
    const admissions = [
      makeAdmission('chair', 'chair', 'Chair', null, 'room'),
      makeAdmission('desk', 'secretariat', 'Secretariat', null, 'room'),
      makeAdmission('panel', 'panellist', 'Panel', 'technical', 'room'),
      makeAdmission('screen', 'display', 'Screen', null, 'room'),
      ...Object.entries(booths).map(([name, booth]) => ({ ...makeAdmission(name, 'interpreter', 'Booth', null, 'room'), booth })),
      ...members.map((name) => {
        const entity = name === 'waits' ? 'Delegation' : this.#make(`the entity of ${name}`, officers, [name])
        return makeAdmission(name, 'participant', entity, 'civil', name === 'remote' ? 'remote' : 'room')
      }),
    ]
    await session.admit(admissions)
    for (const { person } of admissions) {
      const link = await links.getOrCreate(id, person)
      this.#receivers.set(person, await Receiver.enter(person, this.#apps, { link }))
      // The officers may see the links of members, because they print the cards that contain them.
      this.#secrets.set(link, members.includes(person) ? [person, ...officers] : [person])
      this.#secrets.set(this.#get(person).ticket.ticket, [person])
    }
    const code = await joinCodes.getOrCreate(id)
    this.#secrets.set(code, ['screen', 'chair', 'desk'])
    const name = this.#make('the name of a walk-in', officers, ['walk-in'])
    const walkIn = {
      entity: this.#make('the entity of a walk-in', officers, ['walk-in']),
      name,
      group: 'civil',
      channel: 'room',
      nameInRecord: false,
    }
    this.#receivers.set('walk-in', await Receiver.enter('walk-in', this.#apps, { code, person: walkIn }))
    const organizer = await organizers.getFirstSecret()
    this.#secrets.set(organizer, [])
    const answer = await fetch(`http://127.0.0.1:${this.#apps.getApp(0).getPort()}/api/sessions/${id}/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organizer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'A control surface', role: 'secretariat', endsAt: null }),
    })
    this.#secrets.set(((await answer.json()) as { readonly secret: string }).secret, [])
    for (const contents of webhookContents) await this.#subscribe(organizer, contents)
  }

  async #subscribe(organizer: string, contents: WebhookContents): Promise<void> {
    const receiver = await WebhookReceiver.start()
    this.#webhooks.set(contents, receiver)
    const answer = await fetch(`http://127.0.0.1:${this.#apps.getApp(0).getPort()}/api/sessions/${id}/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organizer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ address: receiver.url, topics: webhookTopics, contents }),
    })
    this.#secrets.set(((await answer.json()) as { readonly secret: string }).secret, [])
  }

  async #act(): Promise<void> {
    const [chair, secretariat] = [this.#get('chair'), this.#get('desk')]
    await chair.send('session.open', { onAnyDay: true })
    await chair.send('queue.open', {})
    const asked = new Map<string, string>()
    for (const name of fates) {
      const text = this.#make(`the question of ${name}`, officers, [name])
      asked.set(name, await this.#get(name).send('questions.ask', { text, receipt: null }))
      if (name === 'edited') {
        const words = this.#make('the words of a moderator', officers, [name])
        await secretariat.send('questions.edit', { question: asked.get(name), text: words, expectedText: text })
        this.#entitlement.publish(words)
      }
    }
    const question = (name: string) => ({ question: asked.get(name) })
    await secretariat.send('questions.decline', { ...question('declined'), reason: 'conduct' })
    await this.#get('withdrawn').send('questions.withdraw', question('withdrawn'))
    await secretariat.send('questions.hold', question('held'))
    await secretariat.send('questions.approve', question('edited'))
    await secretariat.send('questions.merge', { into: asked.get('edited'), ...question('merged') })
    await secretariat.send('notes.add', {
      text: this.#make('a note', officers),
      tag: null,
      segment: null,
      about: { kind: 'question', ...question('held') },
    })
    const waiting = await this.#get('waits').send('queue.join', { kind: 'intervention', topic: this.#make('a topic', officers, ['waits']) })
    const added = {
      kind: 'intervention',
      person: null,
      entity: 'Delegation 2',
      group: 'civil',
      requestChannel: 'paper',
      seenAt: Date.now(),
    }
    await secretariat.send('queue.add', {
      ...added,
      speaker: this.#make('a typed name', officers),
      note: this.#make('what stands beside it', officers),
    })
    await chair.send('cues.announce', { to: 'podium', text: this.#make('a word to the podium', officers, ['panel']) })
    await chair.send('cues.announce', { to: 'remote', text: this.#make('a word to the line', officers, ['remote', 'moved']) })
    const shown = await chair.send('questions.show', { ...question('edited'), expectedCurrent: null })
    await chair.send('floor.start', { turn: shown })
    await this.#speakToBooths()
    await chair.send('floor.call', { entry: waiting, expectedCurrent: shown, expectedNext: waiting })
    await this.#get('moved').ask('PUT', '/api/me/channel', { channel: 'remote' })
    await secretariat.send('people.revoke', { person: 'revoked' as PersonId })
  }

  async #speakToBooths(): Promise<void> {
    const inBooths = (what: string, readers: readonly string[] = Object.keys(booths)) => this.#make(what, [], readers)
    const handedIn = { text: inBooths('a text for interpreters'), mark: 'check', pronounced: inBooths('how a name is pronounced') }
    await this.#get('waits').ask('PUT', '/api/me/booth-text', handedIn)
    const line = { id: newCommandId(), device: 'device-one', text: inBooths('a line to a partner', ['booth-fr']) }
    await this.#get('booth-fr').ask('POST', '/api/booth/lines', line)
  }

  /** Lets everybody come back to a node with the content they hold, and ask for everything that exists. */
  async #searchAll(which: number): Promise<void> {
    for (const [name, receiver] of this.#receivers) {
      if (name !== 'revoked') await receiver.follow(which)
      for (const path of paths) await receiver.ask('GET', path.replaceAll('{id}', id), undefined, which)
      const echo = this.#make('what was sent and is wrong', [])
      for (const path of [`/api/sessions/${id}/commands`, '/api/tickets', '/api/codes', '/api/me/declines'])
        await receiver.ask('POST', path, { id: newCommandId(), type: echo, [echo]: echo, code: echo, link: echo }, which)
    }
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    for (const [name, receiver] of this.#receivers) for (const bytes of await receiver.takeBytes()) this.#check(name, bytes)
    const secretariat = this.#get('desk')
    for (const format of formats)
      for (const language of languageIds) {
        const path = `/api/sessions/${id}/record.${fileTypes[format].extension}?public=true&language=${language}`
        const { status, bytes } = await secretariat.ask('GET', path, undefined, which)
        if (status !== 200) this.#failures.push(`the record as ${format} is answered ${status}`)
        this.#check('the public record', bytes)
      }
    await secretariat.takeBytes()
    for (const [contents, { received }] of this.#webhooks) {
      for (const { text, headers } of received)
        this.#check(`a webhook with ${contents} contents`, Buffer.from(JSON.stringify([headers, text])))
      if (!received.some(({ body }) => body.type === 'question.published'))
        this.#failures.push(`the webhook with ${contents} contents got nothing`)
    }
    const metrics = await fetch(`http://127.0.0.1:${this.#apps.getApp(which).getMetricsPort()}/metrics`)
    this.#check('the metrics', Buffer.from(await metrics.arrayBuffer()))
  }

  #check(name: string, bytes: Buffer): void {
    const isStaff = officers.includes(name) || name === 'a webhook with staff contents'
    for (const mark of this.#marks.find(bytes)) {
      this.#met.add(mark)
      if (!this.#entitlement.mayRead(mark, name, isStaff)) this.#failures.push(`${name} reads ${this.#entitlement.describe(mark)}`)
    }
    const text = bytes.toString('latin1')
    for (const [secret, holders] of this.#secrets)
      if (!holders.includes(name) && hasLeaked([text], secret))
        this.#failures.push(`${name} reads a secret of ${holders.join() || 'the organizer'}`)
  }
}

/** The least number of marks that must be read: texts, names and entities. */
const leastMet = 27

/** The paths that anybody may try to read. */
const paths = [
  ...[
    '',
    '/view',
    '/record',
    '/record.json',
    '/record.md',
    '/people',
    '/links',
    '/tokens',
    '/webhooks',
    '/plan',
    '/plan.yaml',
    '/cards?links=yes',
    '/invitations',
  ].map((end) => `/api/sessions/{id}${end}`),
  ...[
    '/api/sessions',
    '/api/me',
    '/api/me/booth-text',
    '/api/tokens',
    '/api/organizers',
    '/api/staff/people?find=a',
    '/api/staff/phone?person=waits',
  ],
  ...[
    '/api/staff/typed-names',
    '/api/staff/spoken-names',
    '/api/staff/rehearsal',
    '/api/staff/order-preview?mode=received&suggestOnly=false',
    '/health',
    '/ready',
  ],
  ...['/metrics', '/', '/api/nothing', '/%', '/api/openapi.json', '/socket.io/?EIO=4&transport=polling'],
]
