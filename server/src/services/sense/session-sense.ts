/**
 * The memory of this node about the current sentence of one session. It holds responses while the sentence is open, then the result until
 * it is published or discarded. See docs/decisions/0023-sense-in-words.md.
 */
import type { PersonId, PromptId } from '@rostrum/shared/contract/ids'
import { findPresiding } from '@rostrum/shared/contract/presiding'
import type { Context, State } from '@rostrum/shared/contract/registry'
import { type Audience, systemActor } from '@rostrum/shared/contract/roles'
import type { Prompt } from '@rostrum/shared/contract/sense'
import type { SenseResult } from '@rostrum/shared/contract/sense-words'
import { decide } from '@rostrum/shared/domain/decider'
import { canRespond, getResponder, restartPrompt } from '@rostrum/shared/domain/sense/decide'
import { getTurnout, makeResult } from '@rostrum/shared/domain/sense/result'
import { noChange, reject } from '@rostrum/shared/kernel/decision'
import { listTouchedPeople } from '@rostrum/shared/projection/people'
import { transientParts } from '@rostrum/shared/projection/registry'
import type { LiveParticipation, PresentResponders, SenseTransients } from '@rostrum/shared/projection/sense'
import type { Envelope, Reply } from '@rostrum/shared/protocol/messages'
import type { TransientChange, Transients } from '../../engine/fanout/transients.ts'
import type { Nodes } from '../../engine/nodes/nodes.ts'
import type { Presence } from '../../engine/presence/presence.ts'
import type { StateChange } from '../../engine/session/change-listeners.ts'
import { newCommandId } from '../../engine/session/reply-cache.ts'
import type { Session } from '../../engine/session/session.ts'
import { CountedResponders } from './counted-responders.ts'
import { OtherCounters } from './other-counters.ts'
import { countPossible, openPossibleResponders, type PossibleResponders } from './possible-responders.ts'
import { Responses, responseShare } from './responses.ts'

export type SessionSensePorts = {
  readonly presence: () => Presence
  readonly nodes: Nodes
}

/** One sentence in memory. `result`: null until it is closed and counted here. */
type Held = {
  readonly id: PromptId
  readonly responses: Responses
  readonly present: CountedResponders
  readonly others: OtherCounters
  readonly stop: () => void
  result: SenseResult | null
  isCounting: boolean
}

export class SessionSense implements Transients {
  readonly #session: Session
  readonly #ports: SessionSensePorts
  readonly #listeners = new Set<(change: TransientChange) => void>()
  #held: Held | null = null
  #possible: PossibleResponders | null = null
  #isStopped = false

