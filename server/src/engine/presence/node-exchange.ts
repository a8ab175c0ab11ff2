/**
 * Brings what the nodes have in memory about one session to all of them. It passes through the store, which may write all it gets to a disk;
 * so it is enciphered for each receiver with keys that are in the memory of the two processes only, and end with them.
 */
import { createCipheriv, createDecipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto'
import type { NodeChannel } from '../store/store.ts'
import type { Logger } from '../telemetry/logger.ts'
import { type Heartbeat, startHeartbeat } from './node-heartbeat.ts'

/** `key`: the public key of the node, which is also its name. `sealed`: by the key of the receiver. */
type NodeMessage = { readonly key: string; readonly sealed: Readonly<Record<string, string>> }

export type ExchangePorts = {
  readonly nodes: NodeChannel
  readonly topic: string
  /** What this node has, in clear. */
  readonly tell: () => string
  /** What each other node has, by its name. A node that has reported nothing to this one yet has null. */
  readonly hear: (reports: ReadonlyMap<string, string | null>) => void
  readonly logger: Logger
}

const keys = generateKeyPairSync('x25519')
export const ownNodeKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url')
const secrets = new Map<string, Buffer>()

/** Sends at once, and again every second, until it is stopped. */
export function startExchange({ nodes, topic, tell, hear, logger }: ExchangePorts): Heartbeat {
  let others: readonly string[] = []
  const exchange = startHeartbeat({
    ...{ nodes, topic, logger, node: ownNodeKey },
    makeMessage: () => {
      const clear = others.length > 0 ? tell() : ''
      const sealed = Object.fromEntries(others.map((key) => [key, seal(clear, key, topic)]))
      return JSON.stringify({ key: ownNodeKey, sealed } satisfies NodeMessage)
    },
    onMessages: (messages) => {
      const all = messages.map((message) => JSON.parse(message) as NodeMessage) // written by another node of this program
      const isNew = all.some(({ key }) => !others.includes(key))
      others = all.map(({ key }) => key)
      hear(new Map(all.map(({ key, sealed }) => [key, open(sealed[ownNodeKey], key, topic)])))
      if (isNew) setImmediate(() => exchange.sendNow())
    },
  })
  return exchange
}

/** The same for both nodes. */
function findSecret(key: string, topic: string): Buffer {
  const name = `${topic} ${key}`
  const known = secrets.get(name)
  if (known) return known
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64url'), format: 'der', type: 'spki' })
  const shared = diffieHellman({ privateKey: keys.privateKey, publicKey })
  const secret = Buffer.from(hkdfSync('sha256', shared, '', `rostrum ${topic}`, 32))
  secrets.set(name, secret)
  return secret
}

function seal(clear: string, key: string, topic: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', findSecret(key, topic), nonce)
  return Buffer.concat([nonce, cipher.update(clear, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function open(sealed: string | undefined, key: string, topic: string): string | null {
  if (sealed === undefined) return null
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', findSecret(key, topic), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
}
