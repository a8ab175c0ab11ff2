/** The time of a question, and the group and channel of its author. */

import type { ReactNode } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { ChannelLabel } from '../../../widgets/channel-label.tsx'
import { ToConfirmChip } from '../../../widgets/to-confirm.tsx'
import type { ListedQuestion } from '../question-lists.ts'
import styles from '../questions.module.css'

export const QuestionOrigin = ({ row: { from, staff }, children }: { row: ListedQuestion; children?: ReactNode }) => {
  const zone = useView(({ session }) => session.timeZone)
  return (
    <span className={styles.meta}>
      {staff ? (
        <span className="num" data-aside>
          {formatTime(staff.askedAt, zone)}
        </span>
      ) : null}
      {from ? <QuestionAuthor from={from} /> : null}
      {children}
    </span>
  )
}

/** A list in which each question has one line shows the signs without the words. A narrow one leaves out what is aside. */
export const QuestionAuthor = ({ from }: { from: NonNullable<ListedQuestion['from']> }) => {
  const { t } = useText()
  const group = findGroup(useGroups(), from.group)
  return (
    <>
      {group ? (
        <GroupMark mark={group.mark}>
          <span data-word>{getGroupName(t, group)}</span>
        </GroupMark>
      ) : null}
      <span data-aside>
        <ChannelLabel from={from.channel}>
          <span data-word>{getChannelName(t, from.channel)}</span>
        </ChannelLabel>
      </span>
      <ToConfirmChip of={from} />
    </>
  )
}
