/** The next steps of the session on this screen, and how one is taken. */

import { isItsDay } from '@rostrum/shared/contract/opening-day'
import { computeSegmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { useMadeNow, useSend, useView } from '../../../session/hooks.tsx'
import { getRecordUrl } from '../../../session/record-url.ts'
import { useText } from '../../../text/use-text.tsx'
import { getNextSteps } from './next-step.ts'
import type { NextStep, StepChoices, StepDialog } from './step-types.ts'

/** Soon enough for the end of a topic. */
const refreshMs = 5000

/** `hasRehearsal`: the opening deletes a rehearsal. */
export const useNextSteps = (hasRehearsal: boolean): StepChoices => {
  const { t } = useText()
  return useMadeNow(refreshMs, (view, now) => {
    const { session, plan, progress } = view
    const topicOver = computeSegmentEnd(plan, progress, session.endsAt, now) <= now
    return getNextSteps(t, view, { topicOver, itsDay: isItsDay(session, now), hasRehearsal })
  })
}

/** Sends the command of a step, or opens what shows its consequences. */
export const useTakeStep = (onOpen: (dialog: StepDialog) => void): ((step: NextStep) => void) => {
  const send = useSend('controls')
  const role = useView(({ me }) => me.role)
  return ({ command, opens, over }) => {
    if (opens) onOpen(opens)
    else if (over) location.assign(getRecordUrl(role))
    else if (command) void send(command)
  }
}
