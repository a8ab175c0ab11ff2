/** The next steps of the session on this screen, and how one is taken. */

import { isItsDay } from '@rostrum/shared/contract/opening-day'
import { type Instant, minutes, toInstant } from '@rostrum/shared/kernel/time'
import { computeTimeline } from '@rostrum/shared/projection/agenda/timeline'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import { computeOutlook, getLatestEnd } from '@rostrum/shared/projection/queue/outlook'
import type { View } from '@rostrum/shared/projection/registry'
import { useMadeNow, useSend, useView } from '../../../session/hooks.tsx'
import { getRecordUrl } from '../../../session/record-url.ts'
import { rememberLast } from '../../../session/remember-last.ts'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import { getNextSteps, type KnownOfSteps } from './next-step.ts'
import { useSteadySteps } from './steady-steps.ts'
import type { NextStep, NextStepView, StepChoices, StepDialog } from './step-types.ts'

/** Short enough to notice the end of a topic. */
const refreshMs = 5000

/** `hasRehearsal`: the opening deletes a rehearsal. */
export const useNextSteps = (hasRehearsal: boolean): StepChoices => {
  const { t } = useText()
  const steps = useMadeNow(refreshMs, (view, now) => {
    const { session, floor, entries, queue, questions, answering, plan, progress, presence } = view
    const { pointsOfOrder, panellists, pastTurns, intention, steps } = view
    return getStepsOnce({
      ...{ t, session, current: floor.current, interrupted: floor.interrupted, entries, queue },
      ...{ questions, answering, plan, progress, presence, pointsOfOrder, panellists, pastTurns, intention, steps, hasRehearsal },
      topicOver: isTopicOver(view, now),
      itsDay: isItsDay(session, now),
      nextStart: isItsDay(session, session.openedAt ?? now) ? findNextStart(view, now) : null,
    })
  })
  return useSteadySteps(steps)
}

/** A topic is not over while it can use the time that the session has gained. */
const isTopicOver = (view: View, now: Instant): boolean => {
  const outlook = computeOutlook(view, now)
  return outlook !== null && getLatestEnd(outlook) <= now
}

/** Changes once a minute, as the time on the button does. */
const findNextStart = ({ plan, progress, floor }: View, now: Instant): Instant | null => {
  const { segments } = computeTimeline(plan, progress, now, null, computeFloorFree(floor, now))
  const next = segments[segments.findIndex(({ status }) => status === 'current') + 1]
  return next ? toInstant(Math.floor(next.likelyStart / minutes(1)) * minutes(1)) : null
}

type StepsGiven = Omit<NextStepView, 'floor'> & NextStepView['floor'] & Required<KnownOfSteps> & { readonly t: Translate }

/** Not computed for every change of the floor: a new limit changes no step. */
const getStepsOnce = rememberLast(({ t, current, interrupted, topicOver, itsDay, hasRehearsal, nextStart, ...view }: StepsGiven) =>
  getNextSteps(t, { ...view, floor: { current, interrupted } }, { topicOver, itsDay, hasRehearsal, nextStart }),
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
