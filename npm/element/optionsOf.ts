import type { OptionSource } from '../../widget/protocol.ts'

/** The element's attributes, as what draws a banner reads the options of a script tag. */
export const optionsOf = (element: Element): OptionSource => ({
  src: 'podlight:',
  optionPrefix: '',
  getAttribute: (name) => element.getAttribute(name.replace(/^data-/, '')),
})
