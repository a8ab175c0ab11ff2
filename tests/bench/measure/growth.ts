/** Measures how much one command of each kind costs the server. */
import { setTimeout as pause } from 'node:timers/promises'
import { waitFor } from '../client/crowd.ts'
import type { Screen } from '../client/screen.ts'
import type { Stage } from '../servers/stage.ts'
import { LimitSteps } from './limit-steps.ts'
import { Samples } from './statistics.ts'
import { openWindow } from './window.ts'

export const commandKinds = ['limit', 'answer', 'support', 'label', 'join', 'withdraw'] as const
export type CommandKind = (typeof commandKinds)[number]

/** The number of questions that get labels in turn. It is the same in a small session and in a large one. */
const labelled = 100

export type CostOptions = { readonly commands: number; readonly rate: number }
/** The processor milliseconds for one command. */
export type CostFigures = Readonly<Record<CommandKind, number>>

/** The costs of commands on one stage, which can be measured any number of times. No measurement repeats the commands of an earlier one. */
export class Costs {
  readonly #stage: Stage
  readonly #questions: readonly string[]
  #measured = 0
  /** The current limit for answers, in seconds. */
  #answerLimit = 120

  constructor(stage: Stage, questions: readonly string[]) {
    this.#stage = stage
    this.#questions = questions
  }

  async measureMean(times: number, options: CostOptions): Promise<CostFigures> {
    const all: CostFigures[] = []
    while (all.length < times) all.push(await this.measure(options))
    const mean = (kind: CommandKind) => all.reduce((sum, one) => sum + one[kind], 0) / times
    return Object.fromEntries(commandKinds.map((kind) => [kind, mean(kind)])) as CostFigures
  }

  async measure(options: CostOptions): Promise<CostFigures> {
    const { crowd, server } = this.#stage
    const costs: Partial<Record<CommandKind, number>> = {}
    const senders = this.#makeSenders()
    for (const kind of this.#rotateKinds()) {
      await crowd.becomeQuiet(100)
      const close = openWindow(server())
      await sendEvenly(options, senders[kind])
      await crowd.becomeQuiet(200)
      costs[kind] = close().cpu / options.commands
    }
    this.#measured += 1
    return costs as CostFigures
  }

  /**
   * Moves every kind to another position each time. So recurring work of the server, such as a full garbage collection, does not always hit
   * the same kind. Pairs stay together: a withdrawal needs the request before it.
   */
  #rotateKinds(): readonly CommandKind[] {
    const first = (2 * this.#measured) % commandKinds.length
    return [...commandKinds.slice(first), ...commandKinds.slice(0, first)]
  }

  /** Makes the senders. The people who ask for the floor withdraw afterwards, so as many are waiting afterwards as before. */
  #makeSenders(): Readonly<Record<CommandKind, Sender>> {
    const { crowd, chair } = this.#stage
    const questions = this.#questions
    const measured = this.#measured
    const steps = new LimitSteps(chair)
    const entries: string[] = []
    const getScreen = (index: number) => crowd.screens[index] as Screen
    return {
      limit: (_, done) => steps.send(done),
      answer: (_, done) => {
        const expectedLimit = this.#answerLimit * 1000
        this.#answerLimit += 1
        command(chair, 'floor.set-limit', { scope: { kind: 'answer' }, limit: this.#answerLimit * 1000, expectedLimit }, done)
      },
      support: (index, done) => command(getScreen(index), 'questions.support', { question: questions[measured] }, done),
      label: (index, done) => {
        const [question, time] = [questions[index % labelled], Math.floor(index / labelled)]
        command(chair, 'questions.label', { question, segment: null, tags: [`label ${measured}.${time}`] }, done)
      },
      join: (index, done) => {
        entries[index] = command(getScreen(index), 'queue.join', { kind: 'intervention', topic: null }, done)
      },
      withdraw: (index, done) => command(getScreen(index), 'queue.withdraw', { entry: entries[index] }, done),
    }
  }
}

type Sender = (index: number, done: (ms: number) => void) => void

/** Sends the commands at an even rate. Returns the milliseconds until each answer. */
export async function sendEvenly({ commands, rate }: Pick<CostOptions, 'commands' | 'rate'>, send: Sender): Promise<Samples> {
  const answers = new Samples()
  const began = performance.now()
  for (let index = 0; index < commands; index += 1) {
    await pause(Math.max(0, began + (index * 1000) / rate - performance.now()))
    send(index, (ms) => answers.add(ms))
  }
  await waitFor('all answers', () => answers.count === commands)
  return answers
}

/** Sends a command. Throws if the answer is a refusal. */
export function command(screen: Screen, type: string, data: object, done: (ms: number) => void): string {
  const began = performance.now()
  return screen.send(type, data, (reply) => {
    if (!reply.ok) throw new Error(`${type}: ${reply.reason}`)
    done(performance.now() - began)
  })
}
