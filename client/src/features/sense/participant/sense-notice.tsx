import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './sense-notice.module.css'

/** Tells a person on another page of the phone that the Chair asks something, and leads there. */
export const SenseNotice = ({ onAnswer }: { onAnswer: () => void }) => {
  const { t } = usePhoneText()
  const isOpen = useView(({ prompt }) => prompt?.status === 'open')
  const hasResponded = useView(({ myResponse, prompt }) => myResponse?.prompt === prompt?.id)
  if (!isOpen || hasResponded) return null
  return (
    <p className={styles.notice} role="status">
      <span>{t('sense.asks')}</span>
      <Button size="small" onClick={onAnswer}>
        {t('sense.answer')}
      </Button>
    </p>
  )
}
