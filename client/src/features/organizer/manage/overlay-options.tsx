/** Builds the address of the overlay from its parts, size and language. */
import { useState } from 'react'
import {
  defaultOverlay,
  makeOverlayAddress,
  type OverlayOptions,
  overlayParts,
  overlayPlaces,
  overlaySizes,
} from '../../../session/overlay-address.ts'
import { getLinkText } from '../../../text/link-text.ts'
import { listCaptionLanguages } from '../../../text/other-languages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import styles from '../organizer.module.css'
import ownStyles from './overlay-options.module.css'

export const OverlayOptionsButton = ({ link }: { link: string }) => {
  const { t } = useText()
  const [open, show] = useState(false)
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => show(true)}>
        {t('overlay.setUp')}
        <span className="sr"> {t('overlay.title')}</span>
      </Button>
      <ModalDialog open={open} title={t('overlay.title')} onClose={() => show(false)}>
        <OverlayForm link={link} onClose={() => show(false)} />
      </ModalDialog>
    </>
  )
}

const OverlayForm = ({ link, onClose }: { link: string; onClose: () => void }) => {
  const { t, languages, language: page } = useText()
  const [options, setOptions] = useState<OverlayOptions>(defaultOverlay)
  const { parts, at, size, language, captions } = options
  const address = makeOverlayAddress(link, options)
  const change = (changed: Partial<OverlayOptions>) => setOptions({ ...options, ...changed })
  return (
    <div className={styles.planning}>
      <p>{t('overlay.help')}</p>
      <fieldset>
        <legend>
          <strong>{t('overlay.parts')}</strong>
        </legend>
        {overlayParts.map((part) => (
          <CheckRow
            key={part}
            label={t(`overlay.part.${part}`)}
            checked={parts.includes(part)}
            // At least one part stays, because otherwise there would be nothing to see.
            disabled={parts.length === 1 && parts.includes(part)}
            onChange={(checked) => change({ parts: overlayParts.filter((one) => (one === part ? checked : parts.includes(one))) })}
          />
        ))}
      </fieldset>
      <SelectField
        label={t('overlay.at')}
        value={at}
        onChange={(place) => change({ at: overlayPlaces.find((one) => one === place) ?? at })}
        options={overlayPlaces.map((value) => ({ value, label: t(`overlay.at.${value}`) }))}
      />
      <div className={styles.speed}>
        <span id="overlay-size">{t('overlay.size')}</span>
        <SegmentedControl
          labelledBy="overlay-size"
          value={size}
          onChange={(next) => change({ size: next })}
          options={overlaySizes.map((value) => ({ value, label: t(`overlay.size.${value}`) }))}
        />
      </div>
      <SelectField
        label={t('overlay.language')}
        value={language ?? ''}
        onChange={(id) => change({ language: id === '' ? null : id })}
        options={[{ value: '', label: t('overlay.anyLanguage') }, ...languages.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        label={t('captions.title')}
        value={captions ?? ''}
        onChange={(tag) => change({ captions: tag === '' ? null : tag })}
        options={[{ value: '', label: t('captions.off') }, ...listCaptionLanguages(page.id)]}
      />
      <p className={ownStyles.address}>
        <strong>{t('overlay.address')}</strong>
        <code dir="ltr">{address}</code>
      </p>
      <OverlayActions>
        <CopyLink link={address} text={getLinkText(t, t('overlay.title'), address)} />
        <ButtonLink look="quiet" size="inline" href={address}>
          {t('app.open')}
        </ButtonLink>
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </div>
  )
}
