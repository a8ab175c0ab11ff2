import { RedisConnection, type RedisReply } from '../log/redis-connection.ts'
import { nearbyIn } from './redis-node-channel.ts'
import type { Store, Table } from './store.ts'

const keyOf = (table: Table): string => `t:${table}`

/** Tables as hashes, shared by all nodes. */
export async function openRedisStore(url: string): Promise<Store> {
  const connection = await RedisConnection.open(url)
  return {
    get: async (table, key) => parse(await connection.ask('HGET', keyOf(table), key)),
    put: async (table, key, value) => {
      await connection.ask('HSET', keyOf(table), key, JSON.stringify(value))
    },
    putNew: async (table, key, value) => (await connection.ask('HSETNX', keyOf(table), key, JSON.stringify(value))) === 1,
    putAll: async (table, all) => {
      if (all.length > 0) await connection.ask('HSET', keyOf(table), ...all.flatMap(([key, value]) => [key, JSON.stringify(value)]))
    },
    delete: async (table, key) => {
      await connection.ask('HDEL', keyOf(table), key)
    },
    clear: async (table) => {
      await connection.ask('DEL', keyOf(table))
    },
    nearby: nearbyIn(connection),
    list: async (table) => pairs(await connection.ask('HGETALL', keyOf(table))),
    close: async () => connection.close(),
  }
}

const parse = (reply: RedisReply | undefined): unknown => (typeof reply === 'string' ? JSON.parse(reply) : null)

function pairs(reply: RedisReply): readonly (readonly [string, unknown])[] {
  const flat = Array.isArray(reply) ? reply : []
  return flat
    .flatMap((key: RedisReply, index) => (index % 2 === 0 ? [[String(key), parse(flat[index + 1])] as const] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
