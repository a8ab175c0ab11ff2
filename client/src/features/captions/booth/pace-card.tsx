/** The pace as a number, a word and a bar with the comfortable range. It changes all the time, so it is not announced. */
import { useText } from '../../../text/use-text.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { comfortablePace, fastPace, type SpokenPace, toPlace } from './pace.ts'
import styles from './pace-card.module.css'

const toPercent = (pace: number): string => `${toPlace(pace) * 100}%`
const ease = {
  insetInlineStart: toPercent(comfortablePace / 2),
  inlineSize: `${(toPlace(comfortablePace) - toPlace(comfortablePace / 2)) * 100}%`,
}

/** The card keeps its height even without a pace, so that the text below it does not move. */
export const PaceCard = ({ pace: { words, isFast } }: { pace: SpokenPace }) => {
  const { t, rich } = useText()
  // A high first number may be due to one early line, so it gets no word yet.
  const isKnown = words !== null && (isFast || words < fastPace)
  return (
    <Card className={styles.pace} aria-label={t('booth.pace')}>
      <p className={styles.number}>
        {words === null ? <span className="muted">{t('booth.noPace')}</span> : rich('booth.words', { n: words })}
      </p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.ease} style={ease} />
        {words === null ? null : <span className={styles.at} style={{ insetInlineStart: toPercent(words) }} />}
      </div>
      <p className={styles.say}>
        {!isKnown ? null : <Chip tone={isFast ? 'warn' : 'good'}>{t(isFast ? 'booth.fast' : 'booth.even')}</Chip>}
        <span className="muted">{t('booth.comfortable', { n: comfortablePace })}</span>
      </p>
    </Card>
  )
}
