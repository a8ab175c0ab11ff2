/** Next to the name of a person who joined by code for a registered organization, until the staff have confirmed it. */
import { useView } from '../session/hooks.tsx'
import { usePhoneText } from '../text/use-text.tsx'
import { Chip } from '../ui/chip.tsx'

/** `number`: of the speaker. */
export const useIsToConfirm = (number: number | undefined): boolean =>
  useView(({ toConfirm }) => number !== undefined && toConfirm.includes(number))

export const ToConfirmChip = ({ number }: { number: number | undefined }) => {
  const { t } = usePhoneText()
  return useIsToConfirm(number) ? <Chip tone="warn">{t('queue.toConfirm')}</Chip> : null
}
