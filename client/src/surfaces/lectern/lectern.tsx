/** The sentence to say now, in large type for a tablet on the lectern. The page only shows text. All of it is in the Chair's language. */

import { useEffect } from 'react'
import { ScriptText } from '../../features/script/script-text.tsx'
import { useScript, useScriptLanguage } from '../../features/script/use-script.ts'
import { useStaleSince, useView } from '../../session/hooks.tsx'
import { loadLanguage } from '../../text/text.ts'
import { formatExactTime } from '../../text/times.ts'
import { useText } from '../../text/use-text.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFit } from '../../ui/use-fit.ts'
import { useWakeLock } from '../../ui/use-wake-lock.ts'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './lectern.module.css'
import { LecternFloor } from './lectern-floor.tsx'
import { LecternFoot } from './lectern-foot.tsx'
import { useTextSize } from './use-text-size.ts'

/** Lets the keyboard scroll a sentence that is longer than the page. */
const tabStop = { tabIndex: 0 } as const

export const Lectern = () => {
  const [language] = useScriptLanguage()
  const { language: shown } = useText()
  const title = useView(({ session }) => session.title)
  const stale = useStaleSince()
  useWakeLock(true)
  useEffect(() => {
    if (language !== shown.id) void loadLanguage(language, 'staff')
  }, [language, shown.id])
  return (
    <div className={styles.page}>
      <h1 className="sr">
        <SessionText of={title} />
      </h1>
      <div className={classNames(stale !== null && styles.stale)}>
        <LecternFloor />
      </div>
      {stale === null ? <Sentence /> : <Stale since={stale} />}
      <LecternFoot />
    </div>
  )
}

/** A long sentence gets smaller type, so that it is never cut. */
const sizes = [1, 0.84, 0.7, 0.58, 0.48]

const Sentence = () => {
  const { t } = useText()
  const script = useScript()
  const [size] = useTextSize()
  const fitted = useFit<HTMLElement>(sizes)
  return (
    <main className={styles.say} ref={fitted} data-size={size} {...tabStop}>
      <p className={classNames('eyebrow', styles.label)}>{t(script?.when === 'after' ? 'script.after' : 'script.now')}</p>
      <blockquote
        className={classNames(styles.text, script?.when === 'after' && styles.quiet)}
        lang={script?.language.id}
        dir={script?.language.direction}
      >
        {script && <ScriptText parts={script.parts} />}
      </blockquote>
    </main>
  )
}

/** An old sentence would be read aloud, so it is hidden. */
const Stale = ({ since }: { since: NonNullable<ReturnType<typeof useStaleSince>> }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  return (
    <main className={styles.say}>
      <p className={styles.old} role="status">
        <Icon name="offline" />
        <span>{t('script.stale', { time: formatExactTime(since, zone) })}</span>
      </p>
    </main>
  )
}
