import type { Level } from '../model/verdict.ts'

/**
 * The colours of levels, under white text or as text on a light ground: 4.5 or more in contrast (WCAG 2.2, 1.4.3).
 * Chosen by search over hues so that any two stay apart (CIE76 difference of 20 or more) for usual sight and
 * for simulated protanopia, deuteranopia and tritanopia (Machado 2009); colors.test.ts computes both.
 * Text, not colour, tells levels apart: colour only helps the glance.
 */
export const COLORS: Readonly<Record<Level, string>> = {
  unknown: '#454a54',
  ok: '#0f6b3d',
  notice: '#0055ff',
  maintenance: '#721093',
  degraded: '#995e00',
  outage: '#7a0000',
}

/** The colour of the text on all of them. */
export const BADGE_TEXT = '#ffffff'
