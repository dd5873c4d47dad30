import { create, dress, icon } from './elements.js'
import { style } from './style.js'
import { textsIn } from './texts.js'

const newHash = () => Math.random().toString(36).slice(2, 8)

const launcher = (doc, c, texts, { unread, hasIcon }, on) => {
  if (!hasIcon) return []
  const button = create(doc, 'button', {
    type: 'button',
    class: c('launcher'),
    'aria-label': texts.open,
    on: { click: on.open },
  })
  button.append(icon(doc, 'chat', true))
  if (unread > 0) button.append(create(doc, 'span', { class: c('count') }, String(unread)))
  return [button]
}

const header = (doc, c, texts, on) =>
  create(
    doc,
    'header',
    { class: c('header') },
    create(doc, 'span', { class: c('mark') }, icon(doc, 'chat', true)),
    create(
      doc,
      'div',
      { class: c('names') },
      create(doc, 'h2', { class: c('title') }, texts.title),
      create(doc, 'p', { class: c('reply') }, texts.reply),
    ),
    create(
      doc,
      'button',
      { type: 'button', class: c('close'), 'aria-label': texts.close, on: { click: on.close } },
      icon(doc, 'close'),
    ),
  )

const messages = (doc, c, texts, state) => {
  const list = create(doc, 'ol', { class: c('list'), 'aria-label': texts.list })
  list.append(create(doc, 'li', { class: c('day') }, texts.day))
  state.messages.forEach(({ text, isMine }, index) => {
    const side = isMine ? 'mine' : 'theirs'
    list.append(create(doc, 'li', { class: `${c('message')} ${c(side)}` }, text))
    if (state.messages[index + 1]?.isMine === isMine) return
    list.append(create(doc, 'li', { class: `${c('time')}${isMine ? ` ${c('own')}` : ''}` }, texts.now))
  })
  return list
}

const composer = (doc, c, texts, state, on) => {
  const text = create(doc, 'textarea', {
    class: c('text'),
    rows: '1',
    placeholder: texts.write,
    'aria-label': texts.write,
  })
  text.value = state.draft
  text.addEventListener('input', () => on.draft(text.value))
  const send = () => text.value.trim() !== '' && on.send(text.value.trim())
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    send()
  })
  const tool = (name, label, more = '') =>
    create(
      doc,
      'button',
      { type: 'button', class: `${c('tool')}${more}`, 'aria-label': label },
      icon(doc, name),
    )
  const button = tool('send', texts.send, ` ${c('send')}`)
  button.addEventListener('click', send)
  return create(doc, 'div', { class: c('composer') }, tool('attach', texts.attach), text, button)
}

/** The conversation that a chat begins with. */
export const newState = (lang) => {
  const { welcome, question, answer } = textsIn(lang)
  return {
    lang,
    isOpen: false,
    hasIcon: true,
    unread: 0,
    draft: '',
    messages: [
      { text: welcome, isMine: false },
      { text: question, isMine: true },
      { text: answer, isMine: false },
    ],
  }
}

/** Throws away what a document holds and draws the chat anew, as it is now, under other class names. */
export const draw = (doc, rootId, state, on) => {
  const hash = newHash()
  const c = (name) => `${name}-${hash}`
  const texts = textsIn(state.lang)
  doc.documentElement.lang = texts.lang
  doc.documentElement.dir = texts.dir
  dress(doc, style(c))
  let root = doc.body.querySelector(':scope > div')
  if (root === null) {
    root = create(doc, 'div')
    doc.body.append(root)
  }
  root.id = rootId
  root.className = c('root')
  // Who was writing goes on writing.
  const isWriting = doc.activeElement?.localName === 'textarea'
  if (!state.isOpen) return root.replaceChildren(...launcher(doc, c, texts, state, on))
  const list = messages(doc, c, texts, state)
  const parts = [header(doc, c, texts, on), list, composer(doc, c, texts, state, on)]
  root.replaceChildren(
    create(doc, 'section', { class: c('panel'), role: 'dialog', 'aria-label': texts.title }, ...parts),
  )
  list.scrollTop = list.scrollHeight
  if (isWriting) root.querySelector('textarea').focus()
}
