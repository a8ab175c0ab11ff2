/**
 * Sends the waiting mail, one after the other, within the limit of the rate. The state is stored before and after each mail, so that a
 * restart continues from there. Only a mail that was on its way when the server died may arrive twice, with the same message id.
 */

import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { MailProblem } from '@rostrum/shared/contract/invitations'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Logger } from '../../engine/telemetry/logger.ts'
import { type Delivery, isOpen, type Mailing, type MailStore } from './mail-store.ts'
import type { Particulars } from './particulars.ts'
import type { Mail, MailSender, SendOutcome } from './smtp-sender.ts'

export type MailerPorts = {
  readonly store: MailStore
  readonly sender: MailSender
  /** Composes the current mail. `unusable`: the data does not allow a mail. Null: the person is no longer to be invited. */
  readonly compose: (session: SessionId, person: PersonId, asked: MailRequest) => Promise<Mail | 'unusable' | null>
  readonly now: () => Instant
  readonly logger: Logger
  /** The most mails per minute. */
  readonly rate: number
}

/** `language`: for people whose own is unknown. */
export type MailRequest = Pick<Delivery, 'request' | 'kind' | 'particulars'> & Pick<Mailing, 'language' | 'message'>

const minute = 60_000
/** The pauses after a temporary refusal, in milliseconds. After the last one the mail is given up. */
export const retryPauses = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * minute)
/** The longest pause while the mail server is not available. */
const maxPause = 30 * minute
/** How long a mail can be on its way. After that, its node has died. */
const maxSendingTime = 5 * minute
/** The number of refusals in a row after which the addresses are not the cause. Sending more would then do harm. */
const maxRefusals = 10
/** How often the mailer looks for mail that another node was asked to send, or whose pause is over. */
const idleTime = 5_000

export class Mailer {
  readonly #ports: MailerPorts
  readonly #startedAt: number
  #isClosing = false
  #isWoken = false
  #resume: (() => void) | null = null
  #running: Promise<void> | null = null
  #ownTurn = -1
  #refusals = 0
  #nextAt = 0

