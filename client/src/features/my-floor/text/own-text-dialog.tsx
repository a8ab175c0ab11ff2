/** Writing my own text, and handing it in where there are interpreters. */
import { countWords } from '@rostrum/shared/kernel/text'
import { useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { NativeDialog } from '../../../ui/native-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AskedButton } from '../../../widgets/asked-button.tsx'
import { useMyLimit } from '../calling-order.ts'
import { HandIn } from './hand-in/hand-in.tsx'
import { interpretationPace } from './use-own-text.ts'

/** The most characters: about an hour of speaking. */
const maxTextLength = 60_000

type OwnTextDialogProps = { text: string; onWrite: (text: string) => void; onClose: () => void }

export const OwnTextDialog = ({ text, onWrite, onClose }: OwnTextDialogProps) => {
  const { t } = useAskedText()
  const limit = useMyLimit(useView(({ myQueue }) => myQueue.entry?.id ?? null))
  const interpreted = useView((view) => view.interpreted)
  const n = Math.round((limit / 60_000) * interpretationPace)
  const words = t('statements.stands', { n: countWords(text) })
  return (
    <NativeDialog title={t('me.text')} closeText={t('app.close')} onClose={onClose}>
      <TextArea
        label={t('me.text')}
        hideLabel
        hint={t(interpreted ? 'me.textHelp' : 'me.textAlone')}
        rows={8}
        maxLength={maxTextLength}
        value={text}
        onChange={onWrite}
      />
      <p>{t('me.textWords', { words, limit: formatSpeakingTime(t, limit), n })}</p>
      {text === '' ? null : (
        <AskedButton
          look="quiet"
          question={t('me.textRemoveAsk')}
          act={t('me.textRemove')}
          keep={t('me.textKeep')}
          onAct={() => onWrite('')}
        >
          {t('me.textRemove')}
        </AskedButton>
      )}
      {interpreted ? <HandIn text={text} /> : null}
    </NativeDialog>
  )
}
