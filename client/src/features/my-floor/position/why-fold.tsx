/** "Why am I 4th?", with the answer behind it. The answer is loaded when it is asked for, to keep the first page of a phone small. */
import { usePhoneText } from '../../../text/use-text.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import type { QueuedStatus } from '../my-status.ts'

const Why = deferPart(async () => (await import('./why.tsx')).Why)

export const WhyFold = ({ status }: { status: QueuedStatus }) => {
  const { t, ordinal } = usePhoneText()
  return (
    <Fold title={t('me.cause', { place: ordinal(status.index + 1) })}>
      <Why status={status} />
    </Fold>
  )
}
