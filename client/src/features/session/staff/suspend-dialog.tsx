/** Suspends the session, until a time if the Chair says one. While it is suspended, the same dialog changes the time. */
import { addMillis, type Instant, seconds } from '@rostrum/shared/kernel/time'
import { useState } from 'react'
import { useNow, useSend, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { parseTimeOfDay } from '../../../text/typed-time.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { TextField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'

const lengths = ['5', '10', '15', '30'] as const
type Choice = 'unsaid' | (typeof lengths)[number] | 'time'

/** A time that is said has no seconds. */
const minute = 60_000
/** A typed time is the next one of the day. */
const halfDay = seconds(12 * 3600)
const roundUp = (at: number): Instant => (Math.ceil(at / minute) * minute) as Instant

export const SuspendDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const send = useSend('controls')
  const { phase, timeZone } = useView(({ session }) => session)
  const [choice, setChoice] = useState<Choice>('unsaid')
  const [typed, setTyped] = useState('')
  const now = useNow(1000)
  const at = choice === 'time' ? parseTimeOfDay(typed, timeZone, addMillis(now, halfDay)) : null
  const isMissing = choice === 'time' && at === null
  const until = choice === 'unsaid' ? null : choice === 'time' ? at : roundUp(addMillis(now, seconds(Number(choice) * 60)))
  const title = t(phase === 'suspended' ? 'suspend.change' : 'session.suspend')
  return (
    <ModalDialog open title={title} onClose={onClose}>
      <ChoiceList<Choice>
        label={t('suspend.until')}
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'unsaid', label: t('suspend.unsaid') },
          ...lengths.map((n) => ({
            value: n,
            label: t('suspend.minutes', { n: Number(n) }),
            note: formatTime(roundUp(addMillis(now, seconds(Number(n) * 60))), timeZone),
          })),
          { value: 'time', label: t('suspend.time') },
        ]}
      />
      {choice === 'time' ? <TextField label={t('suspend.timeLabel')} value={typed} onChange={setTyped} /> : null}
      <OverlayActions>
        <Button
          look="primary"
          disabled={isMissing}
          onClick={() => {
            void send({ type: 'session.suspend', data: until === null ? {} : { until } })
            onClose()
          }}
        >
          {phase === 'suspended' ? title : t('suspend.now')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
