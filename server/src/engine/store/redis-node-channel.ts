/** Messages between nodes: one key per node, which expires, and a set of the names of the nodes. */
import { readFileSync } from 'node:fs'
import type { RedisConnection } from '../log/redis-connection.ts'
import type { NodeChannel } from './store.ts'

const script = readFileSync(new URL('node-messages.lua', import.meta.url), 'utf8')

/** Some nodes ask several times a second for as long as they run, so it is one question, and one flush of what Redis appends to its file. */
export const openRedisNodeChannel = (connection: RedisConnection): NodeChannel => ({
  exchange: async (topic, node, message, lifetime) => {
    const messages = await connection.send('EVAL', script, '1', `n:${topic}`, node, message, String(lifetime))
    return Array.isArray(messages) ? messages.map(String) : []
  },
})
