/** A person with a real connection who writes a ledger: each command and its answer. Commands are sent until they are answered. */
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { Command, CommandData, CommandType } from '@rostrum/shared/contract/registry'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { enter, type IssuedTicket, newCommandId, TestClient } from '../test-client.ts'
import type { HeldScreen } from './check-screens.ts'
import { LedgerFile } from './ledger-file.ts'

export type AskResult = { readonly id: CommandId; readonly reply: Reply }

/** The milliseconds within which the only answer must arrive. */
const oncePatience = 30_000

export class LedgerClient {
  readonly client: TestClient
  readonly #file: LedgerFile
  readonly #name: string

  constructor(url: string, ticket: IssuedTicket, folder: string) {
    this.client = new TestClient(url, ticket)
    this.#file = new LedgerFile(folder, ticket.person)
    this.#name = `${ticket.person} at ${url}`
  }

  /** `body`: the body of the request for a ticket. */
  static async join(url: string, body: object, folder: string): Promise<LedgerClient> {
    const one = new LedgerClient(url, await enter(url, body), folder)
    await one.client.waitUntilReady()
    return one
  }

  async ask<C extends CommandType>(type: C, data: CommandData<C>): Promise<AskResult> {
    const id = newCommandId()
    this.#file.addSent(id, { type, data } as unknown as Command)
    const reply = await this.client.sendUntilAnswered(type, data, id)
    this.#file.addAnswer(id, reply)
    return { id, reply }
  }

  /** Sends once. A command that could not be stored gets no answer in the ledger, because it may be sent again. */
  async askOnce<C extends CommandType>(type: C, data: CommandData<C>): Promise<Reply> {
    const id = newCommandId()
    this.#file.addSent(id, { type, data } as unknown as Command)
    const reply = await this.client.send(type, data, id, oncePatience)
    if (reply.ok || reply.reason !== 'unavailable') this.#file.addAnswer(id, reply)
    return reply
  }

  get held(): HeldScreen {
    const { audienceView, personView } = this.client.frames
    return { name: this.#name, person: this.client.ticket.person, audience: audienceView, own: personView }
  }

  close(): void {
    this.client.close()
  }
}
