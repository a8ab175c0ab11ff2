/** What one would have said, in writing: the invitation, the text, and what became of it. */
import type { MyStatement } from '@rostrum/shared/projection/statements'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Refusal } from '../refusal.tsx'
import styles from './statement.module.css'
import { StatementForm } from './statement-form.tsx'
import { Both, FiledText, Sending } from './statement-parts.tsx'
import { useStatement, type Writing } from './use-statement.ts'

type StatementProps = {
  /** Within a card of the view. */
  plain?: boolean
}

/** Nothing for those who cannot file and have not filed. */
export const Statement = ({ plain = false }: StatementProps) => {
  const mine = useView(({ myStatement }) => myStatement)
  return !mine || (!mine.open && mine.filed === null) ? null : <Open mine={mine} plain={plain} />
}

const Open = ({ mine, plain }: { mine: MyStatement; plain: boolean }) => {
  const { t } = useText()
  const writing = useStatement(mine)
  const folded = mine.filed === null && !mine.invited && writing.draft === null && !writing.filing
  if (folded) {
    return (
      <Button look="quiet" block icon="paper" onClick={writing.begin}>
        {t('statements.title')}
      </Button>
    )
  }
  return plain ? (
    <Inside mine={mine} writing={writing} />
  ) : (
    <Card padded>
      <Inside mine={mine} writing={writing} />
    </Card>
  )
}

const Inside = ({ mine, writing }: { mine: MyStatement; writing: Writing }) => {
  const { t } = useText()
  const asks = mine.filed === null && mine.invited
  return (
    <section className={styles.statement} aria-label={t('statements.title')}>
      {asks ? (
        <>
          <h2 className={styles.title}>{t('me.unheard')}</h2>
          <p className={styles.words}>{t('statements.invited')}</p>
        </>
      ) : null}
      <Stage mine={mine} writing={writing} />
      <Refusal of={['statements.']} />
    </section>
  )
}

const Stage = ({ mine: { filed, invited, open, words }, writing }: { mine: MyStatement; writing: Writing }) => {
  if (writing.filing) return <Sending filing={writing.filing} />
  if (filed && writing.overtaken) return <Both filed={filed} writing={writing} />
  if (filed && writing.draft === null) return <FiledText filed={filed} open={open} writing={writing} />
  return <StatementForm writing={writing} limit={words} again={filed !== null} stays={filed === null && invited} />
}