  constructor(ports: MailerPorts) {
    this.#ports = ports
    this.#startedAt = ports.now()
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Wakes the mailer, because there is something new to send. */
  notify(): void {
    this.#isWoken = true
    this.#resume?.()
  }

  /** Waits for the mail that is on its way. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#resume?.()
    await this.#running
    this.#ports.sender.close()
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      let hasSent = false
      try {
        hasSent = await this.#sendDue()
      } catch (error) {
        // The messages of errors could contain addresses.
        this.#ports.logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'mail could not be sent; it is tried again')
      }
      if (!hasSent) await this.#pause(idleTime, true)
    }
  }

  /** Sends the mail that is due. Returns whether something was sent; if so, there may be more. */
  async #sendDue(): Promise<boolean> {
    let hasSent = false
    for (const [session, mailing] of await this.#ports.store.listRunning()) {
      if ((mailing.waitUntil ?? 0) > this.#ports.now()) continue
      hasSent = (await this.#sendMailing(session, mailing.id)) || hasSent
    }
    return hasSent
  }

  async #sendMailing(session: SessionId, id: string): Promise<boolean> {
    const { store, now } = this.#ports
    // The mail that has waited longest comes first. So a mail that the mail server cannot handle does not delay the others.
    const open = [...(await store.listDeliveries(session))]
      .filter(([, delivery]) => delivery.mailing === id && isOpen(delivery))
      .sort(([, a], [, b]) => a.at - b.at)
    let hasSent = false
    for (const [person, delivery] of open) {
      if (!this.#isDue(delivery)) continue
      await this.#pause(this.#nextAt - performance.now(), false)
      // The mailing may have been stopped in the meantime, or it may be another node's turn.
      const mailing = await store.getMailing(session)
      if (this.#isClosing || mailing?.id !== id || mailing.status !== 'running' || !(await this.#hasTurn())) return hasSent
      this.#nextAt = performance.now() + minute / this.#ports.rate
      if (!(await this.#sendOne(session, person, delivery, mailing))) return hasSent
      hasSent = true
    }
    const mailing = open.length === 0 ? await store.getMailing(session) : null
    if (mailing?.id !== id || mailing.status !== 'running') return hasSent
    await store.saveMailing(session, { ...mailing, status: 'done', waitUntil: null, problem: null })
    // A person may have been added since the list was read.
    const isAdded = [...(await store.listDeliveries(session)).values()].some((delivery) => delivery.mailing === id && isOpen(delivery))
    if (!isAdded) {
      this.#ports.logger.info({ session, ms: now() - mailing.startedAt }, 'invitations were sent')
      return hasSent
    }
    await store.saveMailing(session, mailing)
    this.notify()
    return hasSent
  }

  /** Returns false if the mail server is not available, or if the mailing waits or was stopped. */
  async #sendOne(session: SessionId, person: PersonId, delivery: Delivery, mailing: Mailing): Promise<boolean> {
    const { store, sender, compose, now } = this.#ports
    const mail = await compose(session, person, { ...delivery, language: mailing.language, message: mailing.message })
    if (mail === null) {
      await store.deleteDelivery(session, person)
      return true
    }
    if (mail === 'unusable') {
      await store.saveDelivery(session, person, { ...delivery, status: 'refused', at: now(), code: null })
      return true
    }
    await store.saveDelivery(session, person, { ...delivery, status: 'sending', at: now() })
    const outcome = await sender.send(mail)
    if ((await store.getMailing(session)) === null) {
      // All data about the people was deleted in the meantime.
      await store.deleteDelivery(session, person)
      return false
    }
    await store.saveDelivery(session, person, applyOutcome(delivery, outcome, mail.particulars, now()))
    if (outcome.kind === 'unavailable') return await this.#suspend(session, mailing, outcome.problem)
    if (mailing.failures > 0) await this.#change(session, mailing, { failures: 0, waitUntil: null, problem: null })
    this.#refusals = outcome.kind === 'refused' ? this.#refusals + 1 : 0
    if (this.#refusals < maxRefusals) return true
    this.#refusals = 0
    await this.#change(session, mailing, { status: 'stopped', problem: 'many-refused' })
    this.#ports.logger.warn({ session }, 'a mailing was stopped, because the mail server refuses everything')
    return false
  }

  async #suspend(session: SessionId, mailing: Mailing, problem: MailProblem): Promise<false> {
    const failures = mailing.failures + 1
    const waitUntil = this.#ports.now() + Math.min(maxPause, minute * 2 ** Math.min(mailing.failures, 10))
    await this.#change(session, mailing, { failures, waitUntil, problem })
    this.#ports.logger.warn({ session, problem, failures }, 'the mail server is not available')
    return false
  }

  /** Changes the mailing, unless it was stopped or replaced while the mail was on its way. */
  async #change(session: SessionId, { id }: Mailing, changes: Partial<Mailing>): Promise<void> {
    const mailing = await this.#ports.store.getMailing(session)
    if (mailing?.id === id && mailing.status === 'running') await this.#ports.store.saveMailing(session, { ...mailing, ...changes })
  }

  /**
   * Whether a mail is due. If it has been on its way since before this start, it was interrupted. Other nodes may still be sending theirs.
   */
  #isDue({ status, at }: Delivery): boolean {
    const now = this.#ports.now()
    if (status !== 'sending') return at <= now
    return this.#ports.store.isShared ? at + maxSendingTime <= now : at < this.#startedAt || at + maxSendingTime <= now
  }

  async #hasTurn(): Promise<boolean> {
    const turn = Math.floor(this.#ports.now() / minute)
    if (turn !== this.#ownTurn && (await this.#ports.store.takeTurn(turn))) this.#ownTurn = turn
    return turn === this.#ownTurn
  }

  /** `canWake`: ends early when there is something new to send. It always ends early when the mailer closes. */
  async #pause(ms: number, canWake: boolean): Promise<void> {
    if (ms > 0 && !this.#isClosing && !(canWake && this.#isWoken)) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#resume = () => {
          if (!canWake && !this.#isClosing) return
          clearTimeout(timer)
          resolve()
        }
      })
      this.#resume = null
    }
    if (canWake) this.#isWoken = false
  }
}

function applyOutcome(delivery: Delivery, outcome: SendOutcome, particulars: Particulars, now: Instant): Delivery {
  if (outcome.kind === 'sent') return { ...delivery, status: 'sent', at: now, code: null, particulars }
  if (outcome.kind === 'refused') return { ...delivery, status: 'refused', at: now, code: outcome.code }
  // The failure is not about this person, so it does not count as an attempt.
  if (outcome.kind === 'unavailable') return { ...delivery, status: 'waiting', at: now }
  const pause = retryPauses[delivery.attempts]
  const attempts = delivery.attempts + 1
  return pause === undefined
    ? { ...delivery, status: 'failed', attempts, at: now, code: outcome.code }
    : { ...delivery, status: 'waiting', attempts, at: now + pause, code: outcome.code }
}
