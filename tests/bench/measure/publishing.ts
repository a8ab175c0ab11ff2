/** The chair publishes many questions with one command: a frame of many kilobytes to every screen. */
import { sendAndWait, waitFor } from '../client/crowd.ts'
import type { Measurable } from '../servers/stage.ts'
import { openWindow } from './window.ts'

export type PublishingFigures = {
  /** The processor milliseconds of the server for a thousand screens that are shown all questions of one command. */
  readonly cpu: number
  /** The bytes sent to one screen for one command. */
  readonly bytes: number
}

const together = 40

/** Publishes the questions, 40 with each command. `pending`: questions that wait for moderation. */
export async function measurePublishing({ crowd, chair, server }: Measurable, pending: readonly string[]): Promise<PublishingFigures> {
  const { screens } = crowd
  const commands = Math.floor(pending.length / together)
  for (const screen of screens) screen.progress = 0
  let complete = 0
  crowd.handler = {
    onShown: (screen, { published }) => {
      if (published > 0 && (screen.progress + published) % together < published) complete += 1
      screen.progress += published
    },
  }
  const close = openWindow(server())
  for (let step = 0; step < commands; step += 1) {
    await sendAndWait(chair, 'questions.decide-all', {
      questions: pending.slice(step * together, (step + 1) * together),
      decision: { kind: 'approve' },
    })
    await waitFor('the questions at all screens', () => complete === (step + 1) * screens.length)
  }
  const { cpu, bytes } = close()
  crowd.handler = {}
  return { cpu: (cpu * 1000) / commands / screens.length, bytes: bytes / commands / screens.length }
}
