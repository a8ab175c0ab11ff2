/** The key of a track, which is part of its address. It ends when the track is renewed or removed, and is stored nowhere. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import { type ServerKey, secretsMatch } from '../../people/access/server-key.ts'

export type FoundTrack = { readonly session: Session; readonly language: SpokenLanguage }

export class TrackKeys {
  readonly #serverKey: ServerKey
  readonly #sessions: SessionRegistry

  constructor(serverKey: ServerKey, sessions: SessionRegistry) {
    this.#serverKey = serverKey
    this.#sessions = sessions
  }

  make(session: Session, language: SpokenLanguage): string {
    const renewals = session.state.captions.tracks.find((track) => track.language === language)?.renewals ?? -1
    return `${session.id}.${language}.${this.#sign(session.id, language, renewals)}`
  }

  /** Returns the session and language of a key, or null if it opens nothing. */
  async find(key: string): Promise<FoundTrack | null> {
    const [id = '', language = '', signature = '', ...more] = key.split('.')
    if (more.length > 0 || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) return null
    const session = await this.#sessions.open(id as SessionId)
    const track = session?.state.captions.tracks.find((one) => one.language === language)
    if (!session || !track) return null
    return secretsMatch(signature, this.#sign(session.id, track.language, track.renewals)) ? { session, language: track.language } : null
  }

  /** Whether the key is still that of this track. */
  isOf({ session, language }: FoundTrack, key: string): boolean {
    return this.make(session, language) === key
  }

  #sign(session: SessionId, language: string, renewals: number): string {
    return this.#serverKey.derive('captions', session, language, renewals).subarray(0, 18).toString('base64url')
  }
}
