/**
 * What can be typed on a terminal of lines: in Chinese, in English, and in short. Both languages work in both; the first two are named
 * in sentences, each in its language.
 */
export const plainNames = {
  queue: ['队列', 'queue', 'q', '1'],
  take: ['接听', 'take', 't', '2'],
  call: ['来电', 'call', '3'],
  search: ['搜索', 'search', 's', '4'],
  read: ['看', 'read', 'r', '5'],
  use: ['采用', 'use', 'u'],
  answer: ['答复', 'answer', 'a', '6'],
  older: ['其他内容', 'older', 'o'],
  say: ['说', 'say'],
  readout: ['念答复', 'readout'],
  finish: ['结束练习', 'finish'],
  close: ['办结', 'close', 'c', '7'],
  dispatch: ['转派', 'dispatch', 'd', '8'],
  undo: ['撤回', 'undo'],
  resend: ['再提交', 'resend'],
  hold: ['保持', 'hold', 'h'],
  resume: ['恢复', 'resume'],
  return: ['退回', 'return'],
  move: ['移交', 'move'],
  end: ['结束', 'end', 'e'],
  decline: ['拒接', 'decline'],
  number: ['号码', 'number'],
  verify: ['核验', 'verify'],
  sums: ['试算', 'sums'],
  tickets: ['工单', 'tickets', '9'],
  ready: ['就绪', 'ready'],
  break: ['小休', 'break'],
  meal: ['用餐', 'meal'],
  training: ['培训', 'training'],
  meeting: ['会议', 'meeting'],
  offline: ['离线', 'offline'],
  help: ['帮助', 'help', '?', '0'],
  quit: ['退出', 'quit', 'exit'],
} as const;
export type PlainName = keyof typeof plainNames;

/** What means yes, and no. */
export const saidYes = /^(?:y|yes|是|好|确认)$/i;
export const saidNo = /^(?:n|no|否|不)$/i;

/** A line that ends a text: as in mail a dot, or the Chinese one that an input method makes of it. */
export const endsText = /^[.．。]$/;
