import type { Kind } from '../../shared/evidence/sign.ts'
import type { Place } from '../../shared/text/localeAndTime.ts'

const titles: Readonly<Record<Kind, string>> = {
  failing: 'Your own requests are failing',
  slow: 'Your own requests are slow',
  unreachable: 'Your browser can’t reach Kustomer',
}

export const noticedNotification = (
  { kind, confirmed }: { readonly kind: Kind; readonly confirmed: number | null },
  _place: Place,
): { title: string; text: string } => ({
  title: titles[kind],
  text: confirmed === null ? '' : 'Kustomer confirms.',
})
