/** The Chair's sentence, below the floor. Its box depends on the state of the floor alone, so that no button moves. */
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFit } from '../../ui/use-fit.ts'
import styles from './script-card.module.css'
import { useScriptSetting } from './script-settings.ts'
import { ScriptText } from './script-text.tsx'
import { useScript } from './use-script.ts'

/** 26, 22, 19 and 17 px, each as a share of the first. */
const sizes = [1, 22 / 26, 19 / 26, 17 / 26]

export const ScriptCard = () => {
  const { t } = useText()
  const script = useScript()
  const fitted = useFit<HTMLQuoteElement>(sizes)
  const isLater = script?.when === 'after'
  return (
    <section className={classNames(styles.card, isLater && styles.later)} aria-label={t('script.label')} data-column data-box="sentence">
      <p className={styles.head}>
        <span>{t(isLater ? 'script.after' : 'script.now')}</span>
        <a href="/lectern" target="_blank" rel="noopener opener">
          <Icon name="large" />
          {t('script.large')}
        </a>
      </p>
      <blockquote ref={fitted} className={styles.text} lang={script?.language.id} dir={script?.language.direction}>
        {script && <ScriptText parts={script.parts} />}
      </blockquote>
    </section>
  )
}

export const useIsScriptHidden = (): boolean => useScriptSetting('hidden')[0] === 'yes'

/** The entry of the Chair's menu that hides the sentence or shows it again. */
export const useScriptEntry = () => {
  const { t } = useText()
  const [hidden, setHidden] = useScriptSetting('hidden')
  const isHidden = hidden === 'yes'
  return { id: 'script', label: t(isHidden ? 'script.show' : 'script.hide'), act: () => setHidden(isHidden ? 'no' : 'yes') }
}
