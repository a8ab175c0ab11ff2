/** Copies the personal link of somebody on this device, with which another device acts as the same person. */
import { useAskedText } from '../text/use-text.tsx'
import { CopyLink } from '../ui/copy-link.tsx'

export const CopyOwnLink = ({ address }: { address: string }) => {
  const { t } = useAskedText()
  const copied = t('me.otherDeviceCopied')
  return (
    <CopyLink
      link={address}
      text={{
        name: '',
        copy: t('me.otherDeviceCopy'),
        copied,
        copiedAnnouncement: copied,
        copyFailed: t('me.otherDeviceByHand', { link: address }),
      }}
    />
  )
}
