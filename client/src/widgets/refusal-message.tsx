/** The last refusal as a sentence, near the button that was pressed. */
import type { RefusalArea } from '../session/refusal-areas.ts'
import { useAreaRefusal } from '../session/refusal-claims.ts'
import { getRefusalText } from '../text/refusal-text.ts'
import { usePhoneText } from '../text/use-text.tsx'
import { RefusalText } from '../ui/refusal-text.tsx'

/** `hidesConflict`: for a form that itself shows the changes somebody else has made in the meantime. */
export const RefusalMessage = ({ area, hidesConflict = false }: { area: RefusalArea; hidesConflict?: boolean }) => {
  const { t } = usePhoneText()
  const refusal = useAreaRefusal(area)
  const reason = refusal?.reason ?? null
  return <RefusalText of={refusal} text={hidesConflict && reason === 'conflict' ? null : getRefusalText(t, reason)} />
}
