/** The storey of services, and the frames that show what they add to a session. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Instant } from '@rostrum/shared/kernel/time'
import { composeFor } from '../doors/application/invite-people.ts'
import { recordAttendanceAtClose } from '../doors/application/record-attendance.ts'
import { recordProfileOfLog } from '../doors/application/record-profile.ts'
import type { Config } from '../doors/config.ts'
import { Fanouts } from '../engine/fanout/fanouts.ts'
import { openFinalCounts } from '../engine/fanout/final-counts.ts'
import { joinTransients } from '../engine/fanout/transients.ts'
import type { Log } from '../engine/log/log.ts'
import type { Store } from '../engine/store/store.ts'
import type { Logger } from '../engine/telemetry/logger.ts'
import { type EncodedPackets, encodeEvent, frameCodec } from '../engine/wire/encode-frame.ts'
import { Booths } from '../services/booth/booths.ts'
import { Captions } from '../services/captions/captions.ts'
import { MailStore } from '../services/mail/mail-store.ts'
import { Mailer, type MailerPorts } from '../services/mail/mailer.ts'
import { openSmtpSender } from '../services/mail/smtp-sender.ts'
import { PdfMaker } from '../services/record/pdf-maker.ts'
import { RehearsalRegistry } from '../services/rehearsal/rehearsal-registry.ts'
import { SenseRegistry } from '../services/sense/sense-registry.ts'
import { AllowedAddresses } from '../services/webhooks/allowed-addresses.ts'
import { openPost } from '../services/webhooks/post-message.ts'
import { WebhookStore } from '../services/webhooks/webhook-store.ts'
import { Webhooks } from '../services/webhooks/webhooks.ts'
import type { Engine } from './open-engine.ts'
import type { People } from './open-people.ts'

type ServicesPorts = {
  readonly log: Log
  readonly store: Store
  readonly now: () => Instant
  readonly logger: Logger
  /** Returns the address for people. */
  readonly getPublicUrl: () => string
  /** Returns the address at which the server reaches itself. */
  readonly getLoopbackUrl: () => string
}

export async function openServices(config: Config, ports: ServicesPorts, engine: Engine, people: People) {
  const { log, store, now, logger } = ports
  const { sessions, nodes, presenceRegistry, meter } = engine
  const { serverKey, links, joinCodes, roster } = people
  const sense = new SenseRegistry({ presenceRegistry, nodes })
  sessions.onOpened((session) => {
    sense.get(session)
    recordAttendanceAtClose(session, { presenceRegistry, logger })
    recordProfileOfLog(session, { getProfile: () => log.profile, logger })
  })
  const fanouts = new Fanouts({
    ...{ presenceRegistry, logger, codec: frameCodec, cursorKey: serverKey.derive('cursor') },
    getTransients: (session) => joinTransients(sense.get(session), openFinalCounts(session)),
    onRoundTimed: meter.roundTimed,
  })
  const captions = new Captions<EncodedPackets>({
    ...{ store, serverKey, sessions, nodes, logger },
    encode: (update) => encodeEvent('captions', update),
    isSendingFrames: () => fanouts.isSending,
  })
  const booths = new Booths<EncodedPackets>({
    ...{ sessions, roster, logger, nodes },
    encode: (update) => encodeEvent('booth', update),
  })
  const rehearsals = new RehearsalRegistry({ sessions, links, joinCodes, logger, now, store, getServerUrl: ports.getLoopbackUrl })
  return { sense, fanouts, captions, booths, rehearsals, pdfs: await PdfMaker.open(), webhooks: openWebhooks(), ...(await openMail()) }

  function openWebhooks(): Webhooks {
    const allowed = config.webhooksTo ?? AllowedAddresses.none
    return new Webhooks({
      ...{ log, now, logger, allowed, key: serverKey, store: new WebhookStore(store), post: openPost(allowed) },
      openSession: (id: SessionId) => sessions.open(id),
      onTried: meter.webhookTried,
    })
  }

  async function openMail() {
    const mail = new MailStore(store)
    const mailFrom = config.smtpHost === null ? null : config.mailFrom
    const { getPublicUrl } = ports
    const invitations = { mail, roster, links, getPublicUrl, now, mailFrom, notifyMailer: () => mailer?.notify() }
    const mailer = await openMailer(config, {
      ...{ store: mail, now, logger },
      compose: async (session, person, asked) => composeFor(await sessions.open(session), person, asked, invitations),
    })
    return { invitations, mailer }
  }
}

/** Opens the mailer. Returns null if no mail server is configured. */
async function openMailer(
  { smtpHost, smtpPort, smtpTls, smtpLogin, mailFrom, mailRate }: Config,
  ports: Omit<MailerPorts, 'sender' | 'rate'>,
): Promise<Mailer | null> {
  if (smtpHost === null || mailFrom === null) return null
  const sender = await openSmtpSender({ host: smtpHost, port: smtpPort, tls: smtpTls, login: smtpLogin, from: mailFrom })
  return new Mailer({ ...ports, sender, rate: mailRate })
}
