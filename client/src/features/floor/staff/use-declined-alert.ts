/** A called speaker who cannot speak now, until the staff take the next step. Nobody of the staff has done it, so it is no step. */
import type { View } from '@rostrum/shared/projection/registry'
import type { StepView } from '@rostrum/shared/projection/steps'
import { useMade } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import type { AlertItem } from '../../../ui/alert-place.tsx'
import type { NextStepView } from './step-types.ts'

export const useDeclinedAlert = (): AlertItem | null => {
  const { t } = useText()
  const who = useMade(findDeclined)
  return who === null
    ? null
    : { id: 'declined', tone: 'warn', title: t('alert.declined', { who }), text: t('alert.declinedText'), isSpoken: true }
}

type DeclinedView = Pick<NextStepView, 'floor' | 'entries'> & Pick<View, 'steps'>

/** The speaker whom the last step called waits again, and no other step has brought them back. */
const findDeclined = ({ floor, entries, steps }: DeclinedView): string | null => {
  const last = steps?.at(-1)
  const called = last && isCall(last.commandType) ? last.speaker : null
  if (!called || floor.current !== null || floor.interrupted !== null) return null
  const isBack = Object.values(entries).some((row) => row?.entity === called.entity && row.number === called.number)
  return isBack ? called.entity : null
}

const isCall = (type: StepView['commandType']): boolean => type === 'floor.call' || type === 'floor.call-last' || type === 'floor.give'
