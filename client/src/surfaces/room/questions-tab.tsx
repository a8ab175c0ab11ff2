import { meets } from '@rostrum/shared/contract/enums'
import { Accounted } from '../../features/questions/outcome-counts.tsx'
import { AskForm } from '../../features/questions/participant/ask-form.tsx'
import { MyQuestions } from '../../features/questions/participant/my-questions.tsx'
import { QuestionList } from '../../features/questions/participant/question-list.tsx'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'

export const QuestionsTab = () => {
  const { t } = useText()
  const open = useView(({ session }) => meets(session.phase))
  return (
    <>
      <h2 className="sr">{t('questions.title')}</h2>
      {open ? (
        <Card padded>
          <AskForm />
        </Card>
      ) : null}
      <Accounted />
      <MyQuestions />
      <Card>
        <QuestionList />
      </Card>
    </>
  )
}
