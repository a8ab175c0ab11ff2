/** The card of a participant's statement: the invitation to write one, the text, and its status. */
import type { MyStatement } from '@rostrum/shared/projection/statements'
import { useView } from '../../../session/hooks.tsx'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import styles from './statement.module.css'
import { StatementForm } from './statement-form.tsx'
import { ConflictingStatements, FiledText, SendingStatement } from './statement-parts.tsx'
import { type StatementEditor, useStatement } from './use-statement.ts'

export const StatementCard = ({ mine, plain }: { mine: MyStatement; plain: boolean }) => {
  const { t } = useAskedText()
  const writing = useStatement(mine)
  const folded = mine.filed === null && !mine.invited && writing.draft === null && !writing.pendingCommand
  if (folded) {
    return (
      <Button look="quiet" block icon="paper" onClick={writing.begin}>
        {t('statements.title')}
      </Button>
    )
  }
  return plain ? (
    <StatementContent mine={mine} writing={writing} />
  ) : (
    <Card padded>
      <StatementContent mine={mine} writing={writing} />
    </Card>
  )
}

const StatementContent = ({ mine, writing }: { mine: MyStatement; writing: StatementEditor }) => {
  const { t } = useAskedText()
  const hasSpoken = useView(({ myFloor }) => (myFloor?.pastTurns.length ?? 0) > 0)
  const asks = mine.filed === null && mine.invited
  return (
    <section className={styles.statement} aria-label={t('statements.title')}>
      {asks ? (
        <>
          <h2 className={styles.title}>{t(hasSpoken ? 'me.lastNotReached' : 'me.notReached')}</h2>
          <p className={styles.words}>{t('statements.invited')}</p>
        </>
      ) : null}
      <StatementStage mine={mine} writing={writing} />
      <RefusalMessage area="statement" hidesConflict />
    </section>
  )
}

const StatementStage = ({ mine: { filed, invited, open, words }, writing }: { mine: MyStatement; writing: StatementEditor }) => {
  if (writing.pendingCommand) return <SendingStatement pendingCommand={writing.pendingCommand} />
  if (filed && writing.hasConflict) return <ConflictingStatements filed={filed} writing={writing} />
  if (filed && writing.draft === null) return <FiledText filed={filed} open={open} writing={writing} />
  return <StatementForm writing={writing} limit={words} isReplacement={filed !== null} isRequired={filed === null && invited} />
}
