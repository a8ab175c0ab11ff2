/** Captions on a phone: the last two lines below the floor, and all lines on a page of their own. */
import { formatLanguageName } from '../../../text/language-name.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { useCaptionLanguage, useCaptionLines } from '../use-captions.ts'
import { LastLines } from './caption-lines.tsx'
import { CaptionLanguage, CaptionReader } from './caption-reader.tsx'
import styles from './captions.module.css'

/** Shows nothing if the session has no captions. */
export const CaptionStrip = ({ onOpen }: { onOpen: () => void }) => {
  const { t, language: page } = useAskedText()
  const { languages, language } = useCaptionLanguage()
  if (languages.length === 0) return null
  const title = language === null ? t('captions.title') : t('captions.in', { language: formatLanguageName(page.id, language) })
  return (
    <Card className={styles.strip} aria-label={t('captions.title')}>
      <div className={styles.stripHead}>
        <h2 className="eyebrow">{title}</h2>
        <Button look="quiet" size="inline" onClick={onOpen}>
          {t('app.open')}
          <span className="sr"> {t('captions.title')}</span>
        </Button>
      </div>
      {language === null ? null : <StripLines language={language} />}
    </Card>
  )
}

const StripLines = ({ language }: { language: string }) => (
  <div className={styles.stripText} lang={language}>
    <LastLines lines={useCaptionLines(language)} />
  </div>
)

export const PhoneCaptions = ({ onClose }: { onClose: () => void }) => {
  const { t } = useAskedText()
  const { language } = useCaptionLanguage()
  return (
    <div className={styles.whole}>
      <div className={styles.wholeHead}>
        {language === null ? <CaptionLanguage /> : <h2 className="eyebrow">{t('captions.title')}</h2>}
        <Button onClick={onClose}>{t('app.close')}</Button>
      </div>
      {language === null ? null : (
        <Card>
          <CaptionReader language={language} />
        </Card>
      )}
    </div>
  )
}
