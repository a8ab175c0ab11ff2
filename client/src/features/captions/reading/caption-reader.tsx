/** Captions as each reader wants them: language, form, size and contrast. */
import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { formatTime } from '../../../text/times.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { SelectField } from '../../../ui/field.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { type CaptionWay, captionWays, useCaptionSetting, useCaptionSize } from '../caption-settings.ts'
import { noCaptions, useCaptionLanguage, useCaptionLines, useCaptionState, useTranscript } from '../use-captions.ts'
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

/** `foot`: other content of the last line. */
export const CaptionReader = ({ language, foot }: { language: string; foot?: ReactNode }) => {
  const { t } = useAskedText()
  const lines = useCaptionLines(language)
  const transcript = useTranscript(lines)
  const [stored, choose] = useCaptionSetting('way')
  const way = captionWays.find((one) => one === stored) ?? 'transcript'
  const [contrast, setContrast] = useCaptionSetting('contrast')
  const { size, change, isSmallest, isLargest } = useCaptionSize()
  const face = classNames(styles.text, contrast === 'high' && styles.high)
  return (
    <section className={styles.reader} aria-label={t('captions.title')}>
      <div className={styles.tools}>
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
        <CaptionStateText lastAt={lines.at(-1)?.at ?? null} />
        {foot}
      </div>
    </section>
  )
}

const CaptionStateText = ({ lastAt }: { lastAt: number | null }) => {
  const { t } = useAskedText()
  const state = useCaptionState(lastAt)
  const zone = useView(({ session }) => session.timeZone)
  const text =
    state.kind === 'late'
      ? t('captions.late', { n: state.seconds })
      : state.kind === 'silent'
        ? t('captions.noneSince', { time: formatTime(state.since, zone) })
        : state.kind === 'arriving' && lastAt !== null
          ? t('captions.arriving')
          : lastAt === null
            ? t('captions.noneYet')
            : ''
  return <p>{text}</p>
}
