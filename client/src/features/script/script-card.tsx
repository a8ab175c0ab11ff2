/** The Chair's sentence, inside the floor block. Its height comes from the clock, so that no button moves. */
import { useText } from '../../text/use-text.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useFit } from '../../ui/use-fit.ts'
import styles from './script-card.module.css'
import { useScriptSetting } from './script-settings.ts'
import { useScript } from './use-script.ts'

export const ScriptCard = () => {
  const { t } = useText()
  const [hidden, setHidden] = useScriptSetting('hidden')
  const isHidden = hidden === 'yes'
  return (
    <section className={classNames(styles.card, isHidden && styles.hidden)} aria-label={t('script.label')} data-column>
      {isHidden ? (
        <p className={styles.head}>
          <span>{t('script.label')}</span>
          <ShowButton text={t('script.show')} onPress={() => setHidden('no')} />
        </p>
      ) : (
        <Sentence onHide={() => setHidden('yes')} />
      )}
    </section>
  )
}

const Sentence = ({ onHide }: { onHide: () => void }) => {
  const { t } = useText()
  const script = useScript()
  const fitted = useFit<HTMLQuoteElement>(2)
  return (
    <>
      <p className={styles.head}>
        <span>{t(script?.when === 'after' ? 'script.after' : 'script.now')}</span>
        <span className={styles.tools}>
          <ButtonLink href="/lectern" target="_blank" rel="opener" look="floor" size="inline">
            {t('script.large')}
          </ButtonLink>
          <ShowButton text={t('script.hide')} onPress={onHide} />
        </span>
      </p>
      <blockquote
        ref={fitted}
        className={classNames(styles.text, script?.when === 'after' && styles.quiet)}
        lang={script?.language.id}
        dir={script?.language.direction}
      >
        {script?.text}
      </blockquote>
    </>
  )
}

const ShowButton = ({ text, onPress }: { text: string; onPress: () => void }) => (
  <Button look="floor" size="inline" onClick={onPress}>
    {text}
  </Button>
)
