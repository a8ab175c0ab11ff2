/** A room that is asked for its sense: participants with real connections, everything sent to them, and their responses. */

import type { Channel } from '@rostrum/shared/contract/channels'
import type { PromptId } from '@rostrum/shared/contract/ids'
import type { CommandData } from '@rostrum/shared/contract/registry'
import type { Prompt } from '@rostrum/shared/contract/sense'
import type { Turnout } from '@rostrum/shared/contract/sense-words'
import type { LiveParticipation, MyResponse, PresentResponders, PromptResult } from '@rostrum/shared/projection/sense'
import type { Reply } from '@rostrum/shared/protocol/messages'
import { expect } from 'vitest'
import { getSecret } from './server-process.ts'
import { newCommandId, TestClient } from './test-client.ts'

export type Links = Readonly<Record<'chair' | 'secretariat' | 'display' | 'code', string>>
const timeout = { timeout: 15_000 }

const makeSentence = (text: string, changes: Partial<CommandData<'sense.put'>>): CommandData<'sense.put'> => ({
  text,
  one: 'person',
  length: 60_000 as never,
  ...changes,
})

/** One participant. */
export class Responder {
  readonly client: TestClient
  readonly receipt: string

  constructor(client: TestClient, receipt: string) {
    this.client = client
    this.receipt = receipt
  }

  /** Everything that was sent to the device since it connected, as text. */
  get frames(): readonly string[] {
    return this.client.frames.received
  }

  static async join(url: string, code: string, name: string, group: string | null, channel: Channel = 'room'): Promise<Responder> {
    const person = { entity: name, group, channel, nameInRecord: false }
    return new Responder(await TestClient.join(url, { code, person }), newCommandId())
  }

  respond(prompt: PromptId, option: number, receipt = this.receipt): Promise<Reply> {
    return this.client.sendUntilAnswered('sense.respond', { prompt, option, receipt })
  }
}

/** People who joined by code can respond once the secretariat has confirmed them. */
export const confirmAll = async (staff: TestClient, people: readonly Responder[]): Promise<void> => {
  for (const { client } of people)
    expect(await staff.sendUntilAnswered('people.confirm', { person: client.ticket.person })).toEqual({ ok: true })
}

export const joinOfficers = async (url: string, links: Links) => ({
  chair: await TestClient.join(url, { link: getSecret(links.chair) }),
  secretariat: await TestClient.join(url, { link: getSecret(links.secretariat) }),
  display: await TestClient.join(url, { link: getSecret(links.display) }),
})

export const getPrompt = (client: TestClient): Prompt | null => client.getPart<Prompt | null>('prompt')
export const getParticipation = (client: TestClient) => client.getPart<LiveParticipation | null>('participation')
export const getMine = (client: TestClient) => client.getPart<MyResponse | null>('myResponse')
export const getResult = (client: TestClient) => client.getPart<PromptResult | null>('promptResult')

export async function putSentence(chair: TestClient, changes: Partial<CommandData<'sense.put'>> = {}): Promise<PromptId> {
  const id = newCommandId()
  // Another sentence each time: the same one cannot be put again at once.
  const sentence = makeSentence(`The summary should say how input ${id} was addressed.`, changes)
  expect(await chair.sendUntilAnswered('sense.put', sentence, id)).toEqual({ ok: true })
  return id as string as PromptId
}

/** Waits until the Chair knows that so many people could respond. Another node tells of its people within a second. */
export const waitForResponders = (chair: TestClient, person: number): Promise<void> =>
  expect.poll(() => chair.getPart<PresentResponders | null>('presentResponders')?.person, timeout).toBe(person)

/** Closes the prompt and waits until the Chair has the result. */
export async function closeSentence(chair: TestClient, prompt: PromptId): Promise<PromptResult> {
  expect(await chair.sendUntilAnswered('sense.close', { prompt })).toEqual({ ok: true })
  await expect.poll(() => getResult(chair), timeout).not.toBeNull()
  return getResult(chair) as PromptResult
}

export const waitForTurnout = (client: TestClient, turnout: Turnout | null): Promise<void> =>
  expect.poll(() => getParticipation(client)?.turnout, timeout).toBe(turnout)
