import { isInSession } from '@rostrum/shared/contract/enums'
import { OutcomeCounts } from '../../features/questions/outcome-counts.tsx'
import { AskForm } from '../../features/questions/participant/ask-form.tsx'
import { MyQuestions } from '../../features/questions/participant/my-questions.tsx'
import { QuestionList } from '../../features/questions/participant/question-list.tsx'
import { useView } from '../../session/hooks.tsx'
import { usePhoneText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { Captions, useHasCaptions } from './room-captions.tsx'

/** `onCaptions`: opens the captions on a page of their own. */
export const QuestionsTab = ({ onCaptions }: { onCaptions: () => void }) => {
  const { t } = usePhoneText()
  const isOpen = useView(({ session }) => isInSession(session.phase))
  const hasCaptions = useHasCaptions()
  return (
    <>
      <h2 className="sr">{t('questions.title')}</h2>
      {hasCaptions ? <Captions.Strip onOpen={onCaptions} /> : null}
      {isOpen ? (
        <Card padded>
          <AskForm />
        </Card>
      ) : null}
      <OutcomeCounts />
      <MyQuestions />
      <Card>
        <QuestionList />
      </Card>
    </>
  )
}
