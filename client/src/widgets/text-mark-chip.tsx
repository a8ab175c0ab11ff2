/** The speaker's mark on the text that was handed in, in words. */
import type { TextMark } from '@rostrum/shared/protocol/booth'
import { useText } from '../text/use-text.tsx'
import { Chip } from '../ui/chip.tsx'

export const TextMarkChip = ({ mark }: { mark: TextMark }) => {
  const { t } = useText()
  return (
    <Chip tone={mark === 'verbatim' ? 'good' : 'warn'} icon="paper">
      {t(`textMark.${mark}`)}
    </Chip>
  )
}
