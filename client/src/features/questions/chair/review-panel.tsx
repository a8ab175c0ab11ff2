/** The secretariat's review on the Chair's page, in the place of list and questions. Floor and next action keep their places. */
import { useEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModerationWorkplace } from '../moderation/moderation-workplace.tsx'
import styles from './review-panel.module.css'

const find = (selector: string) => document.querySelector<HTMLElement>(selector)

export const ReviewPanel = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    return () => (find('[data-opens-review]') ?? find('#questions-title'))?.focus()
  }, [])
  return (
    <section className={styles.panel} aria-labelledby="review-panel-title" data-column>
      <div className={styles.head}>
        <h2 id="review-panel-title" ref={heading} tabIndex={-1}>
          {t('questions.toReviewOf.open')}
        </h2>
        <Button size="small" onClick={onClose}>
          {t('questions.toReviewOf.close')}
        </Button>
      </div>
      <ModerationWorkplace />
    </section>
  )
}