  constructor(session: Session, ports: SessionSensePorts) {
    this.#session = session
    this.#ports = ports
    session.onChange((change) => this.#follow(change))
    this.#update(session.state, false)
  }

  onChange(listener: (change: TransientChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  ofAudience(state: State, audience: Audience): SenseTransients {
    const participation = this.#countResponded(state)
    if (!transientParts.presentResponders.audiences[audience]) return { participation }
    return { participation, presentResponders: isPending(findLast(state)) ? null : this.#countPossible(state) }
  }

  #countPossible(state: State): PresentResponders {
    this.#possible ??= openPossibleResponders(this.#ports.presence())
    return countPossible(this.#possible, state)
  }

  #countResponded(state: State): LiveParticipation | null {
    const prompt = findLast(state)
    if (prompt?.status !== 'open' || this.#held?.id !== prompt.id) return null
    return { prompt: prompt.id, turnout: getTurnout(this.#held.present.countResponses(state), prompt.of ?? 0) }
  }

  ofPerson(state: State, person: PersonId): SenseTransients {
    const [prompt, held, known] = [findLast(state), this.#held, state.people.all.get(person)]
    const nothing = { myResponse: null, promptResult: null }
    if (prompt === undefined || held?.id !== prompt.id || known === undefined) return nothing
    if (prompt.status === 'closed' && held.result !== null && findPresiding(state.people)?.id === person)
      return { ...nothing, promptResult: { prompt: prompt.id, result: held.result } }
    const response = prompt.status === 'open' ? held.responses.get(getResponder(prompt.one, known)) : undefined
    if (response === undefined || !canRespond(known)) return nothing
    return { ...nothing, myResponse: { prompt: prompt.id, restarts: prompt.restarts, own: response.by === person } }
  }

  /** Keeps a response if the session accepts it now. A repeated command changes nothing and gets the first answer. */
  respond(person: PersonId, envelope: Extract<Envelope, { type: 'sense.respond' }>, digest: string): Promise<Reply> {
    const make: Parameters<Session['executeDecision']>[3] = (state, at) => {
      const decision = decide(state, envelope, { actor: { person }, at, id: envelope.id })
      const [known, prompt, held] = [state.people.all.get(person), findLast(state), this.#held]
      if (!decision.ok || known === undefined || prompt === undefined) return decision
      if (held?.id !== prompt.id) return reject('no-such-prompt')
      const responder = getResponder(prompt.one, known)
      const settle = (): Reply => {
        if (!held.responses.take(responder, person, envelope.data, at)) return reject('responded-elsewhere')
        this.#noteResponses(held.present, [responder])
        return { ok: true }
      }
      return { ...noChange, settle }
    }
    return this.#session.executeDecision({ person }, envelope.id, envelope.type, make, digest)
  }

  /** Puts a sentence. The number of people who can respond to it is fixed now. */
  put(person: PersonId, envelope: Extract<Envelope, { type: 'sense.put' }>, digest: string): Promise<Reply> {
    return this.#decideFor(person, envelope, digest, (state) => ({ responders: this.#countPossible(state)[envelope.data.one] }))
  }

  /** Publishes the result that is in memory on this node. */
  publish(person: PersonId, envelope: Extract<Envelope, { type: 'sense.publish' }>, digest: string): Promise<Reply> {
    return this.#decideFor(person, envelope, digest, () => {
      const held = this.#held?.id === envelope.data.prompt ? this.#held : null
      return held === null || held.result === null ? {} : { result: held.result }
    })
  }

  /** Executes a command with what only the memory of this node knows. */
  #decideFor(
    person: PersonId,
    envelope: Envelope,
    digest: string,
    know: (state: State) => Pick<Context, 'responders' | 'result'>,
  ): Promise<Reply> {
    const make: Parameters<Session['executeDecision']>[3] = (state, at) =>
      decide(state, envelope, { actor: { person }, at, id: envelope.id, ...know(state) })
    return this.#session.executeDecision({ person }, envelope.id, envelope.type, make, digest)
  }

  stop(): void {
    this.#isStopped = true
    this.#possible?.stop()
    this.#drop()
  }

  #follow(change: StateChange): void {
    const { from, to, events } = change
    this.#possible?.follow(change)
    this.#held?.present.follow(change)
    if (from.sense !== to.sense)
      this.#update(
        to,
        events.some(({ type }) => type === 'sense.put'),
      )
    if (this.#held !== null && from.people !== to.people) this.#tell(this.#listConcerned(change), false)
  }

  /** `isPutNow`: this node has heard that the last sentence was put. Otherwise people may have responded before this node knew of it. */
  #update(state: State, isPutNow: boolean): void {
    if (this.#isStopped) return
    const prompt = findLast(state)
    if (prompt === undefined || !isPending(prompt)) {
      if (this.#held === null) return
      this.#drop()
    } else {
      if (this.#held?.id !== prompt.id) {
        this.#drop()
        this.#held = this.#hold(prompt)
        if (!isPutNow) void this.#recover(this.#held)
      }
      if (prompt.status === 'closed' && this.#held.result === null) void this.#count(this.#held)
    }
    this.#tell('all')
  }

  /**
   * Lists the people whose own part may have changed. The person in the chair sees the result. Everybody else sees only their own response.
   */
  #listConcerned({ from, to, events, reset }: StateChange): 'all' | readonly PersonId[] {
    if (reset) return 'all'
    const presiding = [from, to].flatMap(({ people }) => findPresiding(people)?.id ?? [])
    return [...listTouchedPeople(events, { from, to }), ...presiding]
  }

  #hold(prompt: Prompt): Held {
    const { nodes } = this.#ports
    const share = nodes.open(responseShare, `${this.#session.id} ${prompt.id}`, (responders) => this.#noteResponses(present, responders))
    const responses = new Responses(prompt.one, share)
    const present = new CountedResponders(prompt, this.#ports.presence(), responses)
    const others = new OtherCounters(nodes, this.#session.id, prompt.id, share)
    const stop = () => {
      others.stop()
      share.close()
      present.stop()
    }
    return { id: prompt.id, responses, present, others, stop, result: null, isCounting: false }
  }

  #drop(): void {
    this.#held?.stop()
    this.#held = null
  }

  #noteResponses(present: CountedResponders, responders: readonly string[]): void {
    present.noteResponses(responders)
    this.#tell(present.listPeople(this.#session.state, responders))
  }

  /** Gets the responses from other nodes. If none has them in memory, devices send their responses again, and a result is lost. */
  async #recover(held: Held): Promise<void> {
    if (await held.others.askForWhole()) return
    if (held === this.#held) await this.#restart(held.id)
  }

  async #count(held: Held): Promise<void> {
    if (held.isCounting) return
    held.isCounting = true
    const received = await held.others.collect()
    if (held !== this.#held) return
    const { state } = this.#session
    const prompt = findLast(state)
    if (prompt?.id !== held.id) return
    held.result = received ?? makeResult(held.present.list(state), prompt.of ?? 0)
    held.others.tellResult(held.result)
    this.#tell('all')
  }

  /** Decides, and tries again for as long as the decision cannot be stored. */
  async #restart(id: PromptId): Promise<void> {
    const held = this.#held
    while (held !== null && held === this.#held && !this.#session.isClosed) {
      const reply = await this.#session.executeDecision(systemActor, newCommandId(), 'sense.restart', (state, at) =>
        restartPrompt(state, id, at),
      )
      if (reply.ok || reply.reason !== 'unavailable') return
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  #tell(people: TransientChange['people'], audiences = true): void {
    for (const listener of this.#listeners) listener({ people, audiences })
  }
}

/** True if the sentence is open, or if its result is neither published nor discarded. */
const isPending = (prompt: Prompt | undefined): boolean => prompt?.status === 'open' || prompt?.status === 'closed'

const findLast = ({ sense }: State): Prompt | undefined => sense.prompts.at(-1)
