/** The address of a server that has no configured public address. */
import { networkInterfaces } from 'node:os'

export const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)

/** The address for connections from this machine. */
export const makeLoopbackUrl = (host: string, port: number): string =>
  makeHttpUrl(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port)

export function detectServerUrl(host: string, port: number): string {
  const externalAddress = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  const name = isLoopback(host) ? 'localhost' : /^(0\.0\.0\.0|::)$/.test(host) ? (externalAddress ?? 'localhost') : host
  return makeHttpUrl(name, port)
}

const makeHttpUrl = (name: string, port: number): string => `http://${name.includes(':') ? `[${name}]` : name}:${port}`
