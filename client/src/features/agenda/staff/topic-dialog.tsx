/** The item that is running, with its guiding question, and the meeting that it belongs to. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import { SessionText } from '../../../widgets/session-text.tsx'
import { Papers, SessionPapers } from '../papers.tsx'
import styles from './agenda-band.module.css'

export const TopicDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  const title = useView(({ session }) => session.title)
  const segment = useView(({ progress }) => plan.find(({ id }) => id === progress.current))
  if (segment === undefined) return null
  return (
    <ModalDialog open title={getSegmentName(t, plan, segment)} onClose={onClose}>
      {segment.question === null ? null : (
        <p className={styles.question}>
          <SessionText of={segment.question} />
        </p>
      )}
      <Papers of={segment.id} />
      <p className="muted">
        <SessionText of={title} />
      </p>
      <SessionPapers />
    </ModalDialog>
  )
}
