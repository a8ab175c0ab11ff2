/** The frequent cue: asked with one press, in the speaker's own language, and then how far it came. */
import { useNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { askedOf } from '../cue-status.ts'

const words = { asked: 'act.asked', arrived: 'cue.arrived', seen: 'cue.read' } as const

export const AskToConclude = () => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const open = useView(({ session }) => session.phase === 'open')
  const giving = usePending('cues.give')
  const asked = askedOf(current, useNow(1000))
  return (
    <Button
      icon={asked ? 'check' : undefined}
      disabled={!open || !current || current.startedAt === null || asked?.again === false || giving !== undefined}
      onClick={() => {
        if (current) void send({ type: 'cues.give', data: { turn: current.id, cue: 'conclude' } })
      }}
    >
      <span>
        {t(asked ? words[asked.mark] : 'act.askToConclude')}
        {asked?.again ? <span className="sr"> {t('cue.again')}</span> : null}
      </span>
    </Button>
  )
}
