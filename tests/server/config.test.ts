import { parseConfig } from '@rostrum/server/doors/config'
import { readPlan, shiftPlan } from '@rostrum/server/services/template/read-plan'
import { loadTemplate } from '@rostrum/server/services/template/templates'
import { toPlanFile } from '@rostrum/server/services/template/write-plan'
import { minutes, toInstant } from '@rostrum/shared/kernel/time'
import { getOriginalText } from '@rostrum/shared/kernel/wording'
import { describe, expect, test } from 'vitest'

describe('configuration', () => {
  test('defaults: port 3000 on this machine only, embedded store, data below the working directory', () => {
    expect(parseConfig({}, '/srv')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      data: '/srv/data',
      publicUrl: null,
      redisUrl: null,
      redisSentinels: null,
      redisVolatile: false,
      trustedProxies: ['loopback'],
      metrics: null,
      smtpHost: null,
      smtpPort: 587,
      smtpTls: 'starttls',
      smtpLogin: null,
      mailFrom: null,
      mailRate: 60,
      webhooksTo: null,
    })
  })

  test('the settings of mail go together, and the password is never shown', () => {
    const mail = {
      ROSTRUM_PUBLIC_URL: 'https://r.example.org',
      ROSTRUM_SMTP_HOST: 'mail.example.org',
      ROSTRUM_MAIL_FROM: 'Office of X <a@example.org>',
      ROSTRUM_SMTP_LOGIN: 'u:a:b c',
    }
    expect(parseConfig(mail, '/')).toMatchObject({
      smtpHost: 'mail.example.org',
      mailFrom: { name: 'Office of X', address: 'a@example.org' },
      smtpLogin: { user: 'u', password: 'a:b c' },
    })
    expect(parseConfig({ ROSTRUM_MAIL_FROM: 'a@example.org' }, '/').mailFrom).toEqual({ name: '', address: 'a@example.org' })
    const faults =
      /ROSTRUM_PUBLIC_URL is required .*ROSTRUM_MAIL_FROM is required when ROSTRUM_SMTP_HOST is set; ROSTRUM_SMTP_LOGIN would be sent unencrypted/
    const wrong = { ROSTRUM_SMTP_HOST: 'x', ROSTRUM_SMTP_LOGIN: 'u:hidden', ROSTRUM_SMTP_TLS: 'none' }
    expect(() => parseConfig(wrong, '/')).toThrow(faults)
    expect(() => parseConfig(wrong, '/')).not.toThrow(/hidden/)
    for (const from of ['x', 'a@b@c', 'A\nBcc: x <a@b.org>', 'A <a@b.org>, B <b@b.org>', '"A" <a@b.org>'])
      expect(() => parseConfig({ ROSTRUM_MAIL_FROM: from }, '/')).toThrow('ROSTRUM_MAIL_FROM is not an address')
  })

  test('set variables are used; an empty variable counts as unset', () => {
    const set = {
      ROSTRUM_PORT: '8080',
      ROSTRUM_HOST: '::',
      ROSTRUM_DATA: '/var/lib/r',
      ROSTRUM_PUBLIC_URL: 'https://r.example.org/',
      ROSTRUM_REDIS_URL: ' ',
    }
    expect(parseConfig(set, '/srv')).toMatchObject({
      port: 8080,
      host: '::',
      data: '/var/lib/r',
      publicUrl: 'https://r.example.org',
      redisUrl: null,
    })
  })

  test('all errors are reported at once, and no value is shown', () => {
    const set = {
      ROSTRUM_PORT: '65536',
      ROSTRUM_PUBLIC_URL: 'https://u:hidden@r.example.org',
      ROSTRUM_REDIS_URL: 'http://:hidden@x',
      ROSTRUM_HOST: 'a b',
    }
    const faults = /ROSTRUM_PORT .*ROSTRUM_HOST .*ROSTRUM_PUBLIC_URL .*ROSTRUM_REDIS_URL /
    expect(() => parseConfig(set, '/srv')).toThrow(faults)
    expect(() => parseConfig(set, '/srv')).not.toThrow(/hidden/)
  })

  test.each(['', '-1', '3000x', '1e3', '0x10', '99999', '1.5'])('%j is not a port', (text) => {
    if (text === '') expect(parseConfig({ ROSTRUM_PORT: text }, '/').port).toBe(3000)
    else expect(() => parseConfig({ ROSTRUM_PORT: text }, '/')).toThrow('ROSTRUM_PORT must be a port number')
  })

  test.each([
    ['9464', { host: '127.0.0.1', port: 9464 }],
    ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
    ['metrics.internal:0', { host: 'metrics.internal', port: 0 }],
    ['off', null],
  ])('metrics at %s', (text, place) => expect(parseConfig({ ROSTRUM_METRICS: text }, '/').metrics).toEqual(place))

  test.each(['on', 'yes', ':9464', '99999', '0.0.0.0:', 'http://127.0.0.1:9464', '9464/metrics', 'a b:1'])(
    '%j is not an address for metrics',
    (text) => expect(() => parseConfig({ ROSTRUM_METRICS: text }, '/')).toThrow('ROSTRUM_METRICS must be '),
  )

  test.each([
    ['uniquelocal', ['uniquelocal']],
    ['loopback, 10.0.0.0/8 ,2001:db8::/32,192.0.2.7', ['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.7']],
  ])('%s are trusted proxies', (text, list) => expect(parseConfig({ ROSTRUM_TRUSTED_PROXIES: text }, '/').trustedProxies).toEqual(list))

  test.each(['everybody', 'true', '10.0.0.0/33', '10.0.0/8', '::/129', 'loopback,', '1.2.3.4/8/8', '*', '1.2.3.4/'])(
    '%j is not a list of proxies',
    (text) => expect(() => parseConfig({ ROSTRUM_TRUSTED_PROXIES: text }, '/')).toThrow('ROSTRUM_TRUSTED_PROXIES is not a list'),
  )

  test.each(['r.example.org', 'ftp://r.example.org', 'https://r.example.org/path', 'https://r.example.org?x=1', 'https://r.example.org#x'])(
    '%s is not a public address',
    (text) => expect(() => parseConfig({ ROSTRUM_PUBLIC_URL: text }, '/')).toThrow('ROSTRUM_PUBLIC_URL'),
  )
})

