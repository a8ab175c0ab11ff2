import { seconds } from '@rostrum/shared/kernel/time'
import { useSend, useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { noCaptions } from '../use-captions.ts'
import styles from './workplace.module.css'

const delays = [0, 2, 4, 6, 8] as const

/** The settings for all captions of the session. None of them changes after the close. */
export const CaptionSettingsForm = () => {
  const { t, language } = useText()
  const send = useSend('captions')
  const settings = useView(({ captionSettings }) => captionSettings)
  const languages = useView(({ captionLanguages }) => captionLanguages)
  const displayed = useView(({ displayCaptions }) => displayCaptions ?? noCaptions)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  if (settings === undefined || isClosed) return null
  return (
    <div className={styles.settings}>
      <strong id="caption-delay">{t('captions.delay')}</strong>
      <SegmentedControl
        labelledBy="caption-delay"
        value={String(settings.delay)}
        onChange={(value) => void send({ type: 'captions.set-delay', data: { delay: seconds(Number(value) / 1000) } })}
        options={delays.map((delay) => ({ value: String(delay * 1000), label: t('captions.seconds', { n: delay }) }))}
      />
      <small>{t('captions.delayNote')}</small>
      <CheckRow
        label={t('captions.kept')}
        note={t('captions.keptNote')}
        checked={settings.kept}
        onChange={(kept) => void send({ type: 'captions.set-kept', data: { kept } })}
      />
      {languages.length === 0 ? null : (
        <SelectField
          label={t('captions.onDisplay')}
          hint={t('captions.onDisplayNote')}
          value={displayed}
          onChange={(value) => {
            const chosen = languages.find((one) => one === value) ?? null
            void send({ type: 'captions.display', data: { language: chosen } })
          }}
          options={[
            { value: noCaptions, label: t('captions.off') },
            ...languages.map((one) => ({ value: one, label: formatLanguageName(language.id, one) })),
          ]}
        />
      )}
    </div>
  )
}
