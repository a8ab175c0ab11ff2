/** The replies of Redis, and the function that asks it. */
export type RedisReply = string | number | null | readonly RedisReply[]
export type RedisSend = (...command: readonly string[]) => Promise<RedisReply>
