/** The simulated chair steps back for good at the first act of a real person on a page of the staff, and the staff are informed. */
import { isStaff } from '@rostrum/shared/contract/roles'
import { languageIds } from '@rostrum/shared/kernel/wording'
import { readMessages } from '../../engine/locales/read-messages.ts'
import type { StateChange } from '../../engine/session/change-listeners.ts'
import type { Session } from '../../engine/session/session.ts'
import type { SimulatedClient } from './simulated-client.ts'

/** True if a commit has a step of the staff, the opening or a cue to the speaker, and the simulated chair has not sent it. */
const isRealAct = ({ events, to }: StateChange, chair: SimulatedClient): boolean =>
  events.some(({ type, data }) => {
    if (type === 'session.opened') return !chair.hasSentType('session.open')
    if (type === 'cues.given') return !chair.hasSent(data.id)
    // A speaker may end their own turn, which is a step too.
    if (type !== 'steps.taken' && type !== 'steps.undone') return false
    const role = to.people.all.get(data.by)?.role
    return role !== undefined && isStaff(role) && (type === 'steps.undone' || !chair.hasSent(data.step))
  })

/** Reads the commits themselves: a command of the simulated chair that is under way cannot hide the act of a person. */
export function watchTakeOver(session: Session, chair: SimulatedClient, secretariat: SimulatedClient): () => void {
  const leave = session.onChange((change) => {
    if (!isRealAct(change, chair)) return
    leave()
    chair.retire()
    const text = Object.fromEntries(languageIds.map((id) => [id, readMessages(id, 'staff')['rehearsal.takenOver']]))
    void secretariat.send('cues.announce', { to: 'staff', text })
  })
  return leave
}
