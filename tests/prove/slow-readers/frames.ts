/** Frames to all screens of a session before its opening. Large ones come with its plan, and small ones with the limit. */
import { replaceSessionPlan } from '@rostrum/server/doors/application/session-setup'
import type { Millis } from '@rostrum/shared/kernel/time'
import { Samples } from '../../bench/measure/statistics.ts'
import { getSecret, type InProcessServer } from '../../support/in-process-server.ts'
import { newCommandId, TestClient } from '../../support/test-client.ts'

/** The number of characters in a large frame. */
const large = 100_000
const rounds = 4

export class Frames {
  readonly chair: TestClient
  readonly #server: InProcessServer
  #round = 0

  private constructor(server: InProcessServer, chair: TestClient) {
    this.#server = server
    this.chair = chair
  }

  static async open(server: InProcessServer, url: string): Promise<Frames> {
    return new Frames(server, await TestClient.join(url, { link: getSecret(server.startupLinks.chair) }))
  }

  async sendLarge(): Promise<void> {
    this.#round += 1
    const { plan } = this.#server.session
    const question = `${this.#round} ${'x'.repeat(large / plan.segments.length)}`
    const segments = plan.segments.map((segment) => ({ ...segment, question }))
    const reply = await replaceSessionPlan(this.#server.session, { ...plan, segments }, newCommandId())
    if (!reply.ok) throw new Error(`the plan was refused: ${reply.reason}`)
  }

  /** Sends a small frame. Returns the limit that screens then show. */
  async sendSmall(): Promise<Millis> {
    this.#round += 1
    const expectedLimit = this.#server.session.state.floor.limits.everyone
    const limit = (60_000 + (this.#round % 1000) * 1000) as Millis
    const reply = await this.chair.send('floor.set-limit', { scope: { kind: 'everyone' }, limit, expectedLimit })
    if (!reply.ok) throw new Error(`the limit was refused: ${reply.reason}`)
    return limit
  }

  /**
   * Returns the milliseconds from a command behind a large frame until a reader shows it. It is the 99th percentile of the best round,
   * because other work of the machine only adds to it.
   */
  async measure(readers: readonly TestClient[], commands: number): Promise<number> {
    const found: number[] = []
    for (let round = 0; round < rounds; round += 1) found.push(await this.#measureRound(readers, commands / rounds))
    return Math.min(...found)
  }

  async #measureRound(readers: readonly TestClient[], commands: number): Promise<number> {
    const samples = new Samples()
    for (let command = 0; command < commands; command += 1) {
      await this.sendLarge()
      const began = performance.now()
      const sent = this.sendSmall()
      await Promise.all(
        readers.map(async (reader) => {
          await waitForLimit(reader, await sent)
          samples.add(performance.now() - began)
        }),
      )
    }
    return samples.computeQuantile(0.99)
  }
}

const waitForLimit = (reader: TestClient, limit: Millis): Promise<void> =>
  reader.waitUntil(() => reader.getPart<{ readonly limits: { readonly everyone: number } }>('floor').limits.everyone === limit)
