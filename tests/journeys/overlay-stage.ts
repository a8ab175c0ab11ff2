/** A session with an overlay, and the secretariat that runs it. */
import type { EntryId, TurnId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { FloorView } from '@rostrum/shared/projection/floor/parts'
import type { QueueView } from '@rostrum/shared/projection/queue/parts'
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { getSecret } from '../support/server-process.ts'
import { newCommandId, TestClient } from '../support/test-client.ts'
import { type SessionLinks, Stage } from './stage.ts'

const minute = 60_000

export class OverlayStage {
  readonly stage: Stage
  readonly links: SessionLinks
  readonly secretariat: TestClient

  private constructor(stage: Stage, links: SessionLinks, secretariat: TestClient) {
    this.stage = stage
    this.links = links
    this.secretariat = secretariat
  }

  static async open(): Promise<OverlayStage> {
    const stage = await Stage.open()
    const links = await stage.newSession(new Date(Date.now() - 3 * minute))
    return new OverlayStage(stage, links, await TestClient.join(stage.server.url, { link: getSecret(links.secretariat) }))
  }

  get floor(): FloorView {
    return this.secretariat.getPart<FloorView>('floor')
  }

  get turn(): TurnId | null {
    return this.floor.current?.id ?? null
  }

  get next(): EntryId {
    return this.secretariat.getPart<QueueView>('queue').next as EntryId
  }

  /** `options`: the part of the address from `?` on. */
  async visit(options: string, link = this.links.overlay): Promise<Page> {
    return (await this.stage.visit(link.replace('#', `${options}#`), 'display')).page
  }

  readonly done: TestClient['sendUntilAnswered'] = async (type, data, id = newCommandId()) => {
    const reply = await this.secretariat.sendUntilAnswered(type, data, id)
    expect([type, reply]).toEqual([type, { ok: true }])
    return reply
  }

  async add(entity: string, kind: 'intervention' | 'point-of-order' = 'intervention', group = 'government'): Promise<EntryId> {
    const id = newCommandId()
    const data = { kind, person: null, entity, speaker: null, group: group as never, requestChannel: 'room' as const, note: null }
    await this.done('queue.add', { ...data, seenAt: (Date.now() - minute) as Instant }, id)
    return id as string as EntryId
  }

  /** Calls, and starts the clock. */
  async call(named?: EntryId): Promise<void> {
    const before = this.turn
    await vi.waitFor(() => expect(this.next).not.toBeNull())
    const entry = named ?? this.next
    await this.done('floor.call', { entry, expectedCurrent: before, expectedNext: this.next })
    await vi.waitFor(() => expect(this.turn).not.toBe(before))
    await this.done('floor.start', { turn: this.turn as TurnId })
  }

  async close(): Promise<void> {
    this.secretariat.close()
    await this.stage.close()
  }
}
