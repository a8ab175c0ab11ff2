/** The server is killed and started again. All screens come back, as pages do, and must hold the same as before. */
import { setTimeout as pause } from 'node:timers/promises'
import type { StreamCursors } from '@rostrum/shared/protocol/frame'
import { type Crowd, waitFor } from '../client/crowd.ts'
import type { Screen } from '../client/screen.ts'
import type { Stage } from '../servers/stage.ts'
import { openWindow } from './window.ts'

export type ReturnFigures = {
  /** The milliseconds from the time the server listens again until all screens are back. */
  readonly back: number
  readonly chair: number
  /** The processor milliseconds of the server for a thousand screens, not including its start. */
  readonly cpu: number
  /** The bytes sent to one screen. */
  readonly bytes: number
  readonly busy: number
}

/**
 * The milliseconds that a screen waits before it tries again: the first wait, and the longest. Each wait is up to half longer or shorter.
 */
const waits = { 'as pages': [500, 3000], 'as pages of officers': [100, 250], soon: [100, 300] } as const
type Waits = keyof typeof waits
/** How long the server is away before it is started again, in milliseconds. */
const absence = 200

export async function measureReturn({ crowd, staff, server, restart }: Stage, pace: 'as pages' | 'soon'): Promise<ReturnFigures> {
  const [all, chair] = [follow(crowd, pace), follow(staff, pace === 'soon' ? pace : 'as pages of officers')]
  await server().end('SIGKILL')
  await pause(absence)
  await restart()
  const listening = performance.now()
  const close = openWindow(server())
  await waitFor('all screens back with what they held', () => all.backAt !== null && chair.backAt !== null)
  const { cpu, bytes, busy } = close()
  for (const each of [crowd, staff]) each.handler = {}
  const count = crowd.screens.length
  const since = (at: number | null) => Math.max(0, (at ?? Number.NaN) - listening)
  return { back: since(all.backAt), chair: since(chair.backAt), cpu: (cpu * 1000) / count, bytes: bytes / count, busy }
}

function follow(crowd: Crowd, pace: Waits): { backAt: number | null } {
  const [firstWait, longestWait] = waits[pace]
  const result: { backAt: number | null } = { backAt: null }
  const held = new Map<Screen, StreamCursors>(crowd.screens.map((screen) => [screen, screen.cursors]))
  const isSame = (screen: Screen) => {
    const { audience, person } = held.get(screen) ?? {}
    return screen.isReady && screen.cursors.audience === audience && screen.cursors.person === person
  }
  const back = new Set<Screen>()
  const attempts = new Map<Screen, number>()
  const check = (screen: Screen) => {
    if (back.has(screen) || !isSame(screen)) return
    back.add(screen)
    if (back.size === crowd.screens.length) result.backAt = performance.now()
  }
  crowd.handler = {
    onReady: check,
    onShown: check,
    onLost: (screen) => {
      back.delete(screen)
      const attempt = attempts.get(screen) ?? 0
      attempts.set(screen, attempt + 1)
      const wait = Math.min(longestWait, firstWait * 2 ** attempt) * (0.5 + Math.random())
      setTimeout(() => crowd.connect(screen), wait)
    },
  }
  return result
}
