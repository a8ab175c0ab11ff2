/**
 * The addresses to which webhooks may be sent. An administrator allows them. Of these, only addresses on the public internet count, unless
 * a network is allowed too. Names are checked when they are resolved for the connection, so that a name that changes in between gains
 * nothing.
 */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** `host`: a name, an address, or a name with `*` in place of its first labels. `*` alone is every name. */
type OriginPattern = { readonly protocol: 'https:' | 'http:'; readonly host: string; readonly port: string }
type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

const maxLength = 2_000
const originPattern = /^(?:(https?):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::(\d{1,5}|\*))?$/i
const defaultPorts = { 'https:': '443', 'http:': '80' } as const

export class AllowedAddresses {
  readonly #origins: readonly OriginPattern[]
  readonly #networks: readonly Network[]
  /** The entries as they were written. */
  readonly entries: readonly string[]

  private constructor(entries: readonly string[], origins: readonly OriginPattern[], networks: readonly Network[]) {
    this.entries = entries
    this.#origins = origins
    this.#networks = networks
  }

  /**
   * Parses entries separated by commas: `hooks.example.org`, `*.example.org:8443`, `http://10.0.0.7:8080`, `*`, or a network `10.0.0.0/8`.
   * Returns null if one is wrong.
   */
  static parse(text: string): AllowedAddresses | null {
    const entries = text.split(',').map((part) => part.trim())
    const networks: Network[] = []
    const origins: OriginPattern[] = []
    for (const entry of entries) {
      const network = parseNetwork(entry)
      const origin = network === null ? parseOrigin(entry) : null
      if (network !== null) networks.push(network)
      else if (origin !== null) origins.push(origin)
      else return null
    }
    return new AllowedAddresses(entries, origins, networks)
  }

  static readonly none = new AllowedAddresses([], [], [])

  /**
   * Returns the address as a receiver of webhooks. Null if it is not an address, or not allowed. Numbers in any spelling count as
   * addresses.
   */
  findReceiver(text: string): URL | null {
    if (text.length > maxLength || !URL.canParse(text)) return null
    const url = new URL(text)
    const { protocol, hostname, username, password, hash } = url
    if (`${username}${password}${hash}` !== '' || hostname === '') return null
    const port = url.port === '' ? defaultPorts[protocol as 'https:'] : url.port
    const matching = this.#origins.filter(
      (origin) => origin.protocol === protocol && (origin.port === '*' || origin.port === port) && matchesHost(origin.host, hostname),
    )
    if (matching.length === 0) return null
    const literal = stripBrackets(hostname)
    // An IP address that is allowed by an entry of its own may be anywhere.
    return isIP(literal) === 0 || this.isReachable(literal) || matching.some(({ host }) => host === hostname) ? url : null
  }

  /** Whether a connection may go to this address: it is public, or in an allowed network. */
  isReachable(address: string): boolean {
    if (!ipaddr.isValid(address)) return false
    const parsed = ipaddr.parse(address)
    return isPublic(parsed) || this.#networks.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits))
  }
}

const stripBrackets = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

/** Refuses every special range: loopback, private, link-local, multicast, mapped, translated and all others that have a name. */
const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.range() === 'unicast' && !(address instanceof ipaddr.IPv6 && address.match(compatible, 96))

/** The range of IPv6 addresses with an IPv4 address in their last bytes: an old form of the mapped ones. */
const compatible = ipaddr.IPv6.parse('::')

function parseNetwork(entry: string): Network | null {
  if (!entry.includes('/') || !ipaddr.isValidCIDR(entry)) return null
  return ipaddr.parseCIDR(entry)
}

function parseOrigin(entry: string): OriginPattern | null {
  const [, scheme = 'https', host = '', port] = originPattern.exec(entry) ?? []
  const protocol = `${scheme.toLowerCase()}:` as OriginPattern['protocol']
  if (host === '' || Number(port ?? 0) > 65_535) return null
  const name = host.replace(/^\*\.?/, '')
  if (name !== '' && !URL.canParse(`http://${name}`)) return null
  // The address in the spelling in which it is compared.
  const written = name === '' ? '' : new URL(`http://${name}`).hostname
  return {
    protocol,
    host: host.startsWith('*') ? host.slice(0, host.length - name.length) + written : written,
    port: port ?? defaultPorts[protocol],
  }
}

function matchesHost(pattern: string, hostname: string): boolean {
  if (pattern === '*') return true
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern
}