describe('the model session', () => {
  const plan = loadTemplate('wsis-at-20')

  test('follows the concept note: five groups, each with its own shape, and five segments that fill the time', () => {
    expect(plan.short).toEqual({ original: 'en', en: 'WSIS at 20' })
    expect(plan).toMatchObject({ place: 'Geneva', timeZone: 'Europe/Zurich', walkIns: true, meetingLink: null })
    expect(plan.groups.map(({ id, mark }) => [id, mark])).toEqual([
      ['government', 'square'],
      ['private-sector', 'diamond'],
      ['civil-society', 'circle'],
      ['technical-academic', 'triangle'],
      ['international', 'hexagon'],
    ])
    expect(plan.segments.map(({ length }) => length / 60_000)).toEqual([10, 24, 26, 22, 8])
    const last = plan.segments[4]
    expect((last?.startsAt ?? 0) + (last?.length ?? 0)).toBe(plan.endsAt)
    expect(plan.floor).toEqual({
      limits: { everyone: 180_000, groups: {}, channels: {}, pointOfOrder: 60_000, rightOfReply: 120_000, answer: 120_000 },
      warnings: [30_000, 10_000],
      grace: 0,
      reserve: 0,
      order: 'balanced',
      overtakes: 4,
    })
  })

  test('shiftPlan moves all times by the same amount', () => {
    const moved = shiftPlan(plan, toInstant(plan.startsAt + 1_000))
    expect(moved.endsAt - moved.startsAt).toBe(minutes(90))
    expect(moved.segments.map(({ startsAt }) => startsAt)).toEqual(plan.segments.map(({ startsAt }) => startsAt + 1_000))
    expect({ ...moved, startsAt: 0, endsAt: 0, segments: 0 }).toEqual({ ...plan, startsAt: 0, endsAt: 0, segments: 0 })
  })
})

