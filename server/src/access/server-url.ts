/** Where a server that was told of no public address is reached. */
import { networkInterfaces } from 'node:os'

export const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)

/** From this machine itself. */
export const nearUrl = (host: string, port: number): string => urlOf(host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host, port)

export function ownUrl(host: string, port: number): string {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  const name = isLoopback(host) ? 'localhost' : /^(0\.0\.0\.0|::)$/.test(host) ? (outside ?? 'localhost') : host
  return urlOf(name, port)
}

const urlOf = (name: string, port: number): string => `http://${name.includes(':') ? `[${name}]` : name}:${port}`
