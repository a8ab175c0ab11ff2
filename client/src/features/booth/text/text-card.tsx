/** The text that the speaker handed in. It is read here and nowhere else: it cannot be selected, copied or printed. */
import type { HandedIn } from '@rostrum/shared/protocol/booth'
import { type ClipboardEvent, useId } from 'react'
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
const refuse = (event: ClipboardEvent) => event.preventDefault()

export const TextCard = () => {
  const { t } = useText()
  const heading = useId()
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  const current = useBooth((view) => view.current)
  const { size, change, isSmallest, isLargest } = useBoothTextSize()
  const handedIn = current !== null && current.turn === turn ? current : null
  return (
    <Card className={styles.card} aria-labelledby={heading}>
      <CardHead id={heading} title={t('booth.text')} note={t('booth.textFor')}>
        {handedIn === null || handedIn.text === '' ? null : <TextMarkChip mark={handedIn.mark} />}
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
        key={handedIn?.turn}
        className={styles.body}
        style={{ fontSize: `${size}rem` }}
        aria-labelledby={heading}
        onCopy={refuse}
        onCut={refuse}
        {...tabStop}
      >
        <HandedInText handedIn={handedIn} isSpoken={turn !== null} />
      </article>
    </Card>
  )
}

const HandedInText = ({ handedIn, isSpoken }: { handedIn: HandedIn | null; isSpoken: boolean }) => {
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
