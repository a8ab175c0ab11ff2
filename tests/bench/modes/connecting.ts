import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { Prepared } from '../servers/prepare.ts'
import { readPort, startProduct } from '../servers/stage.ts'
import { measureInTurns } from './in-turns.ts'
import { defineMode } from './mode.ts'

const requestsAtOnce = 64

/** Exchanges everybody's link for a ticket, from one address. Returns the milliseconds it took, and the number of people who got none. */
async function takeTickets(prepared: Prepared): Promise<{ readonly ms: number; readonly refused: number }> {
  const server = await startProduct(await prepared.copy(), 0)
  const agent = new Agent({ keepAlive: true, maxSockets: requestsAtOnce })
  const target = { agent, host: '127.0.0.1', port: readPort(server), path: '/api/tickets', method: 'POST' }
  const links = prepared.links.values()
  let refused = 0
  const began = performance.now()
  const takeOneAfterTheOther = async () => {
    for (const link of links) {
      const asking = request({ ...target, headers: { 'content-type': 'application/json' } }).end(JSON.stringify({ link }))
      const [answer] = (await once(asking, 'response')) as [IncomingMessage]
      answer.resume()
      await once(answer, 'end')
      if (answer.statusCode !== 200) refused += 1
    }
  }
  await Promise.all(Array.from({ length: requestsAtOnce }, takeOneAfterTheOther))
  const ms = performance.now() - began
  agent.destroy()
  await server.end('SIGKILL')
  return { ms, refused }
}

export const connecting = defineMode({
  title: 'all screens connect',
  against: 'the bare broadcast',
  defaults: { clients: 10_000, rounds: 3, seconds: 0, rate: 0 },
  figures: {
    connections: { says: 'connections, ticket in hand', unit: '/s', bound: { least: 2000 } },
    cpu: { says: 'processor per 1,000 connections', unit: 'ms', bound: null },
    resident: { says: 'resident for a connection', unit: 'kB', bound: { most: 20 } },
    bytes: { says: 'to a screen', unit: 'B', bound: null },
    tickets: { says: 'tickets', unit: '/s', bound: { least: 2500 } },
    refused: { says: 'tickets refused, all from one address', unit: 'requests', bound: { most: 0 } },
  },
  run: ({ clients, rounds }) =>
    measureInTurns({ rounds, wanted: { screens: clients } }, async (stage, prepared) => {
      const { ms, cpu, residentBefore } = stage.connecting
      const tickets = stage.contender === 'product' ? await takeTickets(prepared) : { ms: Number.NaN, refused: Number.NaN }
      return {
        connections: (clients * 1000) / ms,
        cpu: (cpu * 1000) / clients,
        resident: (stage.server().readResident() - residentBefore) / clients,
        bytes: stage.crowd.countBytes() / clients,
        tickets: (clients * 1000) / tickets.ms,
        refused: tickets.refused,
      }
    }),
})
