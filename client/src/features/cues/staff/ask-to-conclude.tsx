/** The most frequent cue. One press sends it in the speaker's own language; then the button shows its status. */
import { useNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { findConcludeRequest } from '../cue-status.ts'

const stageMessages = { asked: 'control.asked', arrived: 'cue.arrived', seen: 'cue.read' } as const

export const AskToConclude = () => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const open = useView(({ session }) => session.phase === 'open')
  const sending = usePending('cues.give')
  const request = findConcludeRequest(current, useNow(1000))
  return (
    <Button
      icon={request === null || request.status === 'asked' ? undefined : 'check'}
      means={`conclude ${current?.id} ${request?.status}`}
      disabled={!open || !current || current.startedAt === null || request?.canRepeat === false || sending !== undefined}
      onClick={() => {
        if (current) void send({ type: 'cues.give', data: { turn: current.id, cue: 'conclude' } })
      }}
    >
      <span>
        {t(request ? stageMessages[request.status] : 'control.askToConclude')}
        {request?.canRepeat ? <span className="sr"> {t('cue.again')}</span> : null}
      </span>
    </Button>
  )
}
