/** Data that a screen follows next to its view, such as captions of a language. It is requested again whenever the connection opens. */
import type { BoothUpdate } from '@rostrum/shared/protocol/booth'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import type { ClientToServer, ServerToClient } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io-client'

type Updates = { readonly captions: CaptionUpdate; readonly booth: BoothUpdate }

export type Feed<Name extends keyof Updates = keyof Updates> = {
  /** The event that brings updates. */
  readonly event: Name
  /** The request for the data, and the request to send no more. */
  readonly request: object
  readonly end?: object
  /** Takes the data that the server has, or null if there is none. Called whenever the connection opens. */
  readonly start: (latest: Updates[Name] | null) => void
  readonly show: (update: Updates[Name]) => void
}

export type ClientSocket = Socket<ServerToClient, ClientToServer>

export class Feeds {
  readonly #socket: ClientSocket
  readonly #followed = new Set<Feed>()

  constructor(socket: ClientSocket) {
    this.#socket = socket
  }

  /** Follows a feed. Returns a function that ends it. */
  follow<Name extends keyof Updates>(given: Feed<Name>): () => void {
    // A feed gets the updates of its own event only.
    const feed = given as unknown as Feed
    this.#followed.add(feed)
    this.#socket.on(feed.event, feed.show)
    this.#ask(feed)
    return () => {
      this.#followed.delete(feed)
      this.#socket.off(feed.event, feed.show)
      if (feed.end && this.#socket.connected) this.#socket.emit('follow', feed.end, () => undefined)
    }
  }

  resume(): void {
    for (const feed of this.#followed) this.#ask(feed)
  }

  #ask(feed: Feed): void {
    if (this.#socket.connected) this.#socket.emit('follow', feed.request, (latest) => this.#followed.has(feed) && feed.start(latest))
  }
}
