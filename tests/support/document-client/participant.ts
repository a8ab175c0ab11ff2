/**
 * A program that knows the types generated from the document, and docs/protocol.md. It acts in a session, and follows it by server-sent
 * events.
 */
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './document.d.ts'

type Schemas = components['schemas']
type Audience = 'staff' | 'public'
type Frame<A extends Audience> = Schemas[`Frame.${A}`] | Schemas['Frame.person']
type Command = paths['/api/sessions/{id}/commands']['post']['requestBody']['content']['application/json']
type Held = { cursor: string; readonly view: Record<string, unknown> }

/** Returns the answer to a request. A refusal is an exception. */
export const take = <T>({ data, error }: { readonly data?: T; readonly error?: unknown }): T => {
  if (data === undefined) throw new Error(JSON.stringify(error))
  return data
}

export const connect = (baseUrl: string, secret: string): Client<paths> =>
  createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${secret}` } })

/** One person in a session, who sends commands and holds what the server has shown. */
export class Participant<A extends Audience> {
  readonly #client: Client<paths>
  readonly #params: { readonly path: { readonly id: string } }
  readonly #held = new Map<string, Held>()
  readonly #ending = new AbortController()
  #sent = 0

  private constructor(client: Client<paths>, id: string) {
    this.#client = client
    this.#params = { path: { id } }
  }

  /** `_audience`: the one that the link leads to. */
  static async enter<A extends Audience>(_audience: A, baseUrl: string, url: string): Promise<Participant<A>> {
    const body = { link: new URL(url).hash.slice(1) }
    const { session, ticket } = take(await createClient<paths>({ baseUrl }).POST('/api/tickets', { body }))
    return new Participant<A>(connect(baseUrl, ticket), session)
  }

  /** Returns the id of the command. */
  async send<T extends Command['type']>(type: T, data: Extract<Command, { type: T }>['data']): Promise<string> {
    this.#sent += 1
    const id = `command-${this.#sent}-${crypto.randomUUID()}`
    take(await this.#client.POST('/api/sessions/{id}/commands', { params: this.#params, body: { id, type, data } as Command }))
    return id
  }

  async read() {
    return take(await this.#client.GET('/api/sessions/{id}/view', { params: this.#params }))
  }

  get isShown(): boolean {
    return this.#held.size === 2
  }

  /** The view of everybody in the audience. */
  get shown(): Schemas[`View.${A}`] {
    return this.#held.get('a')?.view as Schemas[`View.${A}`]
  }

  /** The view of the person alone. */
  get own(): Schemas['View.person'] {
    return this.#held.get('p')?.view as Schemas['View.person']
  }

  /** Resolves when `leave` has ended it. */
  async follow(): Promise<void> {
    const { signal } = this.#ending
    const answer = await this.#client.GET('/api/sessions/{id}/events', { params: this.#params, parseAs: 'stream', signal })
    const decoder = new TextDecoder()
    let left = ''
    try {
      for await (const piece of take(answer) as ReadableStream<Uint8Array>) {
        const events = (left + decoder.decode(piece, { stream: true })).split('\n\n')
        left = events.pop() ?? ''
        for (const event of events) {
          const data = event.split('\n').find((line) => line.startsWith('data: '))
          if (data !== undefined) this.#apply(JSON.parse(data.slice('data: '.length)) as Frame<A>)
        }
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  leave(): void {
    this.#ending.abort()
  }

  #apply(frame: Frame<A>): void {
    if ('v' in frame) this.#held.set(frame.s, { cursor: frame.c, view: { ...frame.v } })
    else {
      const held = this.#held.get(frame.s)
      if (held?.cursor !== frame.b) throw new Error('a gap')
      held.cursor = frame.c
      for (const delta of frame.d) applyDelta(held.view, delta)
    }
  }
}

type DeltaOf<F> = F extends { d: readonly (infer D)[] } ? D : never

function applyDelta(view: Record<string, unknown>, delta: DeltaOf<Frame<Audience>>): void {
  const [, part] = delta
  if (delta[0] === '=') view[part] = delta[2]
  else if (delta[0] === '!') delete view[part]
  else if (delta[0] === '+') view[part] = { ...(view[part] as object), [delta[2]]: delta[3] }
  else if (delta[0] === '-') {
    const { [delta[2]]: _gone, ...rows } = view[part] as Record<string, unknown>
    view[part] = rows
  } else if (delta[1] === 'causes') view[part] = changeText(view[part] as string, delta[2])
  else view[part] = changeList(view[part] as readonly unknown[], delta[2])
}

function changeText(text: string, [start, end, middle]: readonly [number, number, string]): string {
  return text.slice(0, start) + middle + text.slice(text.length - end)
}

type ListChange = readonly [
  gone: readonly number[],
  moved: readonly (readonly [number, number])[],
  put: readonly (readonly [number, unknown])[],
]

function changeList(list: readonly unknown[], [gone, moved, put]: ListChange): readonly unknown[] {
  const left = new Set(gone)
  const placed = new Map(put)
  let [from, to] = [0, 0]
  for (const [further, ahead] of moved) {
    from += further
    to += ahead
    left.add(from)
    placed.set(to, list[from])
  }
  const stayed = list.filter((_, index) => !left.has(index)).values()
  const length = list.length - left.size + placed.size
  return Array.from({ length }, (_, index) => (placed.has(index) ? placed.get(index) : stayed.next().value))
}
