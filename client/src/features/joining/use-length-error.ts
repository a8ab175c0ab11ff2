import { countGraphemes } from '@rostrum/shared/kernel/text'
import { usePhoneText } from '../../text/use-text.tsx'

/** Shows the limit at the field as soon as the text is longer. */
export const useLengthError = (text: string, most: number): string | undefined => {
  const { t } = usePhoneText()
  return countGraphemes(text, most) > most ? t('join.error.tooLong', { most }) : undefined
}
