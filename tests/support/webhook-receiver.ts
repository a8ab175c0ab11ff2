/**
 * A receiver of webhooks on a real port. It keeps everything that arrives, answers as the test decides, and can be stopped and started
 * again.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

type MessageBody = {
  readonly type: string
  readonly timestamp: string
  readonly session: string
  readonly number: number
  readonly data: Readonly<Record<string, unknown>>
}
export type ReceivedMessage = {
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly body: MessageBody
}
/** `cut`: 200, and then the connection is reset. `silent`: no answer at all. `huge`: 200, and endless bytes. */
export type Answer = number | 'cut' | 'silent' | 'huge' | 'redirect'

export class WebhookReceiver {
  port = 0
  /** All requests, even those that were not accepted. */
  readonly received: ReceivedMessage[] = []
  /** The messages that were answered with 200, each once. */
  readonly accepted: ReceivedMessage[] = []
  /** Called for each request, with the number of requests before it. */
  answer: (message: ReceivedMessage, index: number) => Answer | Promise<Answer> = () => 200
  #server: Server | null = null

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver()
    await receiver.listen()
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`
  }

  async listen(): Promise<void> {
    this.#server = createServer((request, response) => void this.#receive(request, response)).listen(this.port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.port = (this.#server.address() as AddressInfo).port
  }

  /** Stops the receiver. Open connections are reset. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (server === null) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }

  /** The numbers of the accepted messages, without repeats and without the test message. */
  get numbers(): readonly number[] {
    return this.accepted.map(({ body }) => body.number).filter((number) => number > 0)
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const headers = request.headers as Record<string, string>
    const message = { id: headers['webhook-id'] ?? '', headers, text, body: JSON.parse(text) as MessageBody }
    const index = this.received.push(message) - 1
    const answer = await this.answer(message, index)
    if (answer === 200 && !this.accepted.some(({ id }) => id === message.id)) this.accepted.push(message)
    send(response, answer)
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'silent') return
  if (answer === 'redirect') response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
  else if (answer === 'cut') {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    setImmediate(() => response.socket?.destroy())
  } else if (answer === 'huge') {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    }
    response.writeHead(200).on('drain', more)
    more()
  } else response.writeHead(answer).end('{}')
}

/** Throws unless the message was signed with this secret. */
export const verifyMessage = (secret: string, { text, headers }: ReceivedMessage): void => void new Webhook(secret).verify(text, headers)
