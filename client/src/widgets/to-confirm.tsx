/** At the name of a person who joined by code for a registered organization, until the staff have confirmed it. */
import type { ClaimMark } from '@rostrum/shared/contract/walk-ins'
import { useView } from '../session/hooks.tsx'
import { usePhoneText } from '../text/use-text.tsx'
import { Chip } from '../ui/chip.tsx'
import { NameMark } from '../ui/name-mark.tsx'

/** True while the staff can confirm the person. `number`: of the speaker. */
export const useIsToConfirm = (number: number | undefined): boolean =>
  useView(({ toConfirm }) => number !== undefined && toConfirm.includes(number))

type MarkedProps = { of: ClaimMark | null | undefined }

export const ToConfirmChip = ({ of }: MarkedProps) => {
  const { t } = usePhoneText()
  return of?.toConfirm ? <Chip tone="warn">{t('queue.toConfirm')}</Chip> : null
}

/** In the line of the name, where a chip has no place. */
export const ClaimedNote = ({ of }: MarkedProps) => {
  const { t } = usePhoneText()
  return <NameMark>{of?.toConfirm ? t('queue.toConfirm') : undefined}</NameMark>
}
