/** The next steps of the session on this screen, and how one is taken. */

import { isItsDay } from '@rostrum/shared/contract/opening-day'
import { computeSegmentEnd } from '@rostrum/shared/projection/agenda/timeline'
import { useMadeNow, useSend, useView } from '../../../session/hooks.tsx'
import { getRecordUrl } from '../../../session/record-url.ts'
import { rememberLast } from '../../../session/remember-last.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { getNextSteps, type KnownOfSteps } from './next-step.ts'
import type { NextStep, NextStepView, StepChoices, StepDialog } from './step-types.ts'

/** Short enough to notice the end of a topic. */
const refreshMs = 5000

/** `hasRehearsal`: the opening deletes a rehearsal. */
export const useNextSteps = (hasRehearsal: boolean): StepChoices => {
  const { t } = useText()
  return useMadeNow(refreshMs, (view, now) => {
    const { session, floor, entries, queue, plan, progress, presence, pointsOfOrder, panellists, pastTurns, intention } = view
    return getStepsOnce({
      ...{ t, session, current: floor.current, interrupted: floor.interrupted, entries, queue, plan, progress, presence },
      ...{ pointsOfOrder, panellists, pastTurns, intention, hasRehearsal },
      topicOver: computeSegmentEnd(plan, progress, session.endsAt, now) <= now,
      itsDay: isItsDay(session, now),
    })
  })
}

type StepsGiven = Omit<NextStepView, 'floor'> & NextStepView['floor'] & Required<KnownOfSteps> & { readonly t: Translate }

/** Not computed for every change of the floor: a new limit changes no step. */
const getStepsOnce = rememberLast(({ t, current, interrupted, topicOver, itsDay, hasRehearsal, ...view }: StepsGiven) =>
  getNextSteps(t, { ...view, floor: { current, interrupted } }, { topicOver, itsDay, hasRehearsal }),
)

/** Sends the command of a step, or opens the dialog that shows its consequences. */
export const useTakeStep = (onOpen: (dialog: StepDialog) => void): ((step: NextStep) => void) => {
  const send = useSend('controls')
  const role = useView(({ me }) => me.role)
  return ({ command, opens, over }) => {
    if (opens) onOpen(opens)
    else if (over) location.assign(getRecordUrl(role))
    else if (command) void send(command)
  }
}
