import { listKeys, makeRecord } from '../kernel/fields.ts'

/**
 * The meaning of each channel by which people take part. Code asks here, and compares no name. A channel without all its answers does not
 * compile, and neither does a place that lacks its words. Without the validator, so that the client can import it.
 */
type ChannelRule = {
  /** True if the secretariat checks its people in as they arrive. Those who have not come are missing. */
  readonly isCheckedIn: boolean
  /** True if the Chair sees its people at a microphone. All others report on their own device that they are ready. */
  readonly isInSight: boolean
  /** True if its people follow and speak in the video meeting, so that they need its link. */
  readonly usesMeeting: boolean
}

const rules = {
  /** A microphone in the hall. */
  room: { isCheckedIn: true, isInSight: true, usesMeeting: false },
  /** The online meeting. */
  remote: { isCheckedIn: false, isInSight: false, usesMeeting: true },
} as const satisfies Readonly<Record<string, ChannelRule>>

export type Channel = keyof typeof rules
export const channels = listKeys(rules)
export const channelRules: Readonly<Record<Channel, ChannelRule>> = rules
export type ByChannel<T> = Readonly<Record<Channel, T>>

/** The channel that is meant if none is named: of officers, of the programme, and of a request on paper. */
export const ordinaryChannel = 'room' satisfies Channel

export const isChannel = (name: string): name is Channel => Object.hasOwn(rules, name)

/** The channel in which a present person counts. A person who is checked in has come, whatever the registration says. */
export const getPresentChannel = (channel: Channel, isCheckedIn: boolean): Channel =>
  isCheckedIn && !rules[channel].isCheckedIn ? ordinaryChannel : channel

export const makeByChannel = <T>(make: (channel: Channel) => T): Record<Channel, T> => makeRecord(channels, make)

export const sumChannels = (counts: ByChannel<number>): number => channels.reduce((sum, channel) => sum + counts[channel], 0)
