/** The words for somebody who will speak, by channel: where the microphone is, and which device shows the time. */
import type { ByChannel } from '@rostrum/shared/contract/channels'
import { useView } from '../../session/hooks.tsx'
import type { PhoneKey, PlainKey } from '../../text/catalogue.ts'
import type { IconName } from '../../ui/icon-paths.ts'

type Words = {
  readonly called: PhoneKey & PlainKey
  readonly one: 'me.oneHelp' | 'me.oneHelpRemote'
  readonly next: 'me.nextHelp' | 'me.nextHelpRemote'
  readonly microphone: PhoneKey & PlainKey
  readonly device: IconName
}

const words: ByChannel<Words> = {
  room: { called: 'floor.youAreCalledHelp', one: 'me.oneHelp', next: 'me.nextHelp', microphone: 'me.stepMicrophone', device: 'phone' },
  remote: {
    called: 'floor.youAreCalledRemote',
    one: 'me.oneHelpRemote',
    next: 'me.nextHelpRemote',
    microphone: 'me.stepMeeting',
    device: 'remote',
  },
}

export const useChannelWords = () => words[useView(({ me }) => me.channel)]
