import { describe, expect, it } from 'vitest'
import { isDarkColor } from '../../../widget/view/dark.ts'

describe('a colour', () => {
  it.each([
    'rgb(0, 0, 0)',
    'rgba(20, 20, 20, 0.9)',
    'oklch(0.21 0.034 264.665)',
    'oklab(0.3 0.01 -0.02)',
    'lab(20 3 -4)',
    'lch(20 3 250)',
    'color(srgb 0.1 0.1 0.12)',
    'color(display-p3 0.1 0.1 0.12 / 0.8)',
    'color(srgb 1e-7 0 none)',
  ])('%s is dark', (color) => {
    expect(isDarkColor(color)).toBe(true)
  })

  it.each([
    'rgb(255, 255, 255)',
    'rgba(250, 250, 250, 0.9)',
    'oklch(0.98 0.002 247.839)',
    'oklab(0.9 0.01 -0.02)',
    'lab(90 3 -4)',
    'lch(90 3 250)',
    'color(srgb 0.9 0.9 0.9)',
    'color(display-p3 0.9 0.9 0.9)',
  ])('%s is light', (color) => {
    expect(isDarkColor(color)).toBe(false)
  })

  it.each([
    'rgba(0, 0, 0, 0)',
    'oklch(0.1 0 0 / 0.2)',
    'color(srgb 0 0 0 / 0.5)',
    'transparent',
    '',
    'nonsense',
  ])('%j tells nothing of what is behind it', (color) => {
    expect(isDarkColor(color)).toBeNull()
  })
})
