import type { PlannedSegment } from '@rostrum/shared/contract/plan'
import { pickText, pickWording } from '@rostrum/shared/kernel/wording'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { findTextSize } from '../../../ui/floor-layouts.ts'
import { Written } from '../../../ui/written.tsx'
import { useSecondLanguage } from '../../../widgets/display-languages.ts'
import { getTopicNumber } from '../../../widgets/segment-name.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './topic-line.module.css'
import { useCurrentSegment } from './use-new-topic.ts'

/** About as many characters as two lines have. A longer question is set smaller. */
const twoLines = 145

/** The current segment and its guiding question, at the edge of the room screen. It takes as many lines as it needs. */
export const TopicLine = () => {
  const { t, language } = useText()
  const plan = useView((view) => view.plan)
  const second = useSecondLanguage()
  const segment = useCurrentSegment()
  if (!segment) return null
  const n = getTopicNumber(plan, segment.id)
  const { question } = segment
  const bound = second === null ? twoLines : twoLines / 2
  const isLong = [language.id, second ?? language.id].some(
    (id) => findTextSize(pickWording(question ?? '', id), [bound], true) !== undefined,
  )
  return (
    <section className={classNames(styles.lines, isLong && styles.long)} aria-label={t('agenda.guiding')}>
      <div className={styles.line}>
        <strong>
          {n > 0 ? <span>{t('display.topicNumber', { n })}</span> : null} <SessionText as="span" of={segment.title} />
        </strong>
        {question === null ? null : <SessionText as="p" of={question} />}
      </div>
      {second === null ? null : <SecondLine segment={segment} language={second} />}
    </section>
  )
}

/** The same text in the language next to that of the page. Shows nothing if both texts are equal. */
const SecondLine = ({ segment: { title, question }, language }: { segment: PlannedSegment; language: string }) => {
  const shown = useText().language.id
  const isSame = [title, question ?? ''].every((text) => pickWording(text, language) === pickWording(text, shown))
  const [own, asked] = [pickText(title, language), question === null ? null : pickText(question, language)]
  if (isSame) return null
  return (
    <div className={styles.line}>
      <strong>
        <Written as="span" lang={own.language ?? undefined}>
          {own.text}
        </Written>
      </strong>
      {asked === null ? null : <Written lang={asked.language ?? undefined}>{asked.text}</Written>}
    </div>
  )
}
