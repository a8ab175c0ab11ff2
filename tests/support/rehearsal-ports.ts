/** The parts of the server that a rehearsal needs. */
import type { startRehearsal } from '@rostrum/server/services/rehearsal/rehearsal'
import { toInstant } from '@rostrum/shared/kernel/time'
import type { InProcessServer } from './in-process-server.ts'
import { MemoryLogger } from './session-harness.ts'

export const makeRehearsalPorts = ({ app }: InProcessServer): Parameters<typeof startRehearsal>[2] => ({
  sessions: app.sessions,
  links: app.links,
  joinCodes: app.joinCodes,
  logger: new MemoryLogger(),
  now: () => toInstant(Date.now()),
  getServerUrl: () => `http://127.0.0.1:${app.getPort()}`,
})
