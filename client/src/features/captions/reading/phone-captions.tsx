/** Captions on a phone: two rows that roll up on a page, and all lines on a page of their own, which a button in every head opens. */
import { useState } from 'react'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button, type ButtonLook } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useCaptionLanguage, useCaptionLines, useFreshLines, useStoppedText } from '../use-captions.ts'
import { CaptionLanguage, CaptionReader } from './caption-reader.tsx'
import styles from './captions.module.css'
import { RollingLines } from './rolling-lines.tsx'

/** How long, in milliseconds, a row of a phone is the last one: it has about 24 letters, and people speak about 17 in a second. */
const stripRowMs = 1_300

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

const StripLines = ({ language }: { language: string }) => {
  const lines = useCaptionLines(language)
  const stopped = useStoppedText(lines)
  // Between turns there is no place for the name and the time that old words would need.
  const fresh = useFreshLines(lines)
  return stopped === null ? (
    <div className={styles.stripText}>
      <RollingLines lines={fresh} language={language} rowMs={stripRowMs} />
    </div>
  ) : (
    <p className={styles.stripText}>{stopped}</p>
  )
}

/** Opens and closes the page of captions. */
export const CaptionsButton = ({
  isOpen,
  look = 'quiet',
  onPress,
}: Pick<ButtonLook, 'look'> & { isOpen: boolean; onPress: () => void }) => {
  const { t } = useAskedText()
  return <Button look={look} bare icon="captions" aria-label={t('captions.title')} aria-pressed={isOpen} onClick={onPress} />
}

/** Two rows on the deep-blue page of my own turn. */
export const SpokenWords = () => {
  const { language } = useCaptionLanguage()
  const lines = useCaptionLines(language)
  const stopped = useStoppedText(lines)
  const fresh = useFreshLines(lines)
  if (language === null) return null
  if (stopped !== null) return <p className={classNames(styles.stripText, styles.onFloor)}>{stopped}</p>
  return (
    <div className={classNames(styles.stripText, styles.onFloor)}>
      <RollingLines lines={fresh} language={language} rowMs={stripRowMs} older={styles.saidOnFloor} />
    </div>
  )
}

/** The captions take the height that is left. The choice of language, form and size is behind one press. */
export const PhoneCaptions = ({ onClose }: { onClose: () => void }) => {
  const { t, language: page } = useAskedText()
  const { language } = useCaptionLanguage()
  const [hasTools, showTools] = useState(false)
  return (
    <div className={styles.whole}>
      <div className={styles.wholeHead}>
        {language === null ? (
          <CaptionLanguage />
        ) : (
          <h2 className="eyebrow">{t('captions.in', { language: formatLanguageName(page.id, language) })}</h2>
        )}
        {language === null ? null : (
          <Button aria-expanded={hasTools} aria-label={t('captions.way')} onClick={() => showTools(!hasTools)}>
            <span className="num">Aa</span>
          </Button>
        )}
        <Button onClick={onClose}>{t('app.close')}</Button>
      </div>
      {language === null ? null : <CaptionReader language={language} hasTools={hasTools} />}
    </div>
  )
}
