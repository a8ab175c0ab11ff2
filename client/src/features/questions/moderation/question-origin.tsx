/** When a question was sent, and by which group and channel. */
import type { ReactNode } from 'react'
import { groupIn, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { groupName } from '../../../text/group-name.ts'
import { timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Channel } from '../../../ui/channel-label.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import type { Listed } from '../question-lists.ts'
import styles from '../questions.module.css'

export const From = ({ row: { from, desk }, children }: { row: Listed; children?: ReactNode }) => {
  const zone = useView(({ session }) => session.timeZone)
  return (
    <span className={styles.meta}>
      {desk ? <span className="num">{timeOfDay(desk.askedAt, zone)}</span> : null}
      {from ? <Author from={from} /> : null}
      {children}
    </span>
  )
}

export const Author = ({ from }: { from: NonNullable<Listed['from']> }) => {
  const { t } = useText()
  const group = groupIn(useGroups(), from.group)
  return (
    <>
      {group ? <GroupMark mark={group.mark}>{groupName(t, group)}</GroupMark> : null}
      <Channel from={from.channel}>{t(`channel.${from.channel}`)}</Channel>
    </>
  )
}
