/**
 * The address of a client behind proxies. HTTP requests and connections of screens are counted for the same address, so both ask here.
 */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** The words that stand for networks, as in ROSTRUM_TRUSTED_PROXIES. */
const networks: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}
export const proxyKeywords: readonly string[] = Object.keys(networks)

export type IsProxy = (address: string) => boolean

/** `proxies`: addresses, networks such as 10.0.0.0/8, and the words above. */
export function trustProxies(proxies: readonly string[]): IsProxy {
  const trusted = new BlockList()
  for (const part of proxies.flatMap((proxy) => networks[proxy] ?? [proxy])) {
    const [address = '', prefix] = part.split('/')
    if (prefix === undefined) trusted.addAddress(address, getFamily(address))
    else trusted.addSubnet(address, Number(prefix), getFamily(address))
  }
  return (address) => isIP(address) > 0 && trusted.check(address, getFamily(address))
}

/**
 * Returns the address from which a request came to the first trusted proxy. Everything that an untrusted machine reports is ignored. Empty
 * if the client has disconnected.
 */
export function findClientAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, isProxy: IsProxy): string {
  const reported = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '')
  const addresses = [...reported, socket.remoteAddress ?? ''].reverse()
  return addresses.find((address) => !isProxy(address)) ?? addresses.at(-1) ?? ''
}

const getFamily = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