describe('a plan file', () => {
  const good = `
title: "Short list: the longer part"
place: Hall
timeZone: UTC
startsAt: 2030-01-01T10:00:00Z
endsAt: 2030-01-01T11:00:00Z
groups: [{ id: all, label: Everybody, mark: circle }]
segments: [{ id: one, kind: topic, title: One, minutes: 7.5 }]
`
  test.each([
    ['Short list: the longer part', 'Short list'],
    ['Review of the outcomes of the World Summit and of the years after it', 'Review of the outcomes of the World…'],
    ['The review of access, of affordability, of skills and of trust', 'The review of access, of affordability…'],
    ['A title of exactly forty characters, here', 'A title of exactly forty characters…'],
    [`Donaudampfschifffahrtsgesellschaft${'en'.repeat(9)}`, `Donaudampfschifffahrtsgesellschaftenene…`],
    ['关于信息社会世界峰会成果落实情况的二十年审查的公开协商会议以及今后的工作安排与各方的期望和建议', undefined],
  ])('[S14] without a short title gets one that fits: %s', (title, short) => {
    const its = readPlan(good.replace('"Short list: the longer part"', JSON.stringify(title)).replace('Everybody', `"${title}"`))
    if (short) expect(its.short).toBe(short)
    for (const name of [its.short, its.groups[0]?.short ?? '']) expect([...getOriginalText(name)].length).toBeLessThanOrEqual(40)
    expect(readPlan(JSON.stringify(toPlanFile(its)))).toEqual(its)
  })

  test('with the required fields only gets defaults for everything else', () => {
    const plan = readPlan(good)
    expect(plan).toMatchObject({ short: 'Short list', walkIns: false, about: null, groups: [{ short: 'Everybody' }] })
    expect(plan.segments[0]?.length).toBe(450_000)
    expect(plan.floor).toEqual({
      order: 'received',
      overtakes: 4,
      warnings: [30_000, 10_000],
      grace: 0,
      reserve: 0,
      limits: { everyone: 180_000, groups: {}, channels: {}, pointOfOrder: 60_000, rightOfReply: 120_000, answer: 120_000 },
    })
    expect(plan.segments[0]).toMatchObject({ endsBy: null, opensList: false, speakers: [] })
    expect(plan.questions).toEqual({ moderation: 'before', attribution: 'named', length: 280, cap: null })
  })

  test('questions: attribution, and the number that one person may ask', () => {
    const { questions } = readPlan(`${good}questions: { attribution: unattributed, cap: 3 }\n`)
    expect(questions).toMatchObject({ attribution: 'unattributed', cap: 3 })
  })

  test('limits by group and channel, programme speakers, and a segment with its own hard stop', () => {
    const more = `${good.replace('minutes: 7.5', 'minutes: 7.5, endsBy: 2030-01-01T10:30:00Z, opensList: true, speakers: [{ entity: Panel, group: all, limit: 300 }, { entity: Guest }]')}floor: { order: rotate, grace: 20, reserve: 60, limits: { groups: { all: 240 }, remote: 120 } }
`
    const plan = readPlan(more)
    expect(plan.floor).toMatchObject({
      order: 'rotate',
      grace: 20_000,
      reserve: 60_000,
      limits: { groups: { all: 240_000 }, channels: { remote: 120_000 } },
    })
    expect(plan.segments[0]).toMatchObject({
      endsBy: Date.UTC(2030, 0, 1, 10, 30),
      opensList: true,
      speakers: [
        { entity: 'Panel', group: 'all', limit: 300_000 },
        { entity: 'Guest', group: null, limit: null },
      ],
    })
    expect(shiftPlan(plan, toInstant(plan.startsAt + minutes(5))).segments[0]?.endsBy).toBe(Date.UTC(2030, 0, 1, 10, 35))
    expect(() => readPlan(more.replace('groups: { all: 240 }', 'groups: { nobody: 240 }'))).toThrow('names a group that is not there')
  })

  test.each([
    ['an unknown key', `${good}colour: red\n`, 'unknown key "colour"'],
    ['an unknown key further in', good.replace('mark: circle', 'mark: circle, x: 1'), 'groups.0: unknown key "x"'],
    ['a wrong value', good.replace('minutes: 7.5', 'minutes: 0'), 'segments.0.minutes: '],
    ['an end before the start', good.replace('T11', 'T09'), 'the session ends before it starts'],
    [
      'two segments with one id',
      good.replace('segments: [', 'segments: [{ id: one, kind: topic, title: Two, minutes: 1 }, '),
      'share an id',
    ],
    ['no time zone', good.replace('UTC', 'Mars/Base'), 'timeZone: not a time zone'],
    ['a text without a letter', good.replace('place: Hall', 'place: "\\u200b"'), 'place: is empty'],
    ['a key twice', `${good}place: There\n`, 'line'],
    ['text that is not YAML', 'title: [', 'line'],
    ['an alias', `${good}about: &a x\nhost: *a\n`, 'anchors are not allowed, line 9'],
    ['nothing', '', 'Invalid input'],
    ['a bare word', 'hello', 'Invalid input'],
    ['a file over the limit', ' '.repeat(300_000), 'longer than 256 KiB'],
  ])('%s is refused with its position', (_, text, complaint) => expect(() => readPlan(text)).toThrow(complaint))

  test('all errors are reported together', () => {
    expect(() => readPlan(good.replace('place: Hall', 'place: 3').replace('UTC', 'Nowhere'))).toThrow(/place: .*\n.*timeZone: /)
  })
})
