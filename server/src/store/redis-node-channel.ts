/** What nodes say of themselves: a key that expires for each node, and the names of the nodes beside it. */
import type { RedisConnection, RedisReply } from '../log/redis-connection.ts'
import type { Nearby } from './store.ts'

export const nearbyIn = (connection: RedisConnection): Nearby => ({
  tell: async (topic, node, said, lifetime) => {
    const nodes = `n:${topic}`
    const keyOf = (name: string): string => `${nodes}:${name}`
    await connection.ask('SET', keyOf(node), said, 'PX', String(lifetime))
    await connection.ask('SADD', nodes, node)
    await connection.ask('PEXPIRE', nodes, String(lifetime))
    const others = listOf(await connection.ask('SMEMBERS', nodes)).flatMap((name) => (name === null || name === node ? [] : [name]))
    if (others.length === 0) return []
    const told = listOf(await connection.ask('MGET', ...others.map(keyOf)))
    const lost = others.filter((_, index) => told[index] === null)
    if (lost.length > 0) await connection.ask('SREM', nodes, ...lost)
    return told.flatMap((one) => one ?? [])
  },
})

const listOf = (reply: RedisReply): readonly (string | null)[] => (Array.isArray(reply) ? (reply as (string | null)[]) : [])
