/** The current segment and its guiding question, on the phone. */
import { pickWording } from '@rostrum/shared/kernel/wording'
import { useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useSegmentTitle } from '../../../widgets/segment-title.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './topic-now.module.css'

/** A longer question is set smaller, so that the content below it stays visible. */
const longQuestion = 90

export const TopicNow = () => {
  const { language } = usePhoneText()
  const segment = useView(({ plan, progress }) => plan.find(({ id }) => id === progress.current))
  const title = useSegmentTitle(segment?.id ?? null)
  if (!segment) return null
  return (
    <section className="blocks">
      <h2 className="eyebrow">{title}</h2>
      {segment.question === null ? null : (
        <SessionText
          as="p"
          className={classNames(styles.question, pickWording(segment.question, language.id).length > longQuestion && styles.long)}
          of={segment.question}
        />
      )}
    </section>
  )
}
