/** Announcements for their audiences. Also whether the room screen is blanked, for the screen and the staff. */

import { type Channel, isChannel } from '../contract/channels.ts'
import type { Announcement, CuesState } from '../contract/cues.ts'
import type { Addressee } from '../contract/enums.ts'
import type { AnnouncementId } from '../contract/ids.ts'
import type { State } from '../contract/registry.ts'
import { type Audience, audienceRules, roleRules } from '../contract/roles.ts'
import { isEqual } from '../kernel/equality.ts'
import type { Instant } from '../kernel/time.ts'
import type { Wording } from '../kernel/wording.ts'
import { everyone, personPart, staffAndDisplay, type Touches, valuePart } from './part.ts'
import { concernsOfPeople } from './people.ts'

export type AnnouncementView = {
  readonly id: AnnouncementId
  readonly text: Wording
  readonly at: Instant
  /** The addressees. Only the staff see them, because the staff see all announcements. */
  readonly to?: Addressee
}

type Seen = Readonly<Record<Audience, boolean>>
const byAll: Seen = { staff: true, podium: true, booth: true, public: true, display: true }
const onlyStaff: Seen = { staff: true, podium: false, booth: false, public: false, display: false }
/**
 * The audiences that see an announcement. The staff see all. The room watches its screen. The participants of a channel are in one audience with
 * the others, so they have theirs in `myAnnouncements`.
 */
const audiencesByAddressee: Readonly<Record<Addressee, Seen>> = {
  everyone: byAll,
  room: { ...onlyStaff, display: true },
  remote: onlyStaff,
  podium: { ...onlyStaff, podium: true },
  staff: onlyStaff,
  display: { ...onlyStaff, display: true },
}
const noAnnouncements: readonly AnnouncementView[] = []

export const cueParts = {
  announcements: valuePart(
    'The announcements that are shown now. The staff see all of them.',
    everyone,
    ['cues', 'session'],
    (state, audience): readonly AnnouncementView[] =>
      listActive(state)
        .filter(({ to }) => audiencesByAddressee[to][audience])
        .map((one) => ({ ...toAnnouncementView(one), ...(audienceRules[audience].seesAddressees && { to: one.to }) })),
  ),
  displayBlank: valuePart(
    'True while the room screen is blank.',
    staffAndDisplay,
    ['cues', 'session'],
    ({ cues, session }): boolean => cues.blank && session.phase !== 'closed',
  ),
}

/** An announcement to everybody can replace the oldest, which was for one channel. Both ends are therefore compared. */
const concernsOfAnnouncements: Touches<'cues'> = ({ from, to }) =>
  isEqual(listForChannels(from.cues), listForChannels(to.cues)) ? [] : 'all'

const listForChannels = ({ announcements }: CuesState): readonly AnnouncementId[] =>
  announcements.filter(({ to }) => isChannel(to)).map(({ id }) => id)

const concernsOfClose: Touches<'session'> = {
  'session.created': 'none',
  'session.planned': 'none',
  'session.opened': 'none',
  'session.suspended': 'none',
  'session.resumed': 'none',
  'session.closed': 'all',
  'session.unopened': 'none',
  'session.reopened': 'all',
  'session.attendance-recorded': 'none',
  'session.profile-recorded': 'none',
  'session.loss-recorded': 'none',
  'session.code-renewed': 'none',
}

export const myCueParts = {
  myAnnouncements: personPart<readonly AnnouncementView[]>(
    'Announcements to the room only, or to remote people only.',
    { cues: concernsOfAnnouncements, session: concernsOfClose, people: concernsOfPeople },
    (state, { role, channel }) => (roleRules[role].countsAsParticipant ? listForChannel(state, channel) : noAnnouncements),
  ),
}

/** Returns the same empty list to all who have no announcements. */
const listForChannel = (state: State, channel: Channel): readonly AnnouncementView[] => {
  const all = listActive(state).filter(({ to }) => to === channel)
  return all.length === 0 ? noAnnouncements : all.map(toAnnouncementView)
}

/** Lists no announcements after the close, because nobody could take them down any longer. */
const listActive = ({ cues, session }: State): readonly Announcement[] => (session.phase === 'closed' ? [] : cues.announcements)

const toAnnouncementView = ({ id, text, at }: Announcement): AnnouncementView => ({ id, text, at })
