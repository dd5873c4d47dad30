import { newState } from '../panel/panel.js'
import { createFrame } from './frame.js'
import { createListeners } from './listeners.js'

/** What there is after start: the methods that the vendor documents, and the hooks that only tests know. */
export const createChat = ({ variant, origin, options }) => {
  const listeners = createListeners()
  const state = newState(options.lang)
  state.hasIcon = options.hideChatIcon !== true
  let conversations = 0
  let frame

  const show = (isOpen) => {
    if (state.isOpen === isOpen) return
    state.isOpen = isOpen
    if (isOpen) setUnread(0)
    frame.fresh()
    listeners.tell(isOpen ? 'onOpen' : 'onClose')
  }
  const setUnread = (total) => {
    const change = total - state.unread
    state.unread = total
    if (change !== 0) listeners.tell('onUnread', { change, total })
  }
  const converse = () => {
    conversations++
    listeners.tell('onConversationCreate', { conversationId: `conversation-${conversations}` })
  }
  const say = (text, isMine) => {
    state.messages.push({ text, isMine })
    if (!isMine && !state.isOpen) setUnread(state.unread + 1)
    frame.fresh()
  }
  const on = {
    open: () => show(true),
    close: () => show(false),
    ready: () => frame.fresh(),
    draft: (text) => {
      state.draft = text
    },
    send: (text) => {
      state.draft = ''
      if (conversations === 0) converse()
      say(text, true)
    },
  }
  frame = createFrame({ variant, origin, options, state, on })

  /** Answers both ways: by a value, and to a callback where there is one. */
  const answer = (value, callback) => {
    callback?.(value)
    return value
  }

  return {
    frame,
    methods: {
      open: on.open,
      close: on.close,
      login: (_, callback) => answer({}, callback),
      logout: (callback) => answer({}, callback),
      isLoggedIn: (_, callback) => answer(false, callback),
      describeCustomer: (_, callback) => answer({}, callback),
      describeConversation: (_, callback) => answer({}, callback),
      addListener: listeners.add,
      removeListener: listeners.remove,
      isChatAvailable: (callback) => answer(true, callback),
      createConversation: (_, callback) => {
        converse()
        show(true)
        answer({ conversationId: `conversation-${conversations}` }, callback)
      },
      openConversationById: () => show(true),
      getOpenConversations: (callback) => answer([], callback),
      openKbArticle: () => show(true),
      openKbCategory: () => show(true),
      getUnreadCount: (callback) => answer(state.unread, callback),
    },
    hooks: {
      /** Everything under the root is thrown away and made again, as a framework may at any time. */
      rerender: frame.fresh,
      /** The whole frame is. */
      rebuild: () => {
        frame.remove()
        frame.add()
      },
      remove: frame.remove,
      add: frame.add,
      move: (side) => {
        options.chatIconPosition = side
        frame.fresh()
      },
      resize: (width, height) => {
        frame.element()?.style.setProperty('width', `${width}px`, 'important')
        frame.element()?.style.setProperty('height', `${height}px`, 'important')
      },
      say: (text) => say(text, false),
    },
  }
}
