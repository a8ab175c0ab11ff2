/** The question put to the podium, large, with its support; the one that comes next; and those put to me. */
import type { QuestionId } from '@rostrum/shared/contract/ids'
import type { ReactNode } from 'react'
import { Author } from '../../features/questions/moderation/question-origin.tsx'
import type { Listed } from '../../features/questions/question-lists.ts'
import { QuestionMeta } from '../../features/questions/question-meta.tsx'
import { useListed } from '../../features/questions/use-questions.ts'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { classes } from '../../ui/class-names.ts'
import styles from './podium.module.css'

/** A question beyond this is set smaller, so that the clock stays in sight. */
const long = 160

const useRow = (id: QuestionId | null | undefined): Listed | undefined => useListed().find((row) => row.id === id)

export const PodiumQuestion = () => {
  const { t } = useText()
  const current = useView(({ answering }) => answering.current)
  const mine = useView(({ myPut }) => current !== null && myPut.includes(current))
  const row = useRow(current)
  if (!row) return null
  const title = t(mine ? 'podium.putToYou' : 'podium.question')
  return (
    <Card padded aria-label={title}>
      <h2 className={mine ? styles.mine : 'eyebrow'}>{title}</h2>
      <p className={classes(styles.question, row.text.length > long && styles.long)} dir="auto">
        {row.text}
      </p>
      {row.from === null ? null : (
        <p className={styles.from}>
          <strong>
            <bdi>{row.from.entity}</bdi>
          </strong>
          <Author from={row.from} />
        </p>
      )}
      <Meta row={row} />
    </Card>
  )
}

/** Before they are on the screen, in the order in which they were asked. */
export const PutToMe = () => {
  const { t } = useText()
  const put = useView(({ myPut }) => myPut)
  const rows = useListed().filter(({ id, status }) => put.includes(id) && status === 'approved')
  if (rows.length === 0) return null
  return (
    <Aside title={<span className={styles.mine}>{t('podium.putToYou')}</span>} label={t('podium.putToYou')}>
      {rows.map((row) => (
        <Small key={row.id} row={row} />
      ))}
    </Aside>
  )
}

/** Unless it stands among those put to me already. */
export const NextQuestion = () => {
  const { t } = useText()
  const next = useView(({ answering }) => answering.next)
  const mine = useView(({ myPut }) => next != null && myPut.includes(next))
  const row = useRow(next)
  if (!row || mine) return null
  return (
    <Aside title={t('podium.nextQuestion')} label={t('podium.nextQuestion')}>
      <Small row={row} />
    </Aside>
  )
}

const Aside = ({ title, label, children }: { title: ReactNode; label: string; children: ReactNode }) => (
  <Card padded aria-label={label}>
    <h2 className="eyebrow">{title}</h2>
    {children}
  </Card>
)

const Small = ({ row }: { row: Listed }) => (
  <article>
    <p className={styles.next} dir="auto">
      {row.text}
    </p>
    <Meta row={row} />
  </article>
)

const Meta = ({ row }: { row: Listed }) => {
  const { t } = useText()
  return <QuestionMeta row={row} total={t('questions.support', { n: row.support.total })} />
}
