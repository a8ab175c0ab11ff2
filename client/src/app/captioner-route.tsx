/** The page of a captioner. Its link has a key after the #, and opens one track of one session. */
import { useEffect, useState } from 'react'
import { Captioner } from '../surfaces/captioner/captioner.tsx'
import { useText } from '../text/use-text.tsx'
import { MessagePage } from './message-page.tsx'

export const CaptionerRoute = () => {
  const [link] = useState(() => location.hash.slice(1))
  useEffect(() => {
    // A renewed link differs only after the #, and for that a browser loads nothing.
    const reload = () => location.reload()
    addEventListener('hashchange', reload)
    return () => removeEventListener('hashchange', reload)
  }, [])
  return <Captioner link={link} over={<LinkOver />} />
}

const LinkOver = () => {
  const { t } = useText()
  return <MessagePage title={t('captioner.over')} help={t('captioner.overHelp')} />
}
