/** The next action on the chair's screen and at the desk: one place, one size, and what it expects goes with it. */
import type { CommandType } from '@rostrum/shared/contract/registry'
import { useRefusal, useSend, useView } from '../../../session/hooks.tsx'
import { recordAddress } from '../../../session/record-url.ts'
import { useScreen } from '../../../session/store.ts'
import { useText } from '../../../text/use-text.tsx'
import { NextAction, useResting } from '../../../ui/next-action.tsx'
import { nextStep } from './next-step.ts'

const driving: readonly CommandType[] = [
  'session.open',
  'session.resume',
  'session.close',
  'agenda.go',
  'floor.call',
  'floor.last-word',
  'floor.give',
  'floor.start',
  'floor.end',
  'floor.absent',
  'floor.recognize',
  'questions.show',
  'questions.unshow',
  'questions.settle',
  'steps.undo',
]

export const FloorNext = () => {
  const { t } = useText()
  const send = useSend()
  const view = {
    session: useView(({ session }) => session),
    floor: useView(({ floor }) => floor),
    entries: useView(({ entries }) => entries),
    list: useView(({ list }) => list),
  }
  const role = useView(({ me }) => me.role)
  const step = nextStep(t, view)
  const pending = useScreen((screen) => screen.pending.find(({ envelope }) => driving.includes(envelope.type)))
  const { current } = view.floor
  const moment = step.command === null ? '' : [current?.id, current?.startedAt === null, view.list.next, view.session.phase].join(' ')
  const resting = useResting(moment, pending !== undefined, useRefusal(driving) === 'moved-on')
  const object = pending ? t(pending.standing === 'waiting' ? 'app.waiting' : 'app.sending') : step.object
  return (
    <NextAction
      verb={step.verb}
      object={object}
      icon={step.icon}
      disabled={step.command === null && !step.over}
      resting={resting}
      sending={pending !== undefined}
      onPress={() => {
        if (step.command) void send(step.command)
        else if (step.over) location.assign(recordAddress(role))
      }}
    />
  )
}
