/** The question put to the podium, large, with its support; and the one that comes next. */
import { Author } from '../../features/questions/from.tsx'
import { QuestionMeta } from '../../features/questions/meta.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './podium.module.css'

/** A question beyond this is set smaller, so that the clock stays in sight. */
const long = 160

export const PodiumQuestion = () => {
  const { t } = useText()
  const row = useView(({ questions, answering: { current } }) => (current === null ? undefined : questions[current]))
  if (!row) return null
  return (
    <Card padded aria-label={t('podium.question')}>
      <h2 className="eyebrow">{t('podium.question')}</h2>
      <p className={classes(styles.question, row.text.length > long && styles.long)} dir="auto">
        {row.text}
      </p>
      {row.from === null ? null : (
        <p className={styles.from}>
          <strong>
            <bdi>{row.from.entity}</bdi>
          </strong>
          <Author from={row.from} />
        </p>
      )}
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} />
    </Card>
  )
}

export const NextQuestion = () => {
  const { t } = useText()
  const row = useView(({ questions, answering: { next } }) => (next ? questions[next] : undefined))
  if (!row) return null
  return (
    <Card padded aria-label={t('podium.nextQuestion')}>
      <h2 className="eyebrow">{t('podium.nextQuestion')}</h2>
      <p className={styles.next} dir="auto">
        {row.text}
      </p>
      <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} />
    </Card>
  )
}
