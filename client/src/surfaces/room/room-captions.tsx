/** Captions on the phone, whatever it shows. Their code is loaded only if there are captions, to keep the first page small. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { useView } from '../../session/hooks.tsx'
import { deferPart } from '../../widgets/load-when-asked.tsx'

const loadReading = () => import('../../features/captions/reading/phone-captions.tsx')

export const Captions = {
  Strip: deferPart(async () => (await loadReading()).CaptionStrip),
  Page: deferPart(async () => (await loadReading()).PhoneCaptions),
  Button: deferPart(async () => (await loadReading()).CaptionsButton),
  Foot: deferPart(async () => (await import('./captions-foot.tsx')).CaptionsFoot),
  Words: deferPart(async () => (await loadReading()).SpokenWords),
}

export const useHasCaptions = (): boolean =>
  useView(({ captionLanguages, session }) => captionLanguages.length > 0 && isInSession(session.phase))
