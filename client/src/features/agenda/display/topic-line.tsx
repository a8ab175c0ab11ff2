import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { pickText, pickWording } from '@rostrum/shared/kernel/wording'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Name, Written } from '../../../ui/written.tsx'
import { useSecondLanguage } from '../../../widgets/display-languages.ts'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './topic-line.module.css'

/** A longer question is set smaller. */
const longQuestion = 70

/** The current segment and its guiding question, at the bottom of the room screen. It takes as many lines as it needs. */
export const TopicLine = () => {
  const { t, language } = useText()
  const plan = useView((view) => view.plan)
  const current = useView(({ progress }) => progress.current)
  const second = useSecondLanguage()
  const segment = plan.find(({ id }) => id === current)
  if (!segment) return null
  const n = getTopicNumber(plan, segment.id)
  const { question } = segment
  const isLong = [language.id, second ?? language.id].some((id) => pickWording(question ?? '', id).length > longQuestion)
  return (
    <div className={classNames(styles.lines, isLong && styles.long)}>
      <p className={styles.line}>
        <strong>{n > 0 ? t('agenda.topic', { n, title: segment.title }) : <SessionText of={segment.title} />}</strong>{' '}
        {question === null ? null : <SessionText of={question} />}
      </p>
      {second === null ? null : <SecondLine segment={segment} language={second} />}
    </div>
  )
}

/** The same text in the language next to that of the page. Shows nothing if both texts are equal. */
const SecondLine = ({ segment: { title, question }, language }: { segment: PlannedSegment; language: string }) => {
  const shown = useText().language.id
  const isSame = [title, question ?? ''].every((text) => pickWording(text, language) === pickWording(text, shown))
  const [own, asked] = [pickText(title, language), question === null ? null : pickText(question, language)]
  if (isSame) return null
  return (
    <Written className={styles.line} lang={own.language ?? undefined}>
      <strong>
        <Name>{own.text}</Name>
      </strong>{' '}
      {asked === null ? null : <Name>{asked.text}</Name>}
    </Written>
  )
}
