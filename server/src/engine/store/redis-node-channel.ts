/**
 * Messages between nodes are publications of Redis. It passes them on to its subscribers, and keeps them neither in its file nor in its
 * memory.
 */
import { RedisConnection } from '../log/redis-connection.ts'
import type { RedisDurability } from '../log/redis-durability.ts'
import type { RedisSource } from '../log/redis-source.ts'
import type { NodeChannel } from './store.ts'

const channel = 'rostrum:nodes'

export const openRedisNodeChannel = (connection: RedisConnection, source: RedisSource, durability: RedisDurability): NodeChannel => ({
  publish: async (message) => void (await connection.send('PUBLISH', channel, message)),
  subscribe: (onMessage) => {
    const listening = RedisConnection.start(source, durability, { channel, onMessage })
    return () => listening.close()
  },
})
