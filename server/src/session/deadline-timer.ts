/** One timer a session, for the next thing that time alone brings about. Every node may ring: the second finds nothing to do. */
import { createHash } from 'node:crypto'
import type { CommandId } from '@rostrum/shared/contract/ids'
import { system } from '@rostrum/shared/contract/roles'
import { type Alarm, nextAlarm } from '@rostrum/shared/domain/deadlines'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { Session } from './session.ts'

/** Longer waits are taken in steps: a timer cannot wait longer than this. */
const longest = 2 ** 31 - 1

export const keepAlarms = (session: Session, now: () => Instant): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  let set: Alarm | null = null

  const ring = (alarm: Alarm) => {
    if (alarm.at > now()) return wait(alarm)
    const id = createHash('sha256').update(`${alarm.command.type} ${alarm.at}`).digest('base64url') as CommandId
    return void session.handle(system, { id, ...alarm.command })
  }
  const wait = (alarm: Alarm) => {
    timer = setTimeout(ring, Math.min(longest, Math.max(0, alarm.at - now())), alarm)
  }
  const look = () => {
    const next = nextAlarm(session.state)
    if (next?.at === set?.at && next?.command.type === set?.command.type) return
    clearTimeout(timer)
    set = next
    if (next) wait(next)
  }

  look()
  const stop = session.onAdvance(look)
  return () => {
    stop()
    clearTimeout(timer)
  }
}
