/** The requests of booths to the speaker, for the staff: booth, request, and whether the speaker has seen it. */
import { boothCueKinds } from '@rostrum/shared/contract/enums'
import type { BoothCueView } from '@rostrum/shared/projection/floor/parts'
import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { getCueStatus } from '../cue-status.ts'

type BoothAsked = { readonly kind: (typeof boothCueKinds)[number]; readonly text: string }

/** One request for each booth and kind, the latest last. */
export const useBoothsAsked = (): readonly BoothAsked[] => {
  const { t, language } = useText()
  const asked = useView(({ floor }) => floor.current?.asked ?? nothing)
  const zone = useView(({ session }) => session.timeZone)
  return asked.flatMap((cue) => {
    const kind = boothCueKinds.find((one) => one === cue.kind)
    if (kind === undefined) return []
    const text = t(`cue.booth.${getCueStatus(cue)}`, {
      language: formatLanguageName(language.id, cue.booth ?? ''),
      cue: t(`booth.ask.${kind}`),
      time: formatExactTime(cue.seenAt ?? cue.deliveredAt ?? cue.at, zone),
    })
    return [{ kind, text }]
  })
}
const nothing: readonly BoothCueView[] = []
