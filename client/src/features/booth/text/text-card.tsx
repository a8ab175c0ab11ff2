/**
 * The text that the speaker handed in, or that of a waiting speaker, which opens next to it. It is read here and nowhere else. Words can be
 * selected to look them up; it cannot be printed.
 */
import type { Announced } from '@rostrum/shared/protocol/booth'
import { useId } from 'react'
import { type OpenedText, openText, useBoothStore } from '../../../session/booth-store.ts'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { BoothIcon } from '../../../ui/booth-icon.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import { TextMarkChip } from '../../../widgets/text-mark-chip.tsx'
import { useBooth } from '../use-booth.ts'
import styles from './text-card.module.css'
import { useBoothTextSize } from './text-size.ts'

/** Lets the keyboard scroll the text. */
const tabStop = { tabIndex: 0 } as const

export const TextCard = () => {
  const { t } = useText()
  const heading = useId()
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  const current = useBooth((view) => view.current)
  const opened = useOpened()
  const { size, change, isSmallest, isLargest } = useBoothTextSize()
  const now = current !== null && current.turn === turn ? current : null
  const shown = opened ?? now
  return (
    <Card className={styles.card} aria-labelledby={heading}>
      <CardHead id={heading} title={t('booth.text')} note={opened === null ? t('booth.textFor') : undefined}>
        {opened === null ? null : <Tabs opened={opened} isNew={opened.turn !== turn} />}
        {shown === null || shown.text === '' || shown.mark === null ? null : <TextMarkChip mark={shown.mark} />}
        <span className={styles.sizes}>
          <Button look="quiet" size="small" bare disabled={isSmallest} onClick={() => change(-1)}>
            <span className="num">A−</span> <span className="sr">{t('captions.smaller')}</span>
          </Button>
          <Button look="quiet" size="small" bare disabled={isLargest} onClick={() => change(1)}>
            <span className="num">A+</span> <span className="sr">{t('captions.larger')}</span>
          </Button>
        </span>
      </CardHead>
      {/* A new speaker’s text is shown from its start. */}
      <article
        key={opened?.entry ?? now?.turn}
        className={styles.body}
        style={{ fontSize: `${size}rem` }}
        aria-labelledby={heading}
        {...tabStop}
      >
        <HandedInText handedIn={shown} isSpoken={opened !== null || turn !== null} />
      </article>
    </Card>
  )
}

type ShownText = Announced & OpenedText

/** Returns the opened text as it is now. It remains open when its turn begins, and closes when it is taken back. */
const useOpened = (): ShownText | null => {
  const opened = useBoothStore((store) => store.opened)
  const waiting = useBoothStore(({ view }) => (opened === null ? undefined : view?.next[opened.entry]))
  const current = useBooth((view) => view.current)
  if (opened === null) return null
  if (waiting !== undefined && waiting.text !== '') return { ...opened, ...waiting }
  return current?.text === opened.text ? { ...current, ...opened } : null
}

/** The turn of the current speaker, and the opened text. `isNew`: another speaker has the floor since the text was opened. */
const Tabs = ({ opened: { who }, isNew }: { opened: ShownText; isNew: boolean }) => {
  const { t } = useText()
  return (
    <span className={styles.tabs}>
      <Button look={isNew ? 'primary' : 'plain'} size="small" onClick={() => openText(null)}>
        {t(isNew ? 'booth.nowNew' : 'booth.now')}
      </Button>
      <b>
        <Name>{who}</Name>
      </b>
    </span>
  )
}

const HandedInText = ({ handedIn, isSpoken }: { handedIn: Pick<Announced, 'text' | 'pronounced'> | null; isSpoken: boolean }) => {
  const { t } = useText()
  const spoken = useView(({ floor }) => floor.current?.language)
  return (
    <>
      {handedIn?.pronounced ? (
        <p className={styles.pronounced}>
          <BoothIcon name="sound" />
          <span className="sr">{t('booth.pronounced')}</span>
          <Name>{handedIn.pronounced}</Name>
        </p>
      ) : null}
      {handedIn === null || handedIn.text === '' ? (
        <p className={styles.none}>{isSpoken ? t('booth.noneHandedIn') : null}</p>
      ) : (
        splitParagraphs(handedIn.text).map((paragraph, index) => (
          <Written key={index} className={styles.paragraph} lang={spoken}>
            {paragraph}
          </Written>
        ))
      )}
    </>
  )
}

const splitParagraphs = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '')
