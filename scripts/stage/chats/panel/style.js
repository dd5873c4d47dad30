/** What a chat looks like; `c` gives the class names of the moment, which change as those of a bundler do. */
export const style = (c) => `
* { box-sizing: border-box; margin: 0; }
html, body { height: 100%; background: transparent; }
body { font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: #1d2433; }
button { font: inherit; color: inherit; border: 0; background: none; padding: 0; cursor: pointer; }
button:focus-visible, textarea:focus-visible { outline: 2px solid #4757e6; outline-offset: 2px; }
svg { display: block; width: 22px; height: 22px; }

.${c('root')} { height: 100%; }
.${c('launcher')} {
  position: relative; display: grid; place-items: center; width: 100%; height: 100%; border-radius: 50%;
  color: #fff; background: linear-gradient(145deg, #5b6bf5, #3a46c8);
}
.${c('launcher')}:hover { background: linear-gradient(145deg, #6675f7, #434fd2); }
.${c('launcher')} svg { width: 30px; height: 30px; }
.${c('count')} {
  position: absolute; inset-block-start: 6px; inset-inline-end: 6px; min-width: 18px; padding: 0 5px;
  border-radius: 9px; background: #e5484d; color: #fff; font-size: 12px; line-height: 18px; font-weight: 600;
}

.${c('panel')} { display: flex; flex-direction: column; height: 100%; background: #fff; }
.${c('header')} {
  display: flex; align-items: center; gap: 12px; flex: none; padding: 16px 12px 16px 18px;
  color: #fff; background: linear-gradient(120deg, #3a46c8, #5b6bf5);
}
[dir="rtl"] .${c('header')} { padding: 16px 18px 16px 12px; }
.${c('mark')} {
  display: grid; place-items: center; flex: none; width: 40px; height: 40px; border-radius: 50%;
  background: rgb(255 255 255 / .18);
}
.${c('names')} { flex: 1; min-width: 0; }
.${c('title')} { font-size: 16px; font-weight: 650; line-height: 1.3; }
.${c('reply')} { font-size: 13px; opacity: .88; }
.${c('close')} { display: grid; place-items: center; flex: none; width: 36px; height: 36px; border-radius: 10px; }
.${c('close')}:hover { background: rgb(255 255 255 / .16); }
.${c('close')}:focus-visible { outline-color: #fff; outline-offset: -2px; }

.${c('list')} {
  display: flex; flex-direction: column; gap: 4px; flex: 1; min-height: 0; overflow-y: auto; padding: 16px 16px 8px;
  list-style: none; background: #fff;
}
.${c('day')} { align-self: center; padding: 2px 0 12px; color: #6b7385; font-size: 12px; }
.${c('message')} { max-width: 82%; padding: 9px 14px; border-radius: 18px; overflow-wrap: anywhere; white-space: pre-wrap; }
.${c('theirs')} { align-self: flex-start; background: #f0f2f7; border-end-start-radius: 6px; }
.${c('mine')} { align-self: flex-end; background: #4453dd; color: #fff; border-end-end-radius: 6px; }
.${c('time')} { padding: 2px 6px 10px; color: #6b7385; font-size: 12px; align-self: flex-start; }
.${c('time')}.${c('own')} { align-self: flex-end; }

.${c('composer')} {
  display: flex; align-items: flex-end; gap: 4px; flex: none; margin: 8px 12px 12px; padding: 5px;
  border: 1px solid #d6dae4; border-radius: 24px; background: #fff;
}
.${c('composer')}:focus-within { border-color: #4757e6; box-shadow: 0 0 0 3px rgb(71 87 230 / .15); }
.${c('text')} {
  flex: 1; min-width: 0; height: 38px; padding: 8px 4px; border: 0; resize: none; background: none;
  font: inherit; color: inherit;
}
.${c('text')}:focus-visible { outline: 0; }
.${c('text')}::placeholder { color: #6b7385; }
.${c('tool')} { display: grid; place-items: center; flex: none; width: 38px; height: 38px; border-radius: 50%; color: #596173; }
.${c('tool')}:hover { background: #f0f2f7; }
.${c('send')} { color: #fff; background: #4453dd; }
.${c('send')}:hover { background: #3a46c8; }
`
