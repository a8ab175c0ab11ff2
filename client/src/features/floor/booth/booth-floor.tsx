/** The current speaker, for interpreters: the language is in bold below the name. */
import { useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { FloorRemote } from '../../../ui/floor-remote.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'
import styles from './booth-floor.module.css'

export const BoothFloor = () => (
  <div className={styles.block}>
    <FloorRemote {...useFloorProps('none', <Speaks />)} />
  </div>
)

const Speaks = () => {
  const { t, language } = useText()
  const spoken = useView(({ floor }) => floor.current?.language)
  return (
    <strong className={spoken === undefined ? undefined : styles.speaks}>
      {spoken === undefined ? t('booth.notSaid') : formatLanguageName(language.id, spoken)}
    </strong>
  )
}
