import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'

/** A canned cue, so that it reaches the speaker in the speaker's own language. */
export const AskToConclude = () => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const giving = usePending('cues.give')
  const asked = current?.cue?.kind === 'conclude'
  return (
    <Button
      icon={asked ? 'check' : undefined}
      disabled={!current || current.startedAt === null || asked || giving !== undefined}
      onClick={() => {
        if (current) void send({ type: 'cues.give', data: { turn: current.id, cue: 'conclude' } })
      }}
    >
      {t(asked ? 'act.asked' : 'act.askToConclude')}
    </Button>
  )
}
