/** The next speaker, over a picture. During an answer or a point of order no next speaker is announced. */
import { isForSpeaker } from '@rostrum/shared/contract/kinds'
import { useMade } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Name } from '../../../ui/written.tsx'
import { listNextSpeakers } from '../public/next-speakers.tsx'
import styles from './overlay-next.module.css'

/** A name with more characters gets a row of its own. */
const longName = 60

export const OverlayNext = () => {
  const { t } = useText()
  const next = useMade((view) => {
    const { current } = view.floor
    if (current !== null && !isForSpeaker(current.kind)) return null
    const [first] = listNextSpeakers(view, 1)
    return (first && view.entries[first]?.entity) ?? null
  })
  return next === null ? null : (
    <p className={classNames(styles.next, next.length > longName && styles.long)} data-part="next">
      <span>{t('floor.next')}</span>
      <strong>
        <Name>{next}</Name>
      </strong>
    </p>
  )
}
