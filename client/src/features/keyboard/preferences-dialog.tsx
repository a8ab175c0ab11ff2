/** Which keys drive the page and what is spoken. Used as soon as it is chosen. */
import { type ReactNode, useSyncExternalStore } from 'react'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../ui/popover.tsx'
import { announcements, wishes } from '../../ui/screen-reader.ts'
import { Segmented } from '../../ui/segmented-control.tsx'
import { keyOf, type Shortcut, shortcuts, useShortcutsOn } from '../../ui/shortcuts.ts'
import { chooseShortcuts, chooseWish } from './preferences.ts'
import styles from './preferences-dialog.module.css'

export const PreferencesDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  return (
    <ModalDialog open title={t('keys.title')} onClose={onClose}>
      <Part title={t('keys.shortcuts')} note={t('keys.shortcutsNote')}>
        <Shortcuts />
      </Part>
      <Part title={t('app.announcements')} note={t('app.announcementsNote')}>
        <Announced />
      </Part>
      <p className="muted">{t('keys.kept')}</p>
      <OverlayActions>
        <Button onClick={onClose}>{t('app.close')}</Button>
      </OverlayActions>
    </ModalDialog>
  )
}

const Part = ({ title, note, children }: { title: string; note: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h3>{title}</h3>
    <p className="muted">{note}</p>
    {children}
  </section>
)

const Shortcuts = () => {
  const { t } = useText()
  const on = useShortcutsOn()
  const named = [
    ...shortcuts.filter(isHere).map((one) => [one, keyOf[one]] as const),
    ...(hasColumns() ? [['columns', 'F6'] as const] : []),
  ]
  return (
    <>
      <Segmented
        label={t('keys.shortcuts')}
        value={on ? 'on' : 'off'}
        onChange={(value) => chooseShortcuts(value === 'on')}
        options={[
          { value: 'off', label: t('keys.off') },
          { value: 'on', label: t('keys.on') },
        ]}
      />
      <Facts facts={named.map(([act, key]) => ({ name: t(`keys.act.${act}`), value: <kbd className={styles.key}>{key}</kbd> }))} />
    </>
  )
}

/** No key is promised for what the page behind does not have; the buttons of the floor come and go, a search does not. */
const isHere = (shortcut: Shortcut): boolean => shortcut !== 'find' || document.querySelector('[data-shortcut="find"]') !== null
const hasColumns = (): boolean => document.querySelector('[data-column]') !== null

const Announced = () => {
  const { t } = useText()
  const wish = useSyncExternalStore(announcements.follow, announcements.wished)
  return (
    <ChoiceList
      label={t('app.announcements')}
      value={wish}
      onChange={chooseWish}
      options={wishes.map((one) => ({ value: one, label: t(`app.announce.${one}`), note: t(`app.announce.${one}Note`) }))}
    />
  )
}
