/** What one command of each kind costs the server. */
import { setTimeout as pause } from 'node:timers/promises'
import { waitFor } from '../client/crowd.ts'
import type { Screen } from '../client/screen.ts'
import type { Stage } from '../servers/stage.ts'
import { LimitSteps } from './limit-steps.ts'
import { Samples } from './statistics.ts'
import { openWindow } from './window.ts'

export const commandKinds = ['limit', 'answer', 'support', 'label', 'join', 'withdraw'] as const
export type CommandKind = (typeof commandKinds)[number]

export type CostOptions = {
  readonly commands: number
  readonly rate: number
  /** Counts from 0 for measurements on one stage, so that nobody does the same thing twice. */
  readonly round: number
  readonly questions: readonly string[]
}
/** Processor milliseconds a command. */
export type CostFigures = Readonly<Record<CommandKind, number>>

export async function measureCosts(stage: Stage, options: CostOptions): Promise<CostFigures> {
  const costs: Partial<Record<CommandKind, number>> = {}
  const senders = makeSenders(stage, options)
  for (const kind of commandKinds) {
    await stage.crowd.becomeQuiet(100)
    const close = openWindow(stage.server())
    await sendEvenly(options, senders[kind])
    await stage.crowd.becomeQuiet(200)
    costs[kind] = close().cpu / options.commands
  }
  return costs as CostFigures
}

type Sender = (index: number, done: (ms: number) => void) => void

/** Returns the milliseconds until the answers. */
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

/** Sends, and fails where the answer is a refusal. */
export function command(screen: Screen, type: string, data: object, done: (ms: number) => void): string {
  const began = performance.now()
  return screen.send(type, data, (reply) => {
    if (!reply.ok) throw new Error(`${type}: ${reply.reason}`)
    done(performance.now() - began)
  })
}

/** The people who ask for the floor withdraw afterwards, so that as many wait at the end as at the beginning. */
function makeSenders({ crowd, chair }: Stage, { commands, round, questions }: CostOptions): Readonly<Record<CommandKind, Sender>> {
  const steps = new LimitSteps(chair)
  const entries: string[] = []
  const getScreen = (index: number) => crowd.screens[index] as Screen
  const answerLimit = (step: number) => (120 + step) * 1000
  return {
    limit: (_, done) => steps.send(done),
    answer: (index, done) => {
      const [expectedLimit, limit] = [answerLimit(round * commands + index), answerLimit(round * commands + index + 1)]
      command(chair, 'floor.set-limit', { scope: { kind: 'answer' }, limit, expectedLimit }, done)
    },
    support: (index, done) => command(getScreen(index), 'questions.support', { question: questions[round] }, done),
    label: (index, done) =>
      command(chair, 'questions.label', { question: questions[index], segment: null, tags: [`round ${round}`] }, done),
    join: (index, done) => {
      entries[index] = command(getScreen(index), 'queue.join', { kind: 'intervention', topic: null }, done)
    },
    withdraw: (index, done) => command(getScreen(index), 'queue.withdraw', { entry: entries[index] }, done),
  }
}
