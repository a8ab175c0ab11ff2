/** Captions as each reader wants them: language, form, size and contrast. */

import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import type { ReactNode } from 'react'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { SelectField } from '../../../ui/field.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { type CaptionWay, captionWays, useCaptionSetting, useCaptionSize } from '../caption-settings.ts'
import { noCaptions, useCaptionLanguage, useCaptionLines, useCaptionState, useStoppedText, useTranscript } from '../use-captions.ts'
import { LastLines, Transcript } from './caption-lines.tsx'
import { CaptionPages } from './caption-pages.tsx'
import styles from './captions.module.css'

/** The choice of a language, or of none. It is always there, so that captions can be switched on again. */
export const CaptionLanguage = () => {
  const { t, language: page } = useAskedText()
  const { languages, language, choose } = useCaptionLanguage()
  return (
    <SelectField
      hideLabel
      label={t('captions.title')}
      value={language ?? noCaptions}
      onChange={choose}
      options={[
        ...languages.map((tag) => ({ value: tag, label: t('captions.in', { language: formatLanguageName(page.id, tag) }) })),
        { value: noCaptions, label: t('captions.off') },
      ]}
    />
  )
}

type CaptionReaderProps = { language: string; foot?: ReactNode; hasTools?: boolean }

/** `foot`: other content of the last line. `hasTools`: false hides the choice of language, form and size. */
export const CaptionReader = ({ language, foot, hasTools = true }: CaptionReaderProps) => {
  const { t } = useAskedText()
  const lines = useCaptionLines(language)
  const transcript = useTranscript(lines)
  const [stored, choose] = useCaptionSetting('way')
  const way = captionWays.find((one) => one === stored) ?? 'transcript'
  const [contrast, setContrast] = useCaptionSetting('contrast')
  const { size, change, isSmallest, isLargest } = useCaptionSize()
  const face = classNames(styles.text, contrast === 'high' && styles.high)
  return (
    <section className="column fill scroll" aria-label={t('captions.title')}>
      <div className={styles.tools} hidden={!hasTools}>
        <CaptionLanguage />
        <SegmentedControl<CaptionWay>
          label={t('captions.way')}
          value={way}
          onChange={choose}
          options={captionWays.map((value) => ({ value, label: t(`captions.way.${value}`) }))}
        />
        <span className={styles.sizes}>
          <Button size="small" disabled={isSmallest} onClick={() => change(-1)}>
            <span className="num">A−</span> <span className="sr">{t('captions.smaller')}</span>
          </Button>
          <Button size="small" disabled={isLargest} onClick={() => change(1)}>
            <span className="num">A+</span> <span className="sr">{t('captions.larger')}</span>
          </Button>
          <Button size="small" aria-pressed={contrast === 'high'} onClick={() => setContrast(contrast === 'high' ? 'usual' : 'high')}>
            {t('captions.contrast')}
          </Button>
        </span>
      </div>
      <div className={styles.shown} lang={language} style={{ fontSize: `${1.375 * size}rem` }}>
        {way === 'lines' ? (
          <div className={face}>
            <LastLines lines={lines} />
          </div>
        ) : null}
        {way === 'transcript' ? <Transcript lines={transcript} label={t('captions.title')} className={face} /> : null}
        {way === 'pages' ? <CaptionPages key={language} lines={transcript} className={face} /> : null}
      </div>
      <div className={styles.state}>
        <CaptionStateText lines={lines} />
        {foot}
      </div>
    </section>
  )
}

const CaptionStateText = ({ lines }: { lines: readonly CaptionLine[] }) => {
  const { t } = useAskedText()
  const state = useCaptionState(lines.at(-1)?.at ?? null)
  const stopped = useStoppedText(lines)
  const getText = (): string => {
    if (state.kind === 'late') return t('captions.late', { n: state.seconds })
    if (state.kind === 'arriving') return t('captions.areArriving')
    return lines.length === 0 ? t('captions.noneYet') : ''
  }
  return <p>{stopped ?? getText()}</p>
}
