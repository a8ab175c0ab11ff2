/** The next speaker, over a picture. During a point of order it is the speaker who continues, and during an answer nobody. */
import { interrupts, isForSpeaker } from '@rostrum/shared/contract/kinds'
import { useMade } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { ClaimedNote } from '../../../widgets/to-confirm.tsx'
import { listNextShown } from '../public/next-speakers.tsx'
import styles from './overlay-next.module.css'

export const OverlayNext = () => {
  const { t } = useText()
  const next = useMade((view) => {
    const { current, interrupted } = view.floor
    if (current !== null && interrupts(current.kind)) return interrupted?.speaker ?? null
    if (current !== null && !isForSpeaker(current.kind)) return null
    const [first] = listNextShown(view, 1)
    return (first && view.entries[first]) ?? null
  })
  const continues = useMade(({ floor: { current } }) => current !== null && interrupts(current.kind))
  return next === null ? null : (
    <p className={styles.next} data-part="next" data-gives="2">
      <span>{t(continues ? 'overlay.continues' : 'floor.next')}</span>
      <strong>
        <Name>{next.entity}</Name>
        <ClaimedNote of={next} />
      </strong>
    </p>
  )
}
