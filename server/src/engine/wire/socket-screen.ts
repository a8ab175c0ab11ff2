/**
 * A screen behind a socket. It writes to its connection itself, so that sending a frame to thousands of screens reads few objects of each.
 */
import type { PersonId } from '@rostrum/shared/contract/ids'
import type { Audience } from '@rostrum/shared/contract/roles'
import type { Socket } from 'socket.io'
import type { Subscriber } from '../fanout/ports.ts'
import type { Meter } from '../telemetry/meter.ts'
import type { BacklogSweep } from './backlog.ts'
import { type EncodedFrame, selectEncodings } from './encode-frame.ts'
import { SocketWriter } from './socket-writer.ts'

export type Viewer = { readonly person: PersonId; readonly audience: Audience; readonly unpacks: boolean }

export class SocketScreen extends SocketWriter implements Subscriber<EncodedFrame> {
  readonly unpacks: boolean
  readonly person: PersonId
  readonly #audience: Audience
  readonly #meter: Meter
  readonly #connection: Pick<Socket, 'disconnect'>

  constructor(connection: Socket, { person, audience, unpacks }: Viewer, meter: Meter, sweep: BacklogSweep, onSlow: () => void) {
    super(connection, sweep, onSlow)
    this.unpacks = unpacks
    this.person = person
    this.#audience = audience
    this.#meter = meter
    this.#connection = connection
  }

  send(frames: readonly EncodedFrame[]): void {
    const encodings = selectEncodings(frames, this.unpacks)
    this.write(encodings)
    for (const { bytes } of encodings) this.#meter.frameSent(this.#audience, bytes.length)
  }

  end(): void {
    this.#connection.disconnect(true)
  }
}
