/** What a booth asks of the speaker, for the staff: which booth, what, and whether the speaker has seen it. */
import { boothCueKinds } from '@rostrum/shared/contract/enums'
import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { getCueStatus } from '../cue-status.ts'

type BoothAsked = { readonly kind: (typeof boothCueKinds)[number]; readonly text: string }

/** Null where no booth asks anything of this speaker. */
export const useBoothAsked = (): BoothAsked | null => {
  const { t, language } = useText()
  const asked = useView(({ floor }) => floor.current?.asked ?? null)
  const zone = useView(({ session }) => session.timeZone)
  const kind = boothCueKinds.find((one) => one === asked?.kind)
  if (asked === null || kind === undefined) return null
  const text = t(`cue.booth.${getCueStatus(asked)}`, {
    language: formatLanguageName(language.id, asked.booth ?? ''),
    cue: t(`booth.ask.${kind}`),
    time: formatExactTime(asked.seenAt ?? asked.deliveredAt ?? asked.at, zone),
  })
  return { kind, text }
}
