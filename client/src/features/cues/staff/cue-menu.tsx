/** The rarer acts during a turn: time, messages to the speaker, and the floor. `more`: entries that the surface adds. */
import { cueKinds } from '@rostrum/shared/contract/enums'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { MenuButton, type MenuOption } from '../../../ui/menu.tsx'
import { getCueStatus } from '../cue-status.ts'
import { useBoothsAsked } from './use-booths-asked.ts'

type SpeakerEntry = MenuOption<string> & { readonly act: () => void }

const stageNotes = { asked: 'cue.given', arrived: 'cue.givenArrived', seen: 'cue.givenSeen' } as const

export const CueMenu = ({ more = [] }: { more?: readonly SpeakerEntry[] }) => {
  const { t } = useText()
  const send = useSend('controls')
  const current = useView(({ floor }) => floor.current)
  const { phase, timeZone } = useView(({ session }) => session)
  const sending = usePending('cues.give') !== undefined
  const cue = current?.cue
  const asked = useBoothsAsked()
  // The button next to the menu asks to conclude.
  const offered = cueKinds.filter((kind) => kind !== 'conclude')
  const cues = offered.map((kind) => {
    const given = cue?.kind === kind ? t(stageNotes[getCueStatus(cue)], { time: formatExactTime(cue.at, timeZone) }) : null
    const note = given ?? asked.findLast((one) => one.kind === kind)?.text ?? null
    const section = t('cue.message')
    return {
      id: kind,
      section,
      label: t(`cue.${kind}`),
      disabled: current === null || phase !== 'open' || sending,
      ...(note !== null && { note }),
    }
  })
  const act = (id: string) => {
    const kind = cueKinds.find((one) => one === id)
    if (!kind) more.find((entry) => entry.id === id)?.act()
    else if (current) void send({ type: 'cues.give', data: { turn: current.id, cue: kind } })
  }
  return (
    <MenuButton label={t('cue.more')} look={{ look: 'plain', size: 'normal', muted: false }} options={[...cues, ...more]} onAction={act} />
  )
}
