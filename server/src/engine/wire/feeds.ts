/** The streams that a screen can follow over its connection in addition to its view. Captions and the booth are such feeds. */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Session } from '../session/session.ts'
import type { EncodedPackets } from './encode-frame.ts'

/** A stream that sends to screens in small groups, so that frames never wait for it. */
export type Feed = {
  /**
   * `request`: anything. Resolves with the answer for the screen, or with undefined if the request is for another feed. It never rejects.
   */
  readonly follow: (session: Session, person: PersonId, request: unknown, reader: FeedReader) => Promise<unknown>
  readonly leave: (session: Session, reader: FeedReader) => void
}
type FeedReader = { readonly send: (packets: EncodedPackets) => void }

/** The feeds that one screen follows. */
export class FollowedFeeds {
  readonly #feeds: readonly Feed[]
  readonly #session: Session
  readonly #reader: FeedReader

  constructor(feeds: readonly Feed[], session: Session, reader: FeedReader) {
    this.#feeds = feeds
    this.#session = session
    this.#reader = reader
  }

  /** Returns the answer of the feed that the request is for, or null if there is none. */
  async follow(person: PersonId, request: unknown): Promise<unknown> {
    const answers = await Promise.all(this.#feeds.map((feed) => feed.follow(this.#session, person, request, this.#reader)))
    return answers.find((answer) => answer !== undefined) ?? null
  }

  leave(): void {
    for (const feed of this.#feeds) feed.leave(this.#session, this.#reader)
  }
}
