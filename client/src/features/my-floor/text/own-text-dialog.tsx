/** Writing my own text, and handing it in. */
import { countWords } from '@rostrum/shared/kernel/text'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { NativeDialog } from '../../../ui/native-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useMyLimit } from '../calling-order.ts'
import { HandIn } from './hand-in/hand-in.tsx'
import styles from './own-text.module.css'
import { interpretationPace } from './use-own-text.ts'

/** The most characters: about an hour of speaking. */
const maxTextLength = 60_000

type OwnTextDialogProps = { text: string; onWrite: (text: string) => void; onClose: () => void }

export const OwnTextDialog = ({ text, onWrite, onClose }: OwnTextDialogProps) => {
  const { t } = useAskedText()
  const limit = useMyLimit(null)
  const n = Math.round((limit / 60_000) * interpretationPace)
  const words = t('statements.stands', { n: countWords(text) })
  return (
    <NativeDialog title={t('me.text')} onClose={onClose}>
      <TextArea label={t('me.text')} hideLabel hint={t('me.textHelp')} rows={8} maxLength={maxTextLength} value={text} onChange={onWrite} />
      <p>{t('me.textWords', { words, limit: formatSpeakingTime(t, limit), n })}</p>
      <HandIn text={text} />
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('app.close')}</Button>
        {text === '' ? null : (
          <Button look="quiet" onClick={() => onWrite('')}>
            {t('me.textRemove')}
          </Button>
        )}
      </div>
    </NativeDialog>
  )
}
