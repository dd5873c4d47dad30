import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../extension/domain/settings.ts'
import {
  CHANNELS,
  CHOICES,
  DATA,
  TOOLS,
  working,
  workingForCustomers,
} from '../../../extension/ui/capabilitiesInUse.ts'
import { CAPABILITIES } from '../../../shared/model/capabilities.ts'
import { impact, judgement } from '../text/voices.ts'
import { trouble, unknownPod, well } from './judgements.ts'

describe('what can be chosen as work', () => {
  it('is everything there is but the whole, each once', () => {
    expect([...CHOICES].sort()).toEqual(CAPABILITIES.filter((name) => name !== 'platform').sort())
    expect(new Set([...CHANNELS, ...TOOLS, ...DATA]).size).toBe(CHOICES.length)
  })
})

describe('what still works', () => {
  it('is everything an agent works with while nothing is reported', () => {
    expect(working(well(), DEFAULT_SETTINGS)).toEqual(CHOICES)
    const some = working(well(), { ...DEFAULT_SETTINGS, ignored: ['email', 'voice'] })
    expect(CHOICES.filter((name) => !some.includes(name)).sort()).toEqual(['email', 'voice'])
  })

  it('is nothing where nobody knows, or the whole may be hit', () => {
    expect(working(unknownPod(), DEFAULT_SETTINGS)).toEqual([])
    const whole = judgement({
      level: 'degraded',
      impacts: [impact('platform', 'failing', { certainty: 'possible' })],
    })
    expect(working(whole, DEFAULT_SETTINGS)).toEqual([])
  })

  it('is neither what may be hit, nor what is carried by it', () => {
    const names = working(trouble('failing', { certainty: 'possible' }), DEFAULT_SETTINGS)
    expect(names).not.toContain('chat')
    expect(names).not.toContain('attachments')
    expect(names).toContain('email')
  })

  it('is no sending of files where it is certain that chat is hit', () => {
    const names = working(trouble('down'), { ...DEFAULT_SETTINGS, ignored: ['email'] })
    expect(names).not.toContain('chat')
    expect(names).not.toContain('attachments')
    expect(names).toContain('voice')
  })

  it('may be chat while only its attachments are hit', () => {
    const files = judgement({ level: 'degraded', impacts: [impact('attachments', 'failing')] })
    expect(working(files, DEFAULT_SETTINGS)).toContain('chat')
    expect(workingForCustomers(files, DEFAULT_SETTINGS)).toEqual(['chat'])
  })
})

describe('what customers are told that works', () => {
  it('is only how they reach people, and no more than a chat before the agent chose', () => {
    expect(workingForCustomers(well(), DEFAULT_SETTINGS)).toEqual(['chat'])
    const chosen = workingForCustomers(well(), { ...DEFAULT_SETTINGS, ignored: ['voice'] })
    expect(chosen).toContain('email')
    for (const name of ['voice', 'attachments', 'routing', 'api', 'login']) expect(chosen).not.toContain(name)
  })

  it.each(['login', 'web-client', 'routing'])('is nothing where agents cannot answer anybody: %s', (name) => {
    for (const certainty of ['confirmed', 'possible'] as const)
      for (const ignored of [null, ['voice' as const]]) {
        const hit = judgement({ level: 'degraded', impacts: [impact(name, 'failing', { certainty })] })
        expect(workingForCustomers(hit, { ...DEFAULT_SETTINGS, ignored })).toEqual([])
        expect(working(hit, { ...DEFAULT_SETTINGS, ignored })).toContain('chat')
      }
  })
})
