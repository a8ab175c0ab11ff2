import { measureReturn } from '../measure/coming-back.ts'
import type { Reference } from '../servers/stage.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode } from './mode.ts'

const defineReturn = (against: string, reference: Reference) =>
  defineMode({
    title: 'all screens come back after the server was killed, and hold what they held',
    against,
    defaults: { clients: 10_000, rounds: 3, seconds: 0, rate: 0 },
    figures: {
      back: { says: 'all are back, after the server listens', unit: 'ms', bound: { times: 1.2 } },
      chair: { says: 'the chair is back', unit: 'ms', bound: { most: 1000 } },
      cpu: { says: 'processor per 1,000 screens', unit: 'ms', bound: null },
      bytes: { says: 'to a screen', unit: 'B', bound: null },
      busy: { says: 'the load generator was busy', unit: '%', bound: { most: 90 } },
    },
    run: ({ clients, rounds }) =>
      measureInTurns({ rounds, wanted: { screens: clients }, isKilled: true, reference }, async (stage) => {
        const figures = await measureReturn(stage, 'as pages')
        return { ...figures, busy: figures.busy * 100 }
      }),
  })

export const comingBack = {
  return: defineReturn('the bare broadcast', 'broadcast'),
  'return-sockets': defineReturn('Socket.IO without any product', 'socket-io'),
} as const
