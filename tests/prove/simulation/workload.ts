/**
 * The acts of people: commands of every kind, people who are admitted, people who move. Each is sent until it is answered, and some are
 * repeated.
 */
import type { CommandId, PersonId } from '@rostrum/shared/contract/ids'
import type { Command, State } from '@rostrum/shared/contract/registry'
import { systemActor } from '@rostrum/shared/contract/roles'
import { decide } from '@rostrum/shared/domain/decider'
import { reinstatePerson } from '@rostrum/shared/domain/people/decide'
import { admitPeople, changeOwnChannel } from '@rostrum/shared/domain/people/register'
import type { Instant } from '@rostrum/shared/kernel/time'
import { memoize } from '@rostrum/shared/projection/memo'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import { makeAdmission } from '../../support/fixtures.ts'
import { drawRoll, makeCommandRoller } from '../../support/random-session.ts'
import { padId, sessionId } from '../../support/session-harness.ts'
import { type Answer, type Asked, isUnavailable } from './ledger.ts'
import type { SimulatedNode } from './simulated-node.ts'
import { world } from './simulated-process.ts'
import type { Stage } from './stage.ts'

const rollCommand = makeCommandRoller()
const listPeople = memoize((all: State['people']['all']) => [...all.keys()])
const refused: Reply = { ok: false, reason: 'unavailable' }

export class Workload {
  readonly #stage: Stage
  readonly #nodes: readonly SimulatedNode[]
  readonly #lossShare: number
  #count = 0
  /** The number of commands that are on their way or will be sent again. */
  #underWay = 0

  constructor(stage: Stage, nodes: readonly SimulatedNode[], lossShare: number) {
    this.#stage = stage
    this.#nodes = nodes
    this.#lossShare = lossShare
  }

  get isIdle(): boolean {
    return this.#underWay === 0
  }

  /** Lets somebody do something, based on the state of some node. */
  act(): void {
    const { random } = this.#stage
    const node = random.pick(this.#nodes)
    if (node.session === null) return
    this.#count += 1
    const asked = this.#draw(node.session.state, node.readTime(node.session), padId(`c${this.#count}`))
    this.#stage.ledger.set(asked.id, asked)
    this.#stage.trace(`${asked.actor.person} asks ${asked.type} ${asked.id}`)
    this.#send(asked)
    if (random.isLikely(0.1)) this.#send(asked)
  }

  #draw(state: State, at: Instant, id: CommandId): Asked {
    const { random, time, server } = this.#stage
    const kind = random.next()
    const person = random.pick(listPeople(state.people.all))
    const entry = { id, sentIn: time.order, sentAfter: server.countDurable(sessionId), sent: 0, times: [], answers: [] }
    if (kind < 0.03) {
      const people = [makeAdmission(`late-${this.#count}`, 'participant', `Delegation ${this.#count}`, 'civil', 'remote')]
      return {
        ...entry,
        type: 'people.admit',
        actor: systemActor,
        decide: (state) => admitPeople(state, people),
        execute: (session) => session.admit(people, id),
      }
    }
    if (kind < 0.06) {
      const channel = random.isLikely(0.5) ? 'room' : 'remote'
      const decideMove = (state: State) => changeOwnChannel(state, person, channel)
      return {
        ...entry,
        type: 'people.change-channel',
        actor: { person },
        decide: decideMove,
        execute: (session) => session.executeDecision({ person }, id, 'people.change-channel', decideMove),
      }
    }
    if (kind < 0.07) {
      const decideReturn = (state: State) => reinstatePerson(state, systemActor, person)
      return {
        ...entry,
        type: 'people.reinstate',
        actor: systemActor,
        decide: decideReturn,
        execute: (session) => session.executeDecision(systemActor, id, 'people.reinstate', decideReturn),
      }
    }
    const { command, by } =
      kind < 0.11 ? { command: lastCall(random.nextBelow(30)), by: 'chair' } : rollCommand(state, drawRoll(random), at)
    const actor = { person: (by === 'system' ? 'nobody' : by) as PersonId }
    const envelope = { ...command, id } as Envelope
    return {
      ...entry,
      type: command.type,
      actor,
      decide: (state, at) => decide(state, envelope, { actor, at, id }),
      execute: (session) => session.execute(actor, envelope),
    }
  }

  /** Sends the command to some node, and again until there is an answer. */
  #send(asked: Asked): void {
    const { time, random, isHealed } = this.#stage
    const node = random.pick(this.#nodes)
    const isLost = () => !isHealed && random.isLikely(this.#lossShare)
    asked.sent += 1
    this.#underWay += 1
    let isSettled = false
    const settle = (reply: Reply, decidedIn: number) => {
      if (isSettled) return
      isSettled = true
      this.#underWay -= 1
      this.#receive(asked, { reply, decidedIn, node: node.traits.name })
    }
    const sendBack = (reply: Reply) => {
      const decidedIn = time.order
      if (!isLost()) time.after(this.#stage.drawLength(10), () => settle(reply, decidedIn), world)
    }
    time.after(5_000, () => settle(refused, time.order), world)
    if (isLost()) return
    const { process } = node
    time.after(
      this.#stage.drawLength(10),
      () => {
        const { session } = node
        if (session === null) return sendBack(refused)
        asked.times.push(session.now())
        void asked.execute(session).then((reply) => {
          asked.times.push(session.now())
          sendBack(reply)
        })
      },
      process,
    )
  }

  #receive(asked: Asked, answer: Omit<Answer, 'in' | 'head'>): void {
    const { time, random, server } = this.#stage
    const { reply } = answer
    this.#stage.trace(`${asked.id} ${reply.ok ? 'ok' : reply.reason}`)
    const isFirst = asked.answers.length === 0
    if (!isUnavailable(reply)) asked.answers.push({ ...answer, in: time.order, head: server.list(sessionId).length })
    // Some commands are repeated although they were answered.
    if (isFirst && (isUnavailable(reply) || random.isLikely(0.1))) this.#sendLater(asked, isUnavailable(reply) ? 1_000 : 10_000)
  }

  #sendLater(asked: Asked, usual: number): void {
    this.#underWay += 1
    this.#stage.time.after(
      this.#stage.drawLength(usual),
      () => {
        this.#underWay -= 1
        this.#send(asked)
      },
      world,
    )
  }
}

const lastCall = (more: number): Command => ({ type: 'queue.last-call', data: { for: (30_000 + 1_000 * more) as never } })
