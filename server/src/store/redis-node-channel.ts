/** Messages between nodes: one key per node, which expires, and a set of the names of the nodes. */
import type { RedisConnection, RedisReply } from '../log/redis-connection.ts'
import type { NodeChannel } from './store.ts'

export const openRedisNodeChannel = (connection: RedisConnection): NodeChannel => ({
  exchange: async (topic, node, message, lifetime) => {
    const nodes = `n:${topic}`
    const makeNodeKey = (name: string): string => `${nodes}:${name}`
    await connection.send('SET', makeNodeKey(node), message, 'PX', String(lifetime))
    await connection.send('SADD', nodes, node)
    await connection.send('PEXPIRE', nodes, String(lifetime))
    const others = parseList(await connection.send('SMEMBERS', nodes)).flatMap((name) => (name === null || name === node ? [] : [name]))
    if (others.length === 0) return []
    const messages = parseList(await connection.send('MGET', ...others.map(makeNodeKey)))
    const lostNodes = others.filter((_, index) => messages[index] === null)
    if (lostNodes.length > 0) await connection.send('SREM', nodes, ...lostNodes)
    return messages.flatMap((message) => message ?? [])
  },
})

const parseList = (reply: RedisReply): readonly (string | null)[] => (Array.isArray(reply) ? (reply as (string | null)[]) : [])
