/** The words for a show of hands. They stay until the Chair has said them, and nothing is sent. */
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './compose-panel.module.css'

type HandsCardProps = { text: string; onBack: () => void; onDone: () => void }

export const HandsCard = ({ text, onBack, onDone }: HandsCardProps) => {
  const { t } = useText()
  const isSpeaking = useView(({ floor }) => floor.current !== null && floor.current.startedAt !== null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.panel} aria-labelledby="hands-title" data-column>
      <div className={styles.head}>
        <h2 id="hands-title" ref={heading} tabIndex={-1}>
          {t(isSpeaking ? 'sense.handsTitleAfter' : 'sense.handsTitle')}
        </h2>
      </div>
      <p className={styles.words}>{t('sense.handsWords', { text })}</p>
      <div className={styles.foot}>
        <p>{t('sense.handsNote')}</p>
        <Button onClick={onBack}>{t('sense.backToSentence')}</Button>
        <Button look="primary" onClick={onDone}>
          {t('sense.handsDone')}
        </Button>
      </div>
    </section>
  )
}
