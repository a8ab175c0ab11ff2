/**
 * People who work at the same time, each with a ledger, until they are stopped. They ask for the floor and withdraw, ask questions, support
 * them and take that back. Meanwhile the Chair changes the limit, and the secretariat adds to the list and approves. Every accepted command
 * has an effect, so each confirmation must be in the log.
 */
import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { EntryId, QuestionId } from '@rostrum/shared/contract/ids'
import type { Millis } from '@rostrum/shared/kernel/time'
import { getSecret, type StartupLinkSet } from '../server-process.ts'
import { type AskResult, LedgerClient } from './ledger-client.ts'

export type LoadOptions = {
  /** The addresses that the people use in turn. All of them serve the same session. */
  readonly urls: readonly string[]
  readonly links: Pick<StartupLinkSet, 'chair' | 'secretariat' | 'code'>
  /** The folder of the ledgers. */
  readonly folder: string
  readonly speakers?: number
  readonly supporters?: number
  /** Whether the session and its list are already open. */
  readonly isOpen?: boolean
}

/** The milliseconds between two commands of a participant, so that none comes too fast, and between two questions. */
const [pace, questionPace] = [220, 10_500]
const supportPace = 600

export class Load {
  readonly clients: readonly LedgerClient[]
  #confirmed = 0
  #refused = 0
  readonly #stopped = new AbortController()
  #working: readonly Promise<void>[] = []
  readonly #asked: QuestionId[] = []
  readonly #approved: QuestionId[] = []

  private constructor(clients: readonly LedgerClient[]) {
    this.clients = clients
    // Everybody listens to this signal.
    setMaxListeners(0, this.#stopped.signal)
  }

  /** Opens the session and the list, and lets everybody work. */
  static async start({ urls, links, folder, speakers = 8, supporters = 4, isOpen = false }: LoadOptions): Promise<Load> {
    const at = (index: number): string => urls[index % urls.length] ?? ''
    const chair = await LedgerClient.join(at(0), { link: getSecret(links.chair) }, folder)
    const staff = await LedgerClient.join(at(1), { link: getSecret(links.secretariat) }, folder)
    const crowd: LedgerClient[] = []
    for (let index = 0; index < speakers + supporters; index += 1) {
      const person = { entity: `Delegation ${index}`, group: 'government', channel: index % 2 ? 'room' : 'remote', nameInRecord: false }
      crowd.push(await LedgerClient.join(at(index), { code: links.code, person }, folder))
    }
    const load = new Load([chair, staff, ...crowd])
    if (!isOpen) {
      await chair.ask('session.open', { onAnyDay: true })
      await chair.ask('queue.open', {})
    }
    load.#working = [
      load.#changeLimits(chair),
      ...[1, 2, 3].map((lane) => load.#addToList(staff, lane)),
      load.#approve(staff),
      ...crowd.slice(0, speakers).map((one) => load.#speak(one)),
      ...crowd.slice(speakers).flatMap((one) => [load.#question(one), load.#support(one)]),
    ]
    return load
  }

  /** The number of confirmed commands so far. */
  get confirmed(): number {
    return this.#confirmed
  }
  get refused(): number {
    return this.#refused
  }
  get #isOn(): boolean {
    return !this.#stopped.signal.aborted
  }

  /** Resolves when `more` further commands are confirmed. Rejects if somebody had to give up. */
  async waitForConfirmed(more: number): Promise<void> {
    const wanted = this.#confirmed + more
    const all = Promise.all(this.#working)
    while (this.#confirmed < wanted) await Promise.race([all, pause(5)])
  }

  /** Resolves when everybody has the answer to the last command. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    await Promise.all(this.#working)
  }

  close(): void {
    for (const one of this.clients) one.close()
  }

  #count(result: AskResult): AskResult {
    if (result.reply.ok) this.#confirmed += 1
    else this.#refused += 1
    return result
  }

  async #wait(ms: number): Promise<void> {
    const { signal } = this.#stopped
    try {
      await pause(ms, null, { signal })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  async #changeLimits(chair: LedgerClient): Promise<void> {
    let limit = 180_000 as Millis
    for (let step = 1; this.#isOn; step += 1) {
      const next = (60_000 + (step % 100) * 1000) as Millis
      const { reply } = this.#count(await chair.ask('floor.set-limit', { scope: { kind: 'everyone' }, limit: next, expectedLimit: limit }))
      if (reply.ok) limit = next
    }
  }

  async #addToList(staff: LedgerClient, lane: number): Promise<void> {
    for (let step = 0; this.#isOn; step += 1) {
      const { id } = this.#count(
        await staff.ask('queue.add', {
          kind: 'intervention',
          person: null,
          entity: `Organization ${lane}`,
          speaker: null,
          group: 'civil-society' as never,
          requestChannel: 'paper',
          seenAt: Date.now() as never,
          note: null,
        }),
      )
      const entry = id as string as EntryId
      for (const topic of ['Access', 'Skills']) this.#count(await staff.ask('queue.set-topic', { entry, topic: `${topic} ${step}` }))
      this.#count(await staff.ask('queue.remove', { entry, reason: 'other' }))
      await this.#wait(30)
    }
  }

  async #approve(staff: LedgerClient): Promise<void> {
    while (this.#isOn) {
      const question = this.#asked.shift()
      if (question === undefined) await this.#wait(100)
      else if (this.#count(await staff.ask('questions.approve', { question })).reply.ok) this.#approved.push(question)
    }
  }

  async #speak(one: LedgerClient): Promise<void> {
    for (let step = 0; this.#isOn; step += 1) {
      const { id } = this.#count(await one.ask('queue.join', { kind: 'intervention', topic: null }))
      const entry = id as string as EntryId
      await this.#wait(pace)
      this.#count(await one.ask('queue.set-topic', { entry, topic: `What ${one.client.ticket.person} will say, ${step}` }))
      await this.#wait(pace)
      this.#count(await one.ask('queue.withdraw', { entry }))
      await this.#wait(pace)
    }
  }

  async #question(one: LedgerClient): Promise<void> {
    for (let step = 0; this.#isOn; step += 1) {
      const text = `What will change for ${one.client.ticket.person}, and when? ${step}`
      const { id, reply } = this.#count(await one.ask('questions.ask', { text, receipt: null }))
      if (reply.ok) this.#asked.push(id as string as QuestionId)
      await this.#wait(questionPace)
    }
  }

  async #support(one: LedgerClient): Promise<void> {
    for (let step = 0; this.#isOn; step += 1) {
      await this.#wait(supportPace)
      const question = this.#approved[step % Math.max(1, this.#approved.length)]
      if (question === undefined || !this.#isOn) continue
      const { reply } = this.#count(await one.ask('questions.support', { question }))
      await this.#wait(supportPace)
      if (reply.ok) this.#count(await one.ask('questions.unsupport', { question }))
    }
  }
}
