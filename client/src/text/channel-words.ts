/** The words for a channel where its name alone does not fit. Each table needs an answer for every channel. */
import type { ByChannel } from '@rostrum/shared/contract/channels'
import type { RequestChannel } from '@rostrum/shared/contract/enums'
import type { PhoneKey, PlainKey } from './catalogue.ts'
import type { PhoneTranslate } from './messages.ts'

type Words = PhoneKey & PlainKey

const names: Readonly<Record<RequestChannel, Words>> = { room: 'channel.room', remote: 'channel.remote', paper: 'channel.paper' }
export const getChannelName = (t: PhoneTranslate, channel: RequestChannel): string => t(names[channel])

/** Within a line, after the name of a person or a group. */
export const whereWords: ByChannel<Words> = { room: 'channel.inRoom', remote: 'channel.isRemote' }
/** How somebody takes part, as a fact of its own. */
export const takesPartWords: ByChannel<Words> = { room: 'join.inRoom', remote: 'join.remotely' }
