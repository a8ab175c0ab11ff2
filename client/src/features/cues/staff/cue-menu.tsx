/** What else can be asked of whoever has the floor, one press each; `more` are entries that the view adds. */
import { cueKinds } from '@rostrum/shared/contract/enums'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { exactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx'
import { markOf } from '../cue-status.ts'

type SpeakerEntry = MenuEntry<string> & { readonly act: () => void }

const notes = { asked: 'cue.given', arrived: 'cue.givenArrived', seen: 'cue.givenSeen' } as const

export const CueMenu = ({ more = [] }: { more?: readonly SpeakerEntry[] }) => {
  const { t } = useText()
  const send = useSend()
  const current = useView(({ floor }) => floor.current)
  const { phase, timeZone } = useView(({ session }) => session)
  const giving = usePending('cues.give') !== undefined
  const cue = current?.cue
  const cues = cueKinds.map((kind) => ({
    id: kind,
    label: t(`cue.${kind}`),
    disabled: current === null || phase !== 'open' || giving,
    ...(cue?.kind === kind ? { note: t(notes[markOf(cue)], { time: exactTime(cue.at, timeZone) }) } : {}),
  }))
  const act = (id: string) => {
    const kind = cueKinds.find((one) => one === id)
    if (!kind) more.find((entry) => entry.id === id)?.act()
    else if (current) void send({ type: 'cues.give', data: { turn: current.id, cue: kind } })
  }
  return (
    <MenuButton label={t('cue.more')} look={{ look: 'plain', size: 'normal', muted: false }} entries={[...more, ...cues]} onAction={act} />
  )
}
