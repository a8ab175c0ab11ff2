/** What a screen follows next to its view: captions of a language, or a booth. Whenever the connection opens it is asked for again. */
import type { BoothView } from '@rostrum/shared/protocol/booth'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import type { ClientToServer, ServerToClient } from '@rostrum/shared/protocol/messages'
import type { Socket } from 'socket.io-client'
import { showBooth, startBooth } from './booth-store.ts'
import { showCaptions, startCaptions } from './caption-store.ts'

export type ClientSocket = Socket<ServerToClient, ClientToServer>

export class Feeds {
  readonly #socket: ClientSocket
  #captions: string | null = null
  #booth = false

  constructor(socket: ClientSocket) {
    this.#socket = socket
    socket.on('captions', showCaptions)
    socket.on('booth', showBooth)
  }

  readCaptions(language: string | null): void {
    this.#captions = language
    startCaptions(language)
    if (this.#socket.connected) this.#socket.emit('follow', { language }, (latest) => latest && showCaptions(latest as CaptionUpdate))
  }

  readBooth(reads: boolean): void {
    this.#booth = reads
    if (!reads) startBooth(null)
    else if (this.#socket.connected) this.#socket.emit('follow', { booth: true }, (view) => startBooth(view as BoothView | null))
  }

  resume(): void {
    if (this.#captions !== null) this.readCaptions(this.#captions)
    if (this.#booth) this.readBooth(true)
  }
}
