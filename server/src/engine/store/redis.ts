import { readFileSync } from 'node:fs'
import { setImmediate as yielded } from 'node:timers/promises'
import { RedisConnection } from '../log/redis-connection.ts'
import { type DurabilityOptions, RedisDurability } from '../log/redis-durability.ts'
import type { RedisReply } from '../log/redis-reply.ts'
import type { RedisSource } from '../log/redis-source.ts'
import { openRedisNodeChannel } from './redis-node-channel.ts'
import { DamagedTableError, type Store, type StoreTable } from './store.ts'

const replaceScript = readFileSync(new URL('replace.lua', import.meta.url), 'utf8')
const exchangeScript = readFileSync(new URL('exchange.lua', import.meta.url), 'utf8')

/** The number of rows that are parsed at a time. */
const pieceSize = 1_000

const makeTableKey = (table: StoreTable): string => `t:${table}`

/** Tables as Redis hashes, shared by all nodes. */
export async function openRedisStore(source: RedisSource, { volatile }: DurabilityOptions): Promise<Store> {
  const durability = new RedisDurability(source, { volatile })
  const connection = await RedisConnection.open(source, durability)
  return {
    get: async (table, key) => parseValue(table, await connection.send('HGET', makeTableKey(table), key)),
    put: async (table, key, value) => {
      await connection.write('HSET', makeTableKey(table), key, JSON.stringify(value))
    },
    putNew: async (table, key, value) => (await connection.write('HSETNX', makeTableKey(table), key, JSON.stringify(value))) === 1,
    replaceAll: async (table, all) => {
      const texts = all.flatMap(({ key, before, value }) => [key, before === null ? '' : JSON.stringify(before), JSON.stringify(value)])
      const reply = await connection.write('EVAL', replaceScript, '1', makeTableKey(table), ...texts)
      return Array.isArray(reply) ? reply.map(String) : []
    },
    putAll: async (table, all) => {
      if (all.length > 0)
        await connection.write('HSET', makeTableKey(table), ...all.flatMap(([key, value]) => [key, JSON.stringify(value)]))
    },
    exchange: async (table, gone, all) => {
      const texts = all.flatMap(([key, value]) => [key, JSON.stringify(value)])
      await connection.write('EVAL', exchangeScript, '1', makeTableKey(table), String(gone.length), ...gone, ...texts)
    },
    delete: async (table, key) => {
      await connection.write('HDEL', makeTableKey(table), key)
    },
    clear: async (table) => {
      await connection.write('DEL', makeTableKey(table))
    },
    nodes: openRedisNodeChannel(connection, source, durability),
    list: async (table) => await parsePairs(table, await connection.send('HGETALL', makeTableKey(table))),
    close: async () => connection.close(),
  }
}

function parseValue(table: StoreTable, reply: RedisReply | undefined): unknown {
  if (typeof reply !== 'string') return null
  try {
    return JSON.parse(reply)
  } catch {
    // The message of the parser quotes the value, which may be personal.
    throw new DamagedTableError(table, 'a value is no JSON')
  }
}

/** Parses in pieces, between which the event loop does other work. */
async function parsePairs(table: StoreTable, reply: RedisReply): Promise<readonly (readonly [string, unknown])[]> {
  const flat: readonly RedisReply[] = Array.isArray(reply) ? reply : []
  const pairs: (readonly [string, unknown])[] = []
  for (let index = 0; index < flat.length; index += 2) {
    if (pairs.length % pieceSize === pieceSize - 1) await yielded()
    pairs.push([String(flat[index]), parseValue(table, flat[index + 1])])
  }
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1))
}
