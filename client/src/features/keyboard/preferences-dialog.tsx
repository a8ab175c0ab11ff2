/** The keys that control the page, and the announcements that are spoken. A choice applies at once. */
import { type ReactNode, useSyncExternalStore } from 'react'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../ui/popover.tsx'
import { screenReader, speechLevels } from '../../ui/screen-reader.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { type Shortcut, shortcutKeys, shortcuts, useShortcutsEnabled } from '../../ui/shortcuts.ts'
import { saveShortcutsEnabled, saveSpeechLevel } from './preferences.ts'
import styles from './preferences-dialog.module.css'

export const PreferencesDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  return (
    <ModalDialog open title={t('keys.title')} onClose={onClose}>
      <PreferenceSection title={t('keys.shortcuts')} note={t('keys.shortcutsNote')}>
        <ShortcutChoice />
      </PreferenceSection>
      <PreferenceSection title={t('app.announcements')} note={t('app.announcementsNote')}>
        <SpeechLevelChoice />
      </PreferenceSection>
      <p className="muted">{t('keys.kept')}</p>
      <OverlayActions>
        <Button onClick={onClose}>{t('app.close')}</Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const PreferenceSection = ({ title, note, children }: { title: string; note: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h3>{title}</h3>
    <p className="muted">{note}</p>
    {children}
  </section>
)

const ShortcutChoice = () => {
  const { t } = useText()
  const enabled = useShortcutsEnabled()
  const shortcutNames = [
    ...shortcuts.filter(isOnPage).map((one) => [one, shortcutKeys[one]] as const),
    ...(hasColumns() ? [['columns', 'F6'] as const] : []),
  ]
  return (
    <>
      <SegmentedControl
        label={t('keys.shortcuts')}
        value={enabled ? 'on' : 'off'}
        onChange={(value) => saveShortcutsEnabled(value === 'on')}
        options={[
          { value: 'off', label: t('keys.off') },
          { value: 'on', label: t('keys.on') },
        ]}
      />
      <DefinitionList
        items={shortcutNames.map(([act, key]) => ({ name: t(`keys.act.${act}`), value: <kbd className={styles.key}>{key}</kbd> }))}
      />
    </>
  )
}

/** A key is listed only if the page has its control. The buttons of the floor come and go, but the search field does not. */
const isOnPage = (shortcut: Shortcut): boolean => shortcut !== 'find' || document.querySelector('[data-shortcut="find"]') !== null
const hasColumns = (): boolean => document.querySelector('[data-column]') !== null

const SpeechLevelChoice = () => {
  const { t } = useText()
  const level = useSyncExternalStore(screenReader.subscribe, screenReader.getLevel)
  return (
    <ChoiceList
      label={t('app.announcements')}
      value={level}
      onChange={saveSpeechLevel}
      options={speechLevels.map((one) => ({ value: one, label: t(`app.announce.${one}`), note: t(`app.announce.${one}Note`) }))}
    />
  )
}
