/** The prompt over the whole room screen below the floor: while it is open, and its result when it is published. */
import type { Breadth } from '@rostrum/shared/contract/sense'
import type { PromptView } from '@rostrum/shared/projection/sense'
import type { ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { ChannelLabel } from '../../../ui/channel-label.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import { Name, Written } from '../../../ui/written.tsx'
import { GroupKey, Marks, useBreadthColumns, useBreadthLines } from '../breadth-marks.tsx'
import { Left } from '../left.tsx'
import { getOptionText } from '../option-text.ts'
import { usePromptStage } from '../prompt-stage.ts'
import { getFinalText, getHaveText, useParticipation, usePrompt, usePromptText } from '../use-prompt.ts'
import styles from './display-sense.module.css'

/** The number of sizes below the first in the style sheet. */
const smallerSizes = 4

/** Null if the screen shows no prompt. */
export const useDisplaySense = (): PromptView | null => {
  const prompt = usePrompt()
  const stage = usePromptStage()
  return stage === 'open' || stage === 'closed' || stage === 'published' ? prompt : null
}

export const DisplaySense = ({ prompt, join }: { prompt: PromptView; join: ReactNode }) =>
  prompt.status === 'published' && prompt.breadth !== null ? (
    <Result prompt={prompt} breadth={prompt.breadth} />
  ) : (
    <Asked prompt={prompt} join={join} />
  )

const Asked = ({ prompt, join }: { prompt: PromptView; join: ReactNode }) => {
  const { t, language: page } = useText()
  const { text, language } = usePromptText(prompt)
  const live = useParticipation(prompt)
  const box = useFit<HTMLElement>(smallerSizes)
  const count = prompt.participation === null ? live && getHaveText(t, live, prompt.one) : getFinalText(t, prompt.participation, prompt.one)
  return (
    <section ref={box} data-column="" data-theme="dark" className={styles.sense} aria-labelledby="display-sense">
      <div className={styles.asked}>
        <h1 id="display-sense" className={styles.eyebrow}>
          {t('sense.title')}
        </h1>
        <Written className={styles.text} lang={language ?? undefined}>
          {text}
        </Written>
        <ul className={styles.options}>
          {prompt.options.map((option) => {
            const label = getOptionText(t, page.id, option)
            return (
              <li key={label}>
                <Name>{label}</Name>
              </li>
            )
          })}
        </ul>
        <p className={styles.note}>{t('sense.canChange')}</p>
        {count === null ? null : <p className={styles.count}>{count}</p>}
      </div>
      <aside className={styles.side}>
        <p className={styles.clock}>
          <Left prompt={prompt} />
          {prompt.status === 'open' ? <span>{t('sense.leftToAnswer')}</span> : null}
        </p>
        {prompt.status === 'open' ? (
          <div className={styles.join}>
            <p>{t('sense.answerOn')}</p>
            {join}
          </div>
        ) : null}
      </aside>
    </section>
  )
}

const Result = ({ prompt, breadth }: { prompt: PromptView; breadth: Breadth }) => {
  const { t } = useText()
  const { text, language } = usePromptText(prompt)
  const lines = useBreadthLines(prompt, breadth)
  const columns = useBreadthColumns(breadth.columns)
  const box = useFit<HTMLElement>(smallerSizes)
  return (
    <section ref={box} data-column="" data-theme="dark" className={styles.result} aria-labelledby="display-sense">
      <h1 id="display-sense" className={styles.eyebrow}>
        {t('sense.title')}
      </h1>
      <Written className={`${styles.text} ${styles.smaller}`} lang={language ?? undefined}>
        {text}
      </Written>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t('sense.answers')}</span>
            </th>
            <th scope="col">{t('sense.inAll')}</th>
            <th scope="col">
              <ChannelLabel from="room">{t('channel.room')}</ChannelLabel>
            </th>
            <th scope="col">
              <ChannelLabel from="remote">{t('channel.remote')}</ChannelLabel>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">
                <Name>{line.label}</Name>
              </th>
              {line.groups === 0 ? (
                <td colSpan={3}>{t('sense.tooFew')}</td>
              ) : (
                <>
                  <td>{t('sense.inGroups', { n: line.groups, of: line.of })}</td>
                  <td>
                    <Marks label={line.label} channel="room" filled={line.room} columns={columns} />
                  </td>
                  <td>
                    <Marks label={line.label} channel="remote" filled={line.remote} columns={columns} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.note}>
        <GroupKey columns={columns} />
      </div>
      <p className={styles.key}>
        {t('sense.filledShort')} · {t('sense.dashedShort')}
      </p>
      <p className={styles.count}>{prompt.participation === null ? null : getFinalText(t, prompt.participation, prompt.one)}</p>
    </section>
  )
}
