/** Announcements, to those they are for; and whether the room screen is blank, for the screen itself and those who can show it again. */

import type { Announcement } from '../contract/cues.ts'
import type { Addressee } from '../contract/enums.ts'
import type { AnnouncementId } from '../contract/ids.ts'
import type { State } from '../contract/registry.ts'
import type { Audience } from '../contract/roles.ts'
import type { Instant } from '../kernel/time.ts'
import { audiencePart, personPart } from './part.ts'

export type NoticeView = {
  readonly id: AnnouncementId
  readonly text: string
  readonly at: Instant
  /** Whom it is for; told to the staff, who see all that stand. */
  readonly to?: Addressee
}

/** Of a whole audience; those for the room or for remote people reach each person by themselves. */
const audienceFor: Readonly<Record<Exclude<Audience, 'staff'>, readonly Addressee[]>> = {
  podium: ['everyone', 'podium'],
  public: ['everyone'],
  display: ['everyone', 'display'],
}
const none: readonly NoticeView[] = []

export const cueParts = {
  notices: audiencePart<readonly NoticeView[]>(['cues', 'session'], (state, audience) =>
    audience === 'staff'
      ? standing(state).map((one) => ({ ...noticeView(one), to: one.to }))
      : standing(state)
          .filter(({ to }) => audienceFor[audience].includes(to))
          .map(noticeView),
  ),
  blank: audiencePart<boolean>(['cues', 'session'], ({ cues, session }, audience) => {
    if (audience !== 'display' && audience !== 'staff') return undefined
    return cues.blank && session.phase !== 'closed'
  }),
}

export const myCueParts = {
  /** For the room alone, or for remote people alone. */
  myNotices: personPart<readonly NoticeView[]>(['cues', 'session'], (state, { role, channel }) =>
    role === 'participant'
      ? standing(state)
          .filter(({ to }) => to === channel)
          .map(noticeView)
      : none,
  ),
}

/** With the close they have served: nobody could take them down any more. */
const standing = ({ cues, session }: State): readonly Announcement[] => (session.phase === 'closed' ? [] : cues.announcements)

const noticeView = ({ id, text, at }: Announcement): NoticeView => ({ id, text, at })
