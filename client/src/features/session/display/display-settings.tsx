/**
 * The choice of languages on the room screen. It appears while somebody moves the pointer or uses the keyboard, and disappears
 * automatically.
 */
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { turnSeconds, useDisplayLanguages } from '../../../widgets/display-languages.ts'
import styles from './display-settings.module.css'

const shownForMs = 6000
const inputs = ['pointermove', 'pointerdown', 'keydown'] as const

const useRecentInput = (): boolean => {
  const [isRecent, setRecent] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const notice = (event: Event) => {
      // A page that changes under a resting pointer also causes such events.
      if (event.type === 'pointermove' && event instanceof MouseEvent && event.movementX === 0 && event.movementY === 0) return
      setRecent(true)
      clearTimeout(timer)
      timer = setTimeout(() => setRecent(false), shownForMs)
    }
    for (const input of inputs) addEventListener(input, notice)
    return () => {
      clearTimeout(timer)
      for (const input of inputs) removeEventListener(input, notice)
    }
  }, [])
  return isRecent
}

/** `children`: other settings of this screen, in the same look. */
export const DisplaySettings = ({ children }: { children: (className: string | undefined) => ReactNode }) => {
  const { t, languages } = useText()
  const { chosen, toggle, isSideBySide, setSideBySide } = useDisplayLanguages()
  const isRecent = useRecentInput()
  if (!isRecent) return null
  return (
    <fieldset className={styles.panel}>
      <legend className={styles.legend}>{t('display.languages')}</legend>
      <div className={styles.choices}>
        {languages.map(({ id, name }) => {
          const isChosen = chosen.includes(id)
          return (
            <Button key={id} look={isChosen ? 'primary' : 'plain'} aria-pressed={isChosen} onClick={() => toggle(id)}>
              <span lang={id}>{name}</span>
            </Button>
          )
        })}
      </div>
      <p>{t('display.languagesNote', { n: turnSeconds })}</p>
      {chosen.length < 2 ? null : (
        <div className={styles.choices}>
          <Button look={isSideBySide ? 'plain' : 'primary'} aria-pressed={!isSideBySide} onClick={() => setSideBySide(false)}>
            {t('display.inTurn')}
          </Button>
          <Button look={isSideBySide ? 'primary' : 'plain'} aria-pressed={isSideBySide} onClick={() => setSideBySide(true)}>
            {t('display.sideBySide')}
          </Button>
        </div>
      )}
      {children(styles.choices)}
    </fieldset>
  )
}
